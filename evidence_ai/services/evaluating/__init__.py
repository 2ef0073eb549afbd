"""Evaluating: every fact, candidate, figure and budget line against a reference set, with n and 95 % intervals."""

from evidence_ai.services.evaluating.report import EvaluationReport, table

__all__ = ["EvaluationReport", "table"]
