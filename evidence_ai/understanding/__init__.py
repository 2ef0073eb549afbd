"""Understanding: text to facts. One door, `understand`."""
