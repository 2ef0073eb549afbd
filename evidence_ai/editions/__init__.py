"""Editions: the assessment rules as data, one folder per regulation. Door: `load`."""

from evidence_ai.editions.comparing import EditionChange, diff
from evidence_ai.editions.finding import LintFinding
from evidence_ai.editions.importing import import_edition
from evidence_ai.editions.linting import lint
from evidence_ai.editions.loading import load, names

__all__ = ["EditionChange", "LintFinding", "diff", "import_edition", "lint", "load", "names"]
