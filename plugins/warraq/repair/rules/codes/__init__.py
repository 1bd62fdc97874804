"""Codes that are no HTML: of forums, of editors."""
