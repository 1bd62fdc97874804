"""Codes that are not HTML: of forums, of editors."""
