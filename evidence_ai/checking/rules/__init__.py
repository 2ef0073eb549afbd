"""The shelf of mismatch rules; each file declares `RULE`, whose name is a statement and the code of its findings."""
