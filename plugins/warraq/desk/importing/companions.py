"""
The folder of pictures that a browser puts beside a page it saves: `report.html` and `report_files/`.

Its files belong to the page and are no texts of their own. Names are compared folded: a Mac spells letters otherwise than Windows.
"""

from __future__ import annotations

import unicodedata

COMPANIONS = ("_files", ".files", "-files", "_fichiers", "-Dateien", "_archivos", "_bestanden")
"""How browsers call the folder of pictures beside a saved page, by their language."""


def companion_of(page: str, folder: str) -> bool:
    """True where `folder` holds the pictures of the saved page; both are names without their folders."""
    stem = page.rsplit(".", 1)[0]
    same = unicodedata.normalize("NFC", folder).casefold()
    return any(same == unicodedata.normalize("NFC", stem + ending).casefold() for ending in COMPANIONS)


def companions(names: list[str]) -> dict[str, str]:
    """Which folders are the companions of which pages: path of folder → path of page."""
    pages: dict[str, str] = {}
    for name in names:
        folder, _, base = name.rpartition("/")
        stem, dot, ending = base.rpartition(".")
        if dot and ending.lower() in ("html", "htm", "xhtml", "shtml"):
            for companion in COMPANIONS:
                path = f"{folder}/{stem}{companion}" if folder else f"{stem}{companion}"
                pages[unicodedata.normalize("NFC", path).casefold()] = name
    found: dict[str, str] = {}
    for name in names:
        parts = name.split("/")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            page = pages.get(unicodedata.normalize("NFC", folder).casefold())
            if page:
                found[folder] = page
    return found
