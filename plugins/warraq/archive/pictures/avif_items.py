"""The items of an AVIF file: pictures, their tiles, their transparency, and whatever else a program put in (ISO/IEC 23008-12)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from .boxes import Reader, boxes
from .found import require

MOST_ITEMS = 2000


@dataclass(slots=True)
class Item:
    """One thing that the file holds."""

    kind: bytes = b""
    hidden: bool = False
    pieces: list[tuple[int, int, int]] = field(default_factory=list)
    """(where: 0 the file, 1 the box `idat`; start; length; 0: up to its end)."""
    properties: list[tuple[int, bool]] = field(default_factory=list)
    """(number from 1, whether readers need it)."""
    refers: list[tuple[bytes, tuple[int, ...]]] = field(default_factory=list)
    """(kind of reference, to which items)."""


@dataclass(slots=True)
class Items:
    """What the box `meta` says."""

    primary: int = 0
    items: dict[int, Item] = field(default_factory=lambda: defaultdict(Item))
    properties: list[tuple[bytes, bytes]] = field(default_factory=list)
    idat: bytes = b""


def read_items(meta: bytes) -> Items:
    """Read the box `meta`."""
    found = Items()
    for kind, body in boxes(meta, 4):
        reader = Reader(body)
        if kind == b"iprp":
            for inner, content in boxes(body):
                if inner == b"ipco":
                    found.properties = list(boxes(content))
                elif inner == b"ipma":
                    _read_associations(found, Reader(content))
        elif kind == b"idat":
            found.idat = body
        elif kind == b"pitm":
            found.primary = reader.number(2 if _version(reader) == 0 else 4)
        elif kind == b"iinf":
            _read_kinds(found, reader)
        elif kind == b"iloc":
            _read_places(found, reader)
        elif kind == b"iref":
            _read_references(found, body)
    require(found.primary in found.items and len(found.items) <= MOST_ITEMS)
    return found


def _version(reader: Reader) -> int:
    version = reader.number(1)
    reader.number(3)
    return version


def _read_kinds(found: Items, reader: Reader) -> None:
    version = _version(reader)
    reader.number(2 if version == 0 else 4)
    for kind, body in boxes(reader.rest):
        entry = Reader(body)
        version, flags = entry.number(1), entry.number(3)
        require(kind == b"infe" and version in (2, 3))
        item = found.items[entry.number(2 if version == 2 else 4)]
        require(entry.number(2) == 0)  # not encrypted
        item.kind, item.hidden = entry.word(), bool(flags & 1)


def _read_places(found: Items, reader: Reader) -> None:
    version = _version(reader)
    require(version <= 2)
    sizes = reader.number(2)
    offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    wide = 4 if version == 2 else 2
    count = reader.number(wide)
    require(count <= MOST_ITEMS)
    for _ in range(count):
        item = found.items[reader.number(wide)]
        where = reader.number(2) & 15 if version else 0
        require(where < 2 and reader.number(2) == 0)  # in this file
        start = reader.number(base)
        pieces = reader.number(2)
        require(pieces <= MOST_ITEMS)
        for _ in range(pieces):
            reader.number(index if version else 0)
            item.pieces.append((where, start + reader.number(offset), reader.number(length)))


def _read_associations(found: Items, reader: Reader) -> None:
    version, flags = reader.number(1), reader.number(3)
    wide = 2 if flags & 1 else 1
    count = reader.number(4)
    require(count <= MOST_ITEMS)
    for _ in range(count):
        item = found.items[reader.number(4 if version else 2)]
        for _ in range(reader.number(1)):
            number = reader.number(wide)
            top = 1 << (8 * wide - 1)
            item.properties.append((number & (top - 1), bool(number & top)))


def _read_references(found: Items, body: bytes) -> None:
    wide = 4 if body[:1] == b"\1" else 2
    for kind, content in boxes(body, 4):
        reader = Reader(content)
        item = found.items[reader.number(wide)]
        count = reader.number(2)
        require(count <= MOST_ITEMS)
        item.refers.append((kind, tuple(reader.number(wide) for _ in range(count))))
