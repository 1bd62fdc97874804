"""Characters written as HTML entities."""
