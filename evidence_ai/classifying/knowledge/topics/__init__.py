"""Words that point at indicators, one file per right."""
