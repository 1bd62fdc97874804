"""
The folder of pictures that a browser puts beside a page it saves: `report.html` and `report_files/`.

Its files belong to the page and are not texts of their own. Names are compared in NFC and without case: a Mac and Windows
encode the same letters differently.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

COMPANIONS = ("_files", ".files", "-files", "_fichiers", "-Dateien", "_archivos", "_bestanden")
"""Endings that browsers of several languages give to the folder of pictures beside a saved page."""
PAGES = ("html", "htm", "xhtml", "shtml")
"""Endings of saved pages."""


def is_companion(page: str, folder: str) -> bool:
    """Give True if `folder` holds the pictures of the saved page; both are names without their folders."""
    stem = page.rsplit(".", 1)[0]
    return any(_key(folder) == _key(stem + ending) for ending in COMPANIONS)


def companions(names: list[str]) -> dict[str, str]:
    """Find the companion folders of all saved pages: {path of folder: path of page}."""
    pages: dict[str, str] = {}
    for name in names:
        folder, _, base = name.rpartition("/")
        stem, dot, ending = base.rpartition(".")
        if dot and ending.lower() in PAGES:
            for companion in COMPANIONS:
                path = f"{folder}/{stem}{companion}" if folder else f"{stem}{companion}"
                pages[_key(path)] = name
    found: dict[str, str] = {}
    for name in names:
        for folder in _folders(name):
            if page := pages.get(_key(folder)):
                found[folder] = page
    return found


def page_of(name: str, companion_folders: Mapping[str, str]) -> str | None:
    """Find the saved page in whose companion folder a file lies, at any depth; None for other files."""
    return next((page for folder in _folders(name) if (page := companion_folders.get(folder))), None)


def _folders(name: str) -> Iterator[str]:
    """Yield the paths of the folders that a file lies in, the outermost first."""
    parts = name.split("/")
    yield from ("/".join(parts[:depth]) for depth in range(1, len(parts)))


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
