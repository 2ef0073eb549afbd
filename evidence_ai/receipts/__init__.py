"""Receipts: seal and verify."""
