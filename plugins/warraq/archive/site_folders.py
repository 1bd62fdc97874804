"""Folders at the root of every site: neither a page of the editors' own nor a former address of another site can stand in them."""

from __future__ import annotations

FOLDERS = frozenset(
    """
    a about articles authors concepts corrections data exports feeds images method search sources tags theme undated
    """.split()  # noqa: SIM905 - a list of names is read as one
)
