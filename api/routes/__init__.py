"""Routes, one resource a file; each declares `router`."""
