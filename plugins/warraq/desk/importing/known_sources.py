"""What an import understood of the sources of its pages, and how: one line a source, with the command that mends it."""

from __future__ import annotations

import re
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


QUOTES = (("«", "»"), ("“", "”"), ("'", "'"))
UNSAFE = re.compile(r"[\"$`\\!\x00-\x1f]")


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
        return f"python3 tasks.py set source NAME --where {_quoted(self.condition())} --preview"

    def condition(self) -> str:
        """Say which articles they are, as `set` and `export` understand it."""
        if not self.name:
            return "source missing"
        begin, end = next((pair for pair in QUOTES if not set(pair) & set(self.name)), ("", ""))
        return f"source = {begin}{self.name}{end}"


def _quoted(condition: str) -> str:
    """Quote it for a shell: alike for that of Windows, where single quotation marks are none, as far as the name allows."""
    return shlex.quote(condition) if UNSAFE.search(condition) else f'"{condition}"'


def known_sources(imported: Iterable[Outcome]) -> tuple[KnownSource, ...]:
    """Give the sources of what was imported: first those that were not stated, then those of many files."""
    found = Counter((o.inspection.source, o.inspection.source_by) for o in imported)
    known = (KnownSource(name, by, number) for (name, by), number in found.items())
    stated = ("metadata", "text", "table")
    return tuple(sorted(known, key=lambda s: (s.by in stated, -s.number, s.name, s.by)))
