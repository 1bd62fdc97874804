"""An export in XML whose entries are texts, and others that are none: what WordPress' and feeds have in common."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from warraq.desk.importing.sources import RejectedFileError, SourceFile
from warraq.language import message

from .exported import Export
from .kind import Site
from .moved_text import MovedText
from .xml_entries import Span, XmlEntries

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Entry(NamedTuple):
    """A text of the export."""

    span: Span
    number: int
    """Which of all entries it is, from 1."""
    stamp: str


class EntrySite(Site):
    """An export that was opened."""

    def __init__(self, export: Export, tag: str) -> None:
        self.export = export
        self.entries = XmlEntries(export.path, tag)
        self.found: dict[str, Entry] = {}
        self._left: Counter[str] = Counter()
        self._rejected: list[SourceFile] = []

    def find(self) -> None:
        """Read all entries once."""
        for number, span in enumerate(self.entries.spans(), 1):
            try:
                data = self.entries.bytes_of(span)
                entry = self.entries.parsed(data, span)
            except RejectedFileError as error:
                self._rejected.append(SourceFile(f"{self.export.name}: {number}", "", error.why))
                continue
            if name := self.name_of(entry, number):
                self.found[name] = Entry(span, number, f"{span.end - span.start}-{crc32(data):08x}")

    @abstractmethod
    def name_of(self, entry: Element, number: int) -> str:
        """Give the name of a text; empty of what was left (`leave`)."""

    def leave(self, kind: str) -> str:
        """Count an entry of a kind that is no text."""
        self._left[kind] += 1
        return ""

    def names(self) -> Iterator[SourceFile]:
        """Yield the texts, entries that can't be read, and how many of each other kind there are."""
        yield from (SourceFile(name, each.stamp) for name, each in self.found.items())
        yield from self._rejected
        for kind, number in sorted(self._left.items()):
            why = message("Entries of this kind are no texts, and are left out: {number}.", number=number)
            yield SourceFile(f"{self.export.name}: {kind}", "", why)

    def text(self, name: str) -> MovedText:
        """Give a text; a RejectedFileError where its XML is damaged."""
        found = self.found[name]
        return self.text_of(name, self.entries.parsed(self.entries.bytes_of(found.span), found.span), found.number)

    @abstractmethod
    def text_of(self, name: str, entry: Element, number: int) -> MovedText:
        """Give the text of an entry."""

    def read(self, path: str) -> bytes:
        """Read a file that came along."""
        return self.export.read(path)
