"""Reporting: what a pre-check leaves for people, as values that any format can be made of."""

from evidence_ai.services.reporting.content import Report
from evidence_ai.services.reporting.telling import report

__all__ = ["Report", "report"]
