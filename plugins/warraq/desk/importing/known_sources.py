"""What an import understood of the sources of its pages, and how: one line a source, with the command that mends it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from warraq.archive.typed_name import quoted
from warraq.language import Message, message
from warraq.repair.readers.known_site import CORRECTED, KNOWN, SHARED

from .outcome import Outcome

HOST = "host"
HOW = {
    SHARED: message("Pages that share it in their <title>, taken as the source: {number}."),
    KNOWN: message("Pages of an address of which the archive has articles of this source: {number}."),
    CORRECTED: message("Pages of a site whose source editors corrected in the archive's articles: {number}."),
    "metadata": message("Pages that state it: {number}."),
    "text": message("Texts that state it: {number}."),
    "table": message("Files of which the table states it: {number}."),
    "inferred": message("Pages from whose title or text it was inferred: {number}."),
    HOST: message("Pages that state nothing but an address; its host was taken: {number}."),
    "": message("Files of which nothing states a source: {number}."),
}
"""By what `Inspection.source_by` says."""


STATED = ("metadata", "text", "table")
HOST_NAME = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
QUOTES = (("«", "»"), ("“", "”"), ("'", "'"))


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source and how it was understood."""

    name: str
    """Empty: of files without a source."""
    ways: tuple[tuple[str, int], ...]
    """How, and of how many files."""
    in_archive: str = ""
    """What the archive's articles of the same address call it."""

    @property
    def number(self) -> int:
        """Of files."""
        return sum(number for _, number in self.ways)

    def understood(self) -> Iterator[Message]:
        """Say how it was understood, and of how many files."""
        for by, number in self.ways:
            way = HOST if by == "inferred" and HOST_NAME.fullmatch(self.name) else by
            yield Message(HOW.get(way, HOW["metadata"]).msgid, {"number": number})
        if self.in_archive:
            yield message("The archive's articles of this address have “{name}”.", name=self.in_archive)

    def command(self) -> str:
        """Give the command that writes another source into all of these articles."""
        name = quoted(self.in_archive) if self.in_archive else "NAME"
        return f"python3 tasks.py set source {name} --where {quoted(self.condition())} --preview"

    def condition(self) -> str:
        """Say which articles they are, as `set` and `export` understand it."""
        if not self.name:
            return "source missing"
        begin, end = next((pair for pair in QUOTES if not set(pair) & set(self.name)), ("", ""))
        return f"source = {begin}{self.name}{end}"


def known_sources(imported: Iterable[Outcome]) -> tuple[KnownSource, ...]:
    """Give the sources of what was imported: first those that were not always stated, then those of many files."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    named: dict[str, str] = {}
    for o in imported:
        found[o.inspection.source][o.inspection.source_by] += 1
        named[o.inspection.source] = named.get(o.inspection.source) or o.archive_source
    known = (KnownSource(name, tuple(ways.most_common()), named[name]) for name, ways in found.items())
    return tuple(sorted(known, key=lambda s: (all(by in STATED for by, _ in s.ways), -s.number, s.name)))
