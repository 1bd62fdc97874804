"""The version of the rules, which every record names."""

RULES_VERSION = "3"
"""Raised with every change of the rules that changes their results; a record names the version that made it."""
