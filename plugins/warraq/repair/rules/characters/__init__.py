"""Invisible characters."""
