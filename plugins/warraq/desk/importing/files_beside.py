"""
The pictures that lie beside a page, by the addresses that the page gives them.

Browsers put them into a folder of the page's own; people and programs that copy sites keep them anywhere: `images/a.jpg`, `../img/b.png`,
`/pictures/c.jpg` below the folder of the host. A path never leaves the folder that is imported.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterator
from urllib.parse import unquote

from .picture_tag import is_held

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")
DEEPEST = 20
"""Folders round a page that are looked into for an address that begins at its site's root."""
LONGEST = 1_000
"""Code points of a path."""


class FilesBeside:
    """The files that a page came with, and whether any other lies at a path of the source."""

    def __init__(self, at_hand: Collection[str], holds: Callable[[str], bool] = lambda _: False) -> None:
        self.at_hand = frozenset(at_hand)
        self._holds = holds
        self.by_base: dict[str, str] = {}
        """A file's path by its last part; empty where two share it."""
        for name in at_hand:
            base = name.rpartition("/")[2]
            self.by_base[base] = "" if base in self.by_base else name

    def named(self, address: str, folder: str) -> str:
        """Give the file that an address in a page of `folder` leads to; a file of the same name is it too, where a page loads it late."""
        if is_held(address) or len(address) > LONGEST:
            return ""
        path = unquote(address).partition("#")[0].partition("?")[0].replace("\\", "/")
        for name in _places(path, folder):
            for form in dict.fromkeys((name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name))):
                if form in self.at_hand or (form.lower().endswith(PICTURES) and self._holds(form)):
                    return form
        is_elsewhere = ".." in path.split("/")
        return "" if is_elsewhere else self.by_base.get(path.rpartition("/")[2], "")


def _places(path: str, folder: str) -> Iterator[str]:
    """Yield the paths at which the file of an address may lie, the likeliest first; none outside of the source."""
    scheme, is_absolute, on_the_web = path.partition("://")
    if is_absolute and scheme.lower() not in ("http", "https"):
        return
    if not is_absolute and (name := _resolved(folder, path)):
        yield name
    if not is_absolute and not path.startswith("/"):
        return
    # Copies of sites have a folder for the host, or begin at what was its root.
    below = on_the_web if is_absolute else path.lstrip("/")
    around = folder.split("/") if folder else []
    for depth in range(len(around), max(-1, len(around) - DEEPEST), -1):
        if name := _resolved("/".join(around[:depth]), below):
            yield name


def _resolved(folder: str, path: str) -> str:
    """Resolve a path in a folder; empty where it leaves the source."""
    parts: list[str] = folder.split("/") if folder else []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
