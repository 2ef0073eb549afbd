"""The shelf of OCR engines; each file declares `ENGINE`."""
