"""Reading: files to text. One door, `read`."""
