"""Training: learns from corpora, writes models; never imported by the running service."""
