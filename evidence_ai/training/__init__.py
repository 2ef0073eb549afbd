"""Training: learns from corpora/ what models/ holds; never imported by the running service. One door, `train`."""

from evidence_ai.training.training import Trained, train

__all__ = ["Trained", "train"]
