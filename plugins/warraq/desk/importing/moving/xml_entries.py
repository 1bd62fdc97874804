"""
The entries of a large XML file, one after the other: each is parsed by itself, so that the memory does not grow with the file.

What an XML file can define (entities, which double each other until nothing is left of a machine; files of others) is never read:
of what stands before the entries, only the tag around them is. An entry that is no XML does not keep the others from being read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from warraq.desk.importing.sources import RejectedFileError
from warraq.language import message

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CHUNK = 1 << 20
LARGEST_ENTRY = 20_000_000
"""Bytes of one entry: no article has so many."""
LARGEST_HEAD = 5_000_000
"""Bytes before the first entry: authors, categories and tags stand there."""
ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold; programs write them all the same."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where an entry lies in its file, in bytes."""

    start: int
    end: int


class XmlEntries:
    """The entries (`item`, `entry`) of a file."""

    def __init__(self, path: Path, name: str) -> None:
        self._path, self._name = path, name
        head = _head_of(path, name)
        declared = ENCODING.match(head)
        self._encoding = declared[1].decode("ascii") if declared else "utf-8"
        self._around = self._tag_around(self._decoded(head))
        self.head = self._xml(self._closed(self._decoded(head)))
        """What stands before the entries; None where that is no XML."""

    def spans(self) -> Iterator[Span]:
        """Yield where the entries lie, in their order; of one that is too large or has no end too."""
        token = re.compile(rb"<!\[CDATA\[|<%b[\s>]|</%b\s*>" % (self._name.encode(), self._name.encode()))
        with self._path.open("rb") as file:
            begun, at, offset, window = -1, 0, 0, b""
            inside_data = False
            while chunk := file.read(CHUNK):
                window += chunk
                while True:
                    if inside_data:
                        end = window.find(b"]]>", at)
                        if end < 0:
                            at = max(at, len(window) - 2)
                            break
                        inside_data, at = False, end + 3
                    found = token.search(window, at)
                    if found is None:
                        at = max(at, len(window) - len(self._name) - 12)
                        break
                    at = found.end()
                    if found[0].startswith(b"<!["):
                        inside_data = True
                    elif found[0].startswith(b"</"):
                        if begun >= 0:
                            yield Span(begun, offset + at)
                        begun = -1
                    elif begun < 0:
                        begun = offset + found.start()
                offset, window, at = offset + at, window[at:], 0
            if begun >= 0:
                yield Span(begun, offset + len(window))

    def bytes_of(self, span: Span) -> bytes:
        """Give the bytes of an entry; a RejectedFileError where they are too many."""
        if span.end - span.start > LARGEST_ENTRY:
            raise RejectedFileError(message("It is larger than {limit} megabytes.", limit=LARGEST_ENTRY // 1_000_000))
        with self._path.open("rb") as file:
            file.seek(span.start)
            return file.read(span.end - span.start)

    def parsed(self, data: bytes, span: Span) -> Element:
        """Parse the bytes of an entry; a RejectedFileError where it is no XML."""
        text = self._decoded(data)
        parsed = self._xml(f"{self._around[0]}{text}{self._around[1]}")
        found = None if parsed is None else next(parsed.iter(f"{{*}}{self._name}"), None)
        if found is None:
            why = message(
                "Its XML is damaged, at byte {place} of the file: it can't be told where its text ends.",
                place=span.start,
            )
            raise RejectedFileError(why)
        return found

    def _decoded(self, data: bytes) -> str:
        try:
            return NOT_XML.sub("", data.decode(self._encoding, "replace"))
        except LookupError:
            return NOT_XML.sub("", data.decode("utf-8", "replace"))

    def _tag_around(self, head: str) -> tuple[str, str]:
        """Give the first element's tag with its namespaces, and its end."""
        found = re.search(r"<([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<&]*\"|'[^'<&]*'))*)\s*>", head)
        return (found[0], f"</{found[1]}>") if found else ("<r>", "</r>")

    def _closed(self, head: str) -> str:
        begin = head.find(self._around[0])
        if begin < 0:
            return ""
        channel = "</channel>" if re.search(r"<channel[\s>]", head) and "</channel>" not in head else ""
        return f"{head[begin:]}{channel}{self._around[1]}"

    def _xml(self, xml: str) -> Element | None:
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_pis=True
        )
        try:
            return etree.fromstring(xml.encode(), parser)
        except etree.XMLSyntaxError:
            return None


def head_of(path: Path, limit: int = 8_192) -> bytes:
    """Read the first bytes of a file; none where it can't be read."""
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except OSError:
        return b""


def _head_of(path: Path, name: str) -> bytes:
    """Read what stands before the first entry."""
    head = head_of(path, LARGEST_HEAD)
    found = re.search(rb"<%b[\s>]" % name.encode(), head)
    return head[: found.start()] if found else head
