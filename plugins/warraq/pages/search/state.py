"""The memory of the index, in a file that the build keeps, and the changes of the index's files from build to build."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from warraq.pages.page import File

from .articles import Row, insert, rows
from .bulk import rebuild
from .contributions import ROOT, Contribution
from .listing import SIDES, least
from .names import Names
from .numbering import table_size
from .tables import get, opened, put
from .update import Update
from .written import Made, all_files, articles, list_depths, touched_files

FEW = 25
"""Of so many articles one may change before everything is made anew, which is quicker then."""


class BrokenStateError(Exception):
    """The file of the state can't be read: delete it, and give all contributions to a new state."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A file of the index that is no more."""

    address: str


class SearchState:
    """
    All contributions, what follows from them, and the digests of the files that were made of them.

    A build opens it below `.warraq/`, asks for `keys`, gives what differs to `update`, writes the files that this yields beside those of the former
    site (without those that are `Gone`), and calls `save` when the site is exchanged. What was not saved is forgotten: `addresses` and `keys` then
    are those of the build before. A program of another version, named by `program` (a digest of code and data), begins with an empty state; so does a
    missing or a cut file, and then everything has to be given. `files` yields all again, where the former site was lost.
    """

    def __init__(self, path: Path | None = None, program: str = "") -> None:
        self.database = opened(path, program)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def keys(self) -> Mapping[str, str]:
        """Give the addresses of the articles that it has, each with its contribution's key."""
        return dict(self.database.execute("SELECT url, key FROM article").fetchall())

    def update(self, names: Names, added: Iterable[Contribution], removed: Iterable[str] = ()) -> Iterator[File | Gone]:
        """
        Take in contributions that are new or different, take out articles, and yield the files whose bytes change.

        `added` is read once, one after another; what the state has already is passed over. The files come one by one, made when they are asked for:
        read them to the end. They are the same as if all articles were given to an empty state. `BrokenStateError` where the file turns out to
        be damaged.
        """
        try:
            yield from self._told(self._made(names, added, removed))
        except sqlite3.DatabaseError as error:
            raise BrokenStateError from error

    def files(self, names: Names) -> Iterator[File]:
        """Yield every file as it is; nothing is made anew but its bytes."""
        for address, data in all_files(self.database, names):
            if data is not None:
                yield File(f"{ROOT}{address}", data)

    def addresses(self) -> frozenset[str]:
        """Give the addresses of all files."""
        return frozenset(f"{ROOT}{address}" for (address,) in self.database.execute("SELECT address FROM file"))

    def save(self) -> None:
        """Keep what was done."""
        self.database.execute("COMMIT")
        self.database.execute("BEGIN")

    def close(self) -> None:
        """Forget what was not saved, and close the file."""
        self.database.close()

    def _made(self, names: Names, added: Iterable[Contribution], removed: Iterable[str]) -> Iterator[Made]:
        """Change the tables; yield the files that this can have touched."""
        database = self.database
        before = articles(database)
        gone, new, few = self._taken(added, removed, before // FEW)
        now = articles(database)
        digest = _digest(names)
        same = before and table_size(before) == table_size(now) and get(database, "names") == digest
        if not (few and same):
            put(database, "names", digest)
            rebuild(database, names)
            put(database, "lists", self._lists())
            for (address,) in database.execute("SELECT address FROM file").fetchall():
                yield address, None
            yield from all_files(database, names)
        elif gone or new:
            lists = get(database, "lists")
            touched = Update(database, names).make(gone, new)
            put(database, "lists", self._lists())
            touched.same_lists = lists == get(database, "lists")
            if not touched.same_lists:
                yield from self._listed()
            yield from touched_files(database, names, touched)

    def _taken(
        self, added: Iterable[Contribution], removed: Iterable[str], few: int
    ) -> tuple[list[Row], list[str], bool]:
        """Write `article`; give the rows that were there, the addresses that are new, and whether both are few."""
        gone: dict[str, Row] = {}
        new: set[str] = set()
        changes = 0
        database = self.database
        for url in removed:
            changes += 1
            if changes <= few:
                gone.update((url, row) for row in rows(database, "WHERE url = ?", (url,)))
            database.execute("DELETE FROM article WHERE url = ?", (url,))
        for given in added:
            known = database.execute("SELECT key FROM article WHERE url = ?", (given.url,)).fetchone()
            key = given.key
            if known == (key,):
                continue
            changes += 1
            if changes <= few:
                if known:
                    gone.update((given.url, row) for row in rows(database, "WHERE url = ?", (given.url,)))
                new.add(given.url)
            insert(database, given, key)
        return [*gone.values()], sorted(new), changes <= few

    def _lists(self) -> str:
        """Say how the lists of words are divided, and how frequent their words are."""
        return json.dumps([least(articles(self.database)), list_depths(self.database)])

    def _listed(self) -> Iterator[Made]:
        """Yield the files of all lists as gone: their words are divided otherwise."""
        for side in SIDES:
            found = self.database.execute(
                "SELECT address FROM file WHERE address > ? AND address < ?", (f"{side}/", f"{side}0")
            )
            for (address,) in found.fetchall():
                yield address, None

    def _told(self, made: Iterable[Made]) -> Iterator[File | Gone]:
        """Compare files with those that there were; remember them, and yield those that differ."""
        database = self.database
        for address, data in made:
            known = database.execute("SELECT digest FROM file WHERE address = ?", (address,)).fetchone()
            if data is None:
                if known:
                    database.execute("DELETE FROM file WHERE address = ?", (address,))
                    yield Gone(f"{ROOT}{address}")
                continue
            digest = hashlib.blake2b(data, digest_size=16).digest()
            if known != (digest,):
                database.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", (address, digest))
                yield File(f"{ROOT}{address}", data)


def _digest(names: Names) -> str:
    """Hash the names of concepts."""
    told = [(name.id, name.label, name.labels) for _, name in sorted(names.items())]
    return hashlib.blake2b(json.dumps(told, ensure_ascii=False).encode(), digest_size=16).hexdigest()
