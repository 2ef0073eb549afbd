"""Training: learns from corpora/ what models/ holds; never imported by the running service."""
