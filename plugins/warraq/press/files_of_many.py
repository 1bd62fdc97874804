"""Writing pages and files that are made of the facts of many articles; those whose key is the former one are kept, unrendered."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from warraq.pages.page import File, LargeFile, OfFiles, Page, PageOnDemand
from warraq.pages.search import from_disk

from .new_site import NewSite
from .page_keys import PageKeys
from .printed import PrintedArchive
from .rendering import Templates
from .shelf import KeptFile


class FilesOfMany:
    """Writes or keeps one after another."""

    def __init__(self, printed: PrintedArchive, site: NewSite, templates: Templates) -> None:
        self._site, self._templates = site, templates
        self._shelf, self._former = printed.shelf, printed.former
        self._keys = PageKeys(printed.same_for_all)
        self._kept = self._shelf.files()
        self.seen: set[str] = set()
        """The addresses that were written or kept."""

    def write(self, given: Page | File | PageOnDemand | OfFiles) -> None:
        """Write a page or a file to its address, or keep the one that stands there; an OSError names the file."""
        if isinstance(given, OfFiles):
            facts = ((address, self._site.facts(address)) for address in given.files)
            given = given.make({address: each for address, each in facts if each})
        if isinstance(given, File) and self._templates.from_disk:
            given = from_disk(given)
        key = self._key(given)
        kept = self._kept.get(given.address)
        if not (kept and kept.key == key and self.keep(given.address)):
            self.seen.add(given.address)
            made = given.make() if isinstance(given, PageOnDemand) else given
            self._shelf.put_file(KeptFile(key, self._site.write(made, self._templates)))

    def _key(self, made: Page | File | PageOnDemand) -> str:
        if isinstance(made, LargeFile | PageOnDemand):
            return self._keys.made_of(made)
        return self._keys.key(made) if isinstance(made, Page) else sha256(made.data).hexdigest()

    def keep(self, address: str) -> bool:
        """Keep the file at an address, whose bytes are still the same; return whether it could be."""
        kept = self._kept.get(address)
        if not (kept and self._former and self._former.keep([kept.written])):
            return False
        self.seen.add(address)
        self._site.add(kept.written)
        return True

    def take_back(self, addresses: Iterable[str]) -> None:
        """Forget files that were written, which will be written anew."""
        given = set(addresses)
        self.seen -= given
        self._site.take_back(given)

    def end(self) -> None:
        """Take away what is kept of files that are no more."""
        self._shelf.drop_files(self._kept.keys() - self.seen)
