"""
Which file has which families: a tree over the hashes of their names.

A file that grows too long is divided in two by the next bit of the hash, and two that have become short are one again: no other file notices. Which
files there are depends on nothing but the families and their sizes. A family that is long itself has a file of its own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from .postings import append_number, append_string

SHARD = 6_000
"""Bytes over which a file is divided: what one more word costs a reader, where the word is rare."""
LONG = 6_000
"""Bytes over which a family has a file of its own."""
BITS = 32

Sized = Sequence[tuple[int, int]]
"""Hashes of families, ascending, each with its bytes."""


def family_hash(family: str) -> int:
    """Hash the name of a family, as the browser does."""
    return crc32(family.encode())


def longest_short() -> int:
    """Give the bytes up to which a family shares a file with others."""
    return LONG


def frame(family: str, size: int) -> bytes:
    """Write what stands before a family's forms in a file: its name, and the bytes of the forms."""
    out = bytearray()
    append_string(out, family)
    append_number(out, size)
    return bytes(out)


class Shard(NamedTuple):
    """A file of short families: those whose hash begins with some bits."""

    low: int
    """The least hash that it may hold."""
    depth: int
    """How many bits are common to all of its hashes."""
    size: int
    """Its bytes."""

    @property
    def end(self) -> int:
        """The least hash behind it."""
        return self.low + (1 << BITS - self.depth)

    @property
    def name(self) -> str:
        """Its bits behind a 1, as a hexadecimal number."""
        return f"{1 << self.depth | self.low >> BITS - self.depth:x}"


def shards_of(database: sqlite3.Connection) -> list[Shard]:
    """Give the files of short families that the tables know."""
    return [Shard(*row) for row in database.execute("SELECT low, depth, size FROM shard ORDER BY low")]


def divided(low: int, depth: int, families: Sized) -> Iterator[Shard]:
    """Yield the files that families need, whose hashes begin with the bits of `low`."""
    size = sum(bytes_ for _, bytes_ in families)
    if size <= SHARD or depth == BITS:
        yield Shard(low, depth, size)
        return
    middle = low + (1 << BITS - depth - 1)
    at = sum(1 for hash_, _ in families if hash_ < middle)
    yield from divided(low, depth + 1, families[:at])
    yield from divided(middle, depth + 1, families[at:])


def redivided(shards: Iterable[Shard], grown: dict[int, int], families: Callable[[int, int], Sized]) -> list[Shard]:
    """Give the files again after families grew or shrank: `grown` has bytes by hash, `families` gives those between two hashes."""
    hashes = sorted(grown)
    at = 0
    made: list[Shard] = []
    for shard in shards:
        size = shard.size
        while at < len(hashes) and hashes[at] < shard.end:
            size += grown[hashes[at]]
            at += 1
        if size > SHARD and shard.depth < BITS:
            made.extend(divided(shard.low, shard.depth, families(shard.low, shard.end)))
            continue
        made.append(Shard(shard.low, shard.depth, size))
        while len(made) > 1 and (both := _joined(*made[-2:])):
            made[-2:] = [both]
    return made


def _joined(one: Shard, other: Shard) -> Shard | None:
    """Join two neighbours of one parent, where they are short enough."""
    beside = one.depth == other.depth and one.low == other.low & ~(1 << BITS - one.depth)
    if beside and one.depth and one.size + other.size <= SHARD:
        return Shard(one.low, one.depth - 1, one.size + other.size)
    return None


def tree(shards: Sequence[Shard]) -> str:
    """Draw the tree for the browser, from the least hash on: `1` is divided, `0` a file, `-` nothing."""
    out: list[str] = []
    path = 0
    for shard in shards:
        # Each file opens the divisions that begin where it begins.
        out.append("1" * (shard.depth - path))
        out.append("0" if shard.size else "-")
        path = shard.depth
        end = shard.end
        while path and not end & (1 << BITS - path):
            path -= 1
    return "".join(out)
