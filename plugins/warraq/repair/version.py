"""Which rules made a record."""

RULES_VERSION = "1"
"""Raised with every change of the rules that changes what comes out; records say which one made them."""
