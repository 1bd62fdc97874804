"""The table of terms, and what follows from it: how large the families are, and which file has which."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping

from .blocks import Filed, Postings
from .postings import Form
from .shards import BITS, divided, family_hash, frame, longest_short, redivided, shards_of
from .written import Touched, short_families


def term_row(hash_: int, form: Form, found: Postings) -> tuple[object, ...]:
    """Give the row of a term."""
    return (hash_, *form, found.count, form.head(found.count, len(found.data)), bytes(found.data), found.blocks())


def write_terms(
    database: sqlite3.Connection,
    edits: Mapping[Form, Mapping[int, Filed | None]],
    touched: Touched,
    cores: set[str],
) -> None:
    """Make the edits; note the families whose bytes change, and the words that other numbers of articles have."""
    where = "hash = ? AND family = ? AND bare = ? AND core = ? AND stem = ?"
    for form in sorted(edits):
        key = (family_hash(form.family), *form)
        asked = f"SELECT rowid, data, count, blocks FROM term WHERE {where}"  # noqa: S608 - constants of ours
        row = database.execute(asked, key).fetchone()
        found = Postings.read(*row[1:]) if row else Postings()
        before = found.count
        found.change(edits[form])
        if found.data == (row[1] if row else b""):
            continue
        touched.families.add(form.family)
        if found.count != before:
            cores.add(form.core)
        if not found.count:
            database.execute("DELETE FROM term WHERE rowid = ?", (row[0],))
        elif not row:
            database.execute("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", term_row(key[0], form, found))
        else:
            changed = "UPDATE term SET count = ?, head = ?, data = ?, blocks = ? WHERE rowid = ?"
            database.execute(changed, (*term_row(key[0], form, found)[5:], row[0]))
    _measure(database, touched.families)


def _measure(database: sqlite3.Connection, families: set[str]) -> None:
    """Measure some families again, and divide the files that they are in."""
    grown: Counter[int] = Counter()
    for family in families:
        key = (family_hash(family), family)
        old = database.execute("SELECT size FROM family WHERE hash = ? AND family = ?", key).fetchone()
        asked = "SELECT SUM(length(head) + length(data)) FROM term WHERE hash = ? AND family = ?"
        (size,) = database.execute(asked, key).fetchone()
        if size:
            size += len(frame(family, size))
            database.execute("INSERT OR REPLACE INTO family VALUES (?, ?, ?)", (*key, size))
        else:
            database.execute("DELETE FROM family WHERE hash = ? AND family = ?", key)
        for sign, bytes_ in ((-1, old[0] if old else 0), (1, size or 0)):
            if bytes_ <= longest_short():
                grown[key[0]] += sign * bytes_
    before = shards_of(database)
    after = redivided(before, grown, lambda low, end: short_families(database, low, end))
    database.executemany("DELETE FROM shard WHERE low = ?", [(shard.low,) for shard in set(before) - set(after)])
    database.executemany("INSERT INTO shard VALUES (?, ?, ?)", set(after) - set(before))


def measure_families(database: sqlite3.Connection) -> None:
    """Measure all families, and divide them into files."""
    sizes: Counter[tuple[int, str]] = Counter()
    for hash_, family, size in database.execute("SELECT hash, family, length(head) + length(data) FROM term"):
        sizes[hash_, family] += size
    database.executemany(
        "INSERT INTO family VALUES (?, ?, ?)",
        ((hash_, family, size + len(frame(family, size))) for (hash_, family), size in sorted(sizes.items())),
    )
    database.executemany("INSERT INTO shard VALUES (?, ?, ?)", divided(0, 0, short_families(database, 0, 1 << BITS)))
