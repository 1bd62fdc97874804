"""The site while it is written: each page to its address, never two to one, and a list of all of them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from warraq.desk.refusal import is_refusal
from warraq.desk.writing import naming
from warraq.pages.page import File, Page

from .rendering import Templates
from .site_manifest import SiteManifest


class NewSite:
    """A site in the folder where it is built."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._addresses: dict[str, str] = {}
        self.manifest = SiteManifest()
        """What was written."""

    def write(self, made: Page | File, templates: Templates) -> None:
        """Write a page or a file to its address; an OSError names the file."""
        address = made.address
        inside = f"{address}index.html" if not address or address.endswith("/") else address
        # Two addresses that are one file on some systems would overwrite each other there.
        same = unicodedata.normalize("NFC", inside).casefold()
        if other := self._addresses.get(same):
            raise ValueError(f"{address!r} and {other!r} are the same file.")
        self._addresses[same] = address
        if ".." in inside.split("/") or inside.startswith("/"):
            raise ValueError(f"{address!r} leaves the output folder.")
        data = made.data if isinstance(made, File) else templates.render(made)
        self.manifest.add(inside, data)
        file = self._folder / inside
        with naming(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def is_refused(error: Exception) -> bool:
    """Tell whether the system refused something, such as one byte more on a full disk: then no other page can be written either."""
    return isinstance(error, OSError) and is_refusal(error)
