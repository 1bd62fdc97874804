"""Paths that the settings of a program name: of files and of folders, with stars in them."""

from __future__ import annotations

from fnmatch import fnmatchcase


def is_below(name: str, path: str) -> bool:
    """Tell whether a file is at a path or below it; a path may have stars."""
    parts = name.split("/")
    above = ("/".join(parts[:n]) for n in range(1, len(parts) + 1))
    return any(each == path or ("*" in path and fnmatchcase(each, path)) for each in above)
