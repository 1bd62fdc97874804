"""Lines given twice in a row."""
