"""evidence_ai: AI proposes, a person decides, arithmetic computes."""

__version__ = "0.1.0"
