"""The site while it is written: never two pages to one address, and a list of all files."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from warraq.pages.page import File, Page

from .article_result import WrittenFile
from .rendering import Templates
from .site_folder import path_of, write_file
from .site_manifest import SiteManifest


class NewSite:
    """A site in the folder where it is built."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._addresses: dict[str, str] = {}
        self.manifest = SiteManifest()
        """What was written."""

    def write(self, made: Page | File, templates: Templates) -> WrittenFile:
        """Write a page or a file to its address; an OSError names the file."""
        self._take(made.address)
        written = write_file(self.folder, made, templates)
        self.add(written, taken=True)
        return written

    def add(self, written: WrittenFile, *, taken: bool = False) -> None:
        """Add a file that stands at its address already."""
        if not taken:
            self._take(written.address)
        self.manifest.add_written(written.inside, written.size, written.sha256)

    def take_back(self, addresses: Iterable[str]) -> None:
        """Forget files, which will be written anew."""
        for address in addresses:
            inside = path_of(address)
            self._addresses.pop(unicodedata.normalize("NFC", inside).casefold(), None)
            self.manifest.take_back(inside)

    def _take(self, address: str) -> None:
        # Two addresses that are one file on some systems would overwrite each other there.
        same = unicodedata.normalize("NFC", path_of(address)).casefold()
        if other := self._addresses.get(same):
            raise ValueError(f"{address!r} and {other!r} are the same file.")
        self._addresses[same] = address or "/"
