"""The files of the index, written out of the tables: all of them, or those that a change can have touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from .heads import head_file, large
from .lettering import lettered
from .listing import SIDES, articles, file_name, least, list_depths
from .names import Names
from .numbering import table_size
from .parts import PARTS, part_files
from .shards import Shard, Sized, family_hash, frame, longest_short, shards_of
from .small_files import small_files

Made = tuple[str, bytes | None]
"""An address below the index, and its bytes; None where there is no such file."""


@dataclass(slots=True)
class Touched:
    """What a change touched."""

    families: set[str] = field(default_factory=set)
    slots: set[int] = field(default_factory=set)
    listed: set[tuple[str, str, str]] = field(default_factory=set)
    """Words, each as it is, backwards, and by its sound."""
    shards: frozenset[Shard] = frozenset()
    """Those that there were before."""
    same_lists: bool = True
    """The lists are divided into files as they were, and of as frequent words."""


def short_families(database: sqlite3.Connection, low: int, end: int) -> Sized:
    """Give the short families between two hashes."""
    found = database.execute(
        "SELECT hash, size FROM family WHERE hash >= ? AND hash < ? AND size <= ? ORDER BY hash",
        (low, end, longest_short()),
    )
    return found.fetchall()


def all_files(database: sqlite3.Connection, names: Names) -> Iterator[Made]:
    """Yield every file."""
    places = table_size(articles(database))
    for shard in shards_of(database):
        if shard.size:
            yield f"words/{shard.name}.bin", families_file(database, shard.low, shard.end, long=False)
    for (hash_,) in database.execute("SELECT DISTINCT hash FROM family WHERE size > ?", (longest_short(),)):
        yield from _long(database, hash_, places)
    yield from _texts(database, None)
    for side in SIDES:
        yield from _lists(database, side, None)
    yield from small_files(database, names)


def touched_files(database: sqlite3.Connection, names: Names, touched: Touched) -> Iterator[Made]:
    """Yield the files that a change can have touched."""
    places = table_size(articles(database))
    shards = shards_of(database)
    hashes = sorted({family_hash(family) for family in touched.families})
    gone = touched.shards - set(shards)
    yield from ((f"words/{name}.bin", None) for name in {s.name for s in gone} - {s.name for s in shards if s.size})
    at = 0
    for shard in shards:
        inside = at
        while at < len(hashes) and hashes[at] < shard.end:
            at += 1
        if shard.size and (at > inside or shard not in touched.shards):
            yield f"words/{shard.name}.bin", families_file(database, shard.low, shard.end, long=False)
    for hash_ in hashes:
        yield from _long(database, hash_, places)
    yield from _texts(database, touched.slots)
    for at, side in enumerate(SIDES):
        yield from _lists(database, side, {word[at] for word in touched.listed} if touched.same_lists else None)
    yield from small_files(database, names)


def _long(database: sqlite3.Connection, hash_: int, places: int) -> Iterator[Made]:
    """Yield the file of the long families with a hash, and of very long ones those of their heads and their parts."""
    yield f"words/long-{hash_:08x}.bin", families_file(database, hash_, hash_ + 1, long=True) or None
    yield f"words/head-{hash_:08x}.bin", head_file(database, hash_, places) or None
    parts = part_files(database, hash_, large(places))
    for part in range(PARTS):
        yield f"words/part-{hash_:08x}-{part}.bin", parts[part] if parts else None


def families_file(database: sqlite3.Connection, low: int, end: int, *, long: bool) -> bytes:
    """Write the short or the long families between two hashes."""
    sign = ">" if long else "<="
    found = database.execute(
        "SELECT family.family, term.head, term.data FROM family JOIN term USING (hash, family)"  # noqa: S608 - constants of ours
        f" WHERE family.hash >= ? AND family.hash < ? AND size {sign} ? ORDER BY hash, family, bare, core, stem",
        (low, end, longest_short()),
    )
    bodies: dict[str, list[bytes]] = {}
    for family, head, data in found:
        bodies.setdefault(family, []).extend((head, data))
    out = []
    for family, parts in bodies.items():
        body = b"".join(parts)
        out += [frame(family, len(body)), body]
    return b"".join(out)


def _texts(database: sqlite3.Connection, wanted: set[int] | None) -> Iterator[Made]:
    """Yield the texts of articles, each under its number, and nothing for a number without an article."""
    slots = (
        [slot for (slot,) in database.execute("SELECT slot FROM article ORDER BY slot")]
        if wanted is None
        else sorted(wanted)
    )
    for slot in slots:
        asked = "SELECT text FROM article JOIN shown USING (number) WHERE slot = ?"
        found = database.execute(asked, (slot,)).fetchone()
        yield f"texts/{slot:x}.json.gz", found[0] if found else None


def _lists(database: sqlite3.Connection, side: str, keys: set[str] | None) -> Iterator[Made]:
    """Yield the files of one list that have some keys, or all of them."""
    count = least(articles(database))
    letters = list_depths(database)[side]
    for group in [""] if keys is None else sorted({key[:letters] for key in keys}):
        asked = f"SELECT {side}, entry FROM listed WHERE {side} >= ? AND {side} < ? AND count >= ? ORDER BY {side}"  # noqa: S608 - constants of ours
        made: dict[str, list[str]] = {} if keys is None else {group: []}
        for key, entry in database.execute(asked, (group, group + chr(0x10FFFF), count)):
            made.setdefault(key[:letters], []).append(entry)
        for prefix, entries in made.items():
            yield f"{side}/{file_name(prefix)}.json", lettered(" ".join(entries)) if entries else None
