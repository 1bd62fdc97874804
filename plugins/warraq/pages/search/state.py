"""The memory of the index, in a file that the build keeps, and the changes of the index's files from build to build."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from warraq.pages.gzipped import gzipped
from warraq.pages.page import File

from .articles import Row, insert, remove, rows, times
from .bulk import count_words, rebuild
from .contributions import ROOT, Contribution
from .listing import SIDES, articles, least, list_depths
from .names import Names
from .numbering import table_size
from .tables import get, opened, put
from .update import Update
from .word_numbers import WordNumbers
from .written import Made, all_files, touched_files

PACKED = ("words/", *(f"{side}/" for side in SIDES))
"""The many files: a reader's query fetches few, and no host of static files packs a `.bin` on the way."""
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

    A build opens it below `.warraq/`, asks for `keys`, gives what differs to `take` and `drop`, writes the files that `update` then yields beside
    those of the former site (without those that are `Gone`), and calls `save` when the site is exchanged. What was not saved is forgotten: `keys` and
    `addresses` then are those of the build before. A program of another version, named by `program` (a digest of code and data), begins with an empty
    state; so does a missing or a cut file, and then everything has to be given. `files` yields all again, where the former site was lost.
    """

    def __init__(self, path: Path | None = None, program: str = "") -> None:
        self.database = opened(path, program)
        self._gone: dict[str, Row] = {}
        """Rows as the tables still have them, of articles that went or changed since the last update; few of them, or not needed."""
        self._new: set[str] = set()
        self._changes = 0
        self._numbers = WordNumbers(self.database)
        self._counts: Counter[int] = Counter()
        """The frequencies of all words, by number, while nothing but new articles came."""
        self._counted = True
        self._before = articles(self.database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def keys(self) -> Mapping[str, str]:
        """Give the addresses of the articles that it has, each with its contribution's key."""
        return dict(self.database.execute("SELECT url, key FROM article").fetchall())

    def take(self, given: Contribution) -> None:
        """Take in a contribution that is new or different; one that is there already changes nothing. `update` follows."""
        key = given.key
        known = self.database.execute("SELECT key FROM article WHERE url = ?", (given.url,)).fetchone()
        if known != (key,):
            self._counted = self._counted and not known
            self._remember(given.url)
            self._new.add(given.url)
            if known:
                remove(self.database, given.url)
            words = self._numbers.of(given.words.split(" ") if given.words else [])
            insert(self.database, given, key, words)
            if not self._before and self._counted:
                # All is made at once afterwards: what is counted here need not be read again for that.
                count_words(self._counts, words, times(given.once, given.sizes, given.places))

    def drop(self, url: str) -> None:
        """Take an article out. `update` follows."""
        self._counted = False
        self._remember(url)
        self._new.discard(url)
        remove(self.database, url)

    def update(
        self, names: Names, added: Iterable[Contribution] = (), removed: Iterable[str] = ()
    ) -> Iterator[File | Gone]:
        """
        Drop articles, take contributions, and yield the files whose bytes change since the last update.

        `added` is read once, one after another. The files come one by one, made when they are asked for: read them to the end. They are the same as
        if all articles were given to an empty state. `BrokenStateError` where the file turns out to be damaged.
        """
        try:
            for url in removed:
                self.drop(url)
            for given in added:
                self.take(given)
            yield from self._told(self._made(names))
        except sqlite3.DatabaseError as error:
            raise BrokenStateError from error

    def files(self, names: Names) -> Iterator[File]:
        """Yield every file as it is; nothing is made anew but its bytes."""
        for address, data in all_files(self.database, names):
            if data is not None:
                yield _file(address, data)

    def addresses(self) -> frozenset[str]:
        """Give the addresses of all files."""
        return frozenset(map(_published, self._known()))

    def save(self) -> None:
        """Keep what was done."""
        self.database.execute("COMMIT")
        self.database.execute("BEGIN")

    def close(self) -> None:
        """Forget what was not saved, and close the file."""
        self.database.close()

    def _remember(self, url: str) -> None:
        """Remember an article as the tables have it, before its row changes; not of many, for then all is made anew."""
        self._changes += 1
        if not self._few:
            self._numbers.load()
        elif url not in self._new and url not in self._gone:
            self._gone.update((url, row) for row in rows(self.database, "WHERE url = ?", (url,)))

    @property
    def _few(self) -> bool:
        """Few articles changed, beside those that there were."""
        return self._changes <= self._before // FEW

    def _made(self, names: Names) -> Iterator[Made]:
        """Change the tables; yield the files that this can have touched, and at the end those that are no more."""
        database = self.database
        now, digest, lists = articles(database), _digest(names), get(database, "lists")
        same = self._before and table_size(self._before) == table_size(now) and get(database, "names") == digest
        gone, new = list(self._gone.values()), sorted(self._new)
        if same and not self._changes:
            return
        if same and self._few:
            touched = Update(database, names).make(gone, new)
            touched.same_lists = lists == self._lists()
            made = touched_files(database, names, touched)
            former = set() if touched.same_lists else {a for a in self._known() if a.startswith(SIDES)}
        else:
            rebuild(database, names, self._numbers.load(), self._counts if self._counted else Counter())
            self._numbers = WordNumbers(database)
            made = all_files(database, names)
            former = self._known()
        put(database, "names", digest)
        put(database, "lists", self._lists())
        self._gone, self._new, self._changes, self._before = {}, set(), 0, now
        self._counts, self._counted = Counter(), True
        for address, data in made:
            former.discard(address)
            yield address, data
        yield from ((address, None) for address in sorted(former))

    def _known(self) -> set[str]:
        """Give the addresses of all files, below the index."""
        return {address for (address,) in self.database.execute("SELECT address FROM file")}

    def _lists(self) -> str:
        """Say how the lists of words are divided, and how frequent their words are."""
        return json.dumps([least(articles(self.database)), list_depths(self.database)])

    def _told(self, made: Iterable[Made]) -> Iterator[File | Gone]:
        """Compare files with those that there were; remember them, and yield those that differ."""
        database = self.database
        for address, data in made:
            known = database.execute("SELECT digest FROM file WHERE address = ?", (address,)).fetchone()
            if data is None:
                if known:
                    database.execute("DELETE FROM file WHERE address = ?", (address,))
                    yield Gone(_published(address))
                continue
            digest = hashlib.blake2b(data, digest_size=16).digest()
            if known != (digest,):
                database.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", (address, digest))
                yield _file(address, data)


def _published(address: str) -> str:
    """Give the address in the site of one below the index."""
    return f"{ROOT}{address}.gz" if address.startswith(PACKED) else f"{ROOT}{address}"


def _file(address: str, data: bytes) -> File:
    return File(_published(address), gzipped([data]) if address.startswith(PACKED) else data)


def _digest(names: Names) -> str:
    """Hash the names of concepts."""
    told = [(name.id, name.label, name.labels) for _, name in sorted(names.items())]
    return hashlib.blake2b(json.dumps(told, ensure_ascii=False).encode(), digest_size=16).hexdigest()
