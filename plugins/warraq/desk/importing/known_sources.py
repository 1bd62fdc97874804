"""What an import understood of the sources of its pages, and how: one line a source, with the command that mends it."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from warraq.language import Message, message
from warraq.repair.readers.known_site import KNOWN, SHARED

from .summary import Outcome

HOW = {
    SHARED: message("Pages that share it in their <title>, taken as the source: {number}."),
    KNOWN: message("Pages of an address of which the archive has articles of this source: {number}."),
    "metadata": message("Pages that state it: {number}."),
    "text": message("Texts that state it: {number}."),
    "table": message("Files of which the table states it: {number}."),
    "inferred": message("Pages that state nothing but an address; its host was taken: {number}."),
    "": message("Files of which nothing states a source: {number}."),
}
"""By what `Inspection.source_by` says."""


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source and how it was understood."""

    name: str
    """Empty: of files without a source."""
    by: str
    number: int
    """Of files."""

    def understood(self) -> Message:
        """Say how it was understood, and of how many files."""
        said = HOW.get(self.by, HOW["metadata"])
        return Message(said.msgid, {"number": self.number})

    def command(self) -> str:
        """Give the command that writes another source into all of these articles."""
        condition = f"source = {self.name}" if self.name else "source ="
        return f"python3 tasks.py set source NAME --where {shlex.quote(condition)} --preview"


def known_sources(imported: Iterable[Outcome]) -> tuple[KnownSource, ...]:
    """Give the sources of what was imported: first those that were not stated, then those of many files."""
    found = Counter((o.inspection.source, o.inspection.source_by) for o in imported)
    known = (KnownSource(name, by, number) for (name, by), number in found.items())
    stated = ("metadata", "text", "table")
    return tuple(sorted(known, key=lambda s: (s.by in stated, -s.number, s.name, s.by)))
