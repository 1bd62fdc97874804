"""Signs that stand for the zero width non-joiner of Persian."""
