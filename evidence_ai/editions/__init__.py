"""Editions: the assessment rules as data, one folder per regulation. Door: `load`."""

from evidence_ai.editions.loading import load, names

__all__ = ["load", "names"]
