"""The site while it is written: never two pages to one address, and a list of all files."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from warraq.pages.page import File, FileFacts, Page

from .article_result import WrittenFile
from .rendering import Templates
from .site_folder import path_of, write_file
from .site_manifest import SiteManifest


class NewSite:
    """A site in the folder where it is built."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._taken: set[int] = set()
        """Hashes of the paths, in letters that no system tells apart; the paths themselves are in the list."""
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

    def facts(self, address: str) -> FileFacts | None:
        """Give size and hash of the file at an address; None where there is none."""
        return self.manifest.facts(path_of(address))

    def take_back(self, addresses: Iterable[str]) -> None:
        """Forget files, which will be written anew."""
        for address in addresses:
            inside = path_of(address)
            self._taken.discard(hash(_of_any_case(inside)))
            self.manifest.take_back(inside)

    def _take(self, address: str) -> None:
        # Two addresses that are one file on some systems would overwrite each other there.
        same = _of_any_case(path_of(address))
        if hash(same) in self._taken:
            for other in self.manifest.paths():
                if _of_any_case(other) == same:
                    raise ValueError(f"{address!r} and {other.removesuffix('index.html') or '/'!r} are the same file.")
        self._taken.add(hash(same))


def _of_any_case(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
