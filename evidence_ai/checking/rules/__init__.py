"""The shelf of mismatch rules; each file declares `RULE`."""
