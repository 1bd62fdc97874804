"""
The folder of pictures that a browser puts beside a page it saves: `report.html` and `report_files/`.

Its files belong to the page and are not texts of their own. Names are compared in NFC and without case: a Mac and Windows
encode the same letters differently.

Zotero keeps a page and what it shows side by side, in a folder of its own whose name is eight letters and digits: `storage/8WQK2M4T/`.
Where it holds several pages, the one that is no frame by its name is meant; where several are none, it is a folder like any other, in which
each page finds its pictures by their paths.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

COMPANIONS = ("_files", ".files", "-files", "_fichiers", "-Dateien", "_archivos", "_bestanden")
"""Endings that browsers of several languages give to the folder of pictures beside a saved page."""
PAGES = ("html", "htm", "xhtml", "shtml")
"""Endings of saved pages."""
SNAPSHOT = re.compile(r"[2-9A-Z]{8}")
"""The name of a folder of Zotero's."""
FRAME = re.compile(
    r"frame|saved_resource|embed|widget|advert|(?:^|[\W_])ads?(?:$|[\W_])|\(\d+\)|-\d+\.\w+$", re.IGNORECASE
)
"""In the name of a page that another one shows as a part."""
SHOWN = frozenset(
    [
        *("jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "ico", "bmp", "css", "js", "json", "xml", "map"),
        *("woff", "woff2", "ttf", "otf", "eot", "mp4", "webm", "mp3", "swf"),
    ]
)
"""Endings of what a page shows; any other file beside a page of Zotero's is one of its own."""


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
    return {**_snapshots(names), **found}


def _snapshots(names: Iterable[str]) -> dict[str, str]:
    """Find Zotero's folders: {path of folder: path of the page in it, the only one, or the only one that is no frame}."""
    pages: dict[str, list[str]] = defaultdict(list)
    for name in names:
        folder, _, base = name.rpartition("/")
        if SNAPSHOT.fullmatch(folder.rpartition("/")[2]) and base.rpartition(".")[2].lower() in PAGES:
            pages[folder].append(name)
    whole = {folder: [page for page in inside if not _is_frame(page)] or inside for folder, inside in pages.items()}
    return {folder: inside[0] for folder, inside in whole.items() if len(inside) == 1}


def _is_frame(name: str) -> bool:
    return FRAME.search(name.rpartition("/")[2]) is not None


def page_of(name: str, companion_folders: Mapping[str, str]) -> str | None:
    """Find the saved page in whose companion folder a file lies, at any depth; None for other files."""
    found = ((folder, companion_folders.get(folder)) for folder in _folders(name))
    for folder, page in found:
        beside = page is not None and page.startswith(f"{folder}/")
        if page and (not beside or name.rpartition(".")[2].lower() in SHOWN):
            return page
    return None


def _folders(name: str) -> Iterator[str]:
    """Yield the paths of the folders that a file lies in, the outermost first."""
    parts = name.split("/")
    yield from ("/".join(parts[:depth]) for depth in range(1, len(parts)))


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
