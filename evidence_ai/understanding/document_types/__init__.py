"""The shelf of document types; each file declares `DOCUMENT_TYPE`."""
