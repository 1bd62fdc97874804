"""Repair of the articles of any Pelican site, when they are read."""
