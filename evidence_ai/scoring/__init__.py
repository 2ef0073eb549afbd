"""Scoring: exact arithmetic with a trace. One door, `score`."""
