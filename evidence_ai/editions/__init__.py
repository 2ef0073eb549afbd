"""Editions: the assessment rules as data. One door, `load`."""
