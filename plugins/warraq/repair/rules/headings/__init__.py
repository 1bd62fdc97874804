"""Headings glued to the sentence before them."""
