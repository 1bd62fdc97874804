"""
The names that were found in each article, and their sums, in `.warraq/names.sqlite`.

An article that changed takes its own numbers out of the sums and puts its new ones in; no other article is read again. The sums are on the disk, so
that memory holds the most frequent alone. It is only speed, as what review keeps: without it, cut or of another make, all is found anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from warraq.desk.kept_database import KeptDatabase

from .cue import Counts, Cue, Words

COLUMNS = tuple(f"c{cue.value}" for cue in Cue)
LISTED = ", ".join(COLUMNS)
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS articles (number INTEGER PRIMARY KEY, path TEXT UNIQUE, stamp TEXT, withheld TEXT, articled TEXT)",
    f"CREATE TABLE IF NOT EXISTS names (number INTEGER PRIMARY KEY, words TEXT UNIQUE, articles INTEGER, {LISTED})",
    f"CREATE TABLE IF NOT EXISTS found (article INTEGER, name INTEGER, {LISTED}, PRIMARY KEY (article, name)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS articles_of ON found (name)",
    "CREATE INDEX IF NOT EXISTS frequent ON names (articles)",
    "CREATE TABLE IF NOT EXISTS articled (word TEXT PRIMARY KEY, articles INTEGER) WITHOUT ROWID",
)
ADD = (
    f"INSERT INTO names (words, articles, {LISTED}) VALUES (?, 1, {', '.join('?' * len(COLUMNS))}) "  # noqa: S608 - names of columns
    f"ON CONFLICT (words) DO UPDATE SET articles = articles + 1, {', '.join(f'{c} = {c} + excluded.{c}' for c in COLUMNS)}"
)
NOTE = f"INSERT INTO found SELECT ?, number, {', '.join('?' * len(COLUMNS))} FROM names WHERE words = ?"  # noqa: S608 - marks of values
TAKE = f"UPDATE names SET articles = articles - 1, {', '.join(f'{c} = {c} - ?' for c in COLUMNS)} WHERE number = ?"  # noqa: S608 - names of columns
MOST = 50_000
"""Candidates that are judged at once: the most frequent ones. Each takes half a kilobyte of memory."""
DATABASE = KeptDatabase("names.sqlite", SCHEMA, patience=10)  # another program writes for a second or two


@dataclass(frozen=True, slots=True)
class FoundIn:
    """What was found in one article."""

    names: Mapping[Words, tuple[int, ...]]
    """Times by cue."""
    articled: frozenset[str]
    """Words that it writes with the article, without it."""
    withheld: tuple[str, ...] = ()
    """Words that it withholds."""


@dataclass(slots=True)
class KeptNames:
    """The names of each article by its path, with the stamp of the file that they were found in."""

    file: Path | None
    """None: they are kept in memory."""
    _db: sqlite3.Connection = field(init=False)

    def __post_init__(self) -> None:
        self._db = DATABASE.opened(self.file)

    @classmethod
    def of(cls, content: Path) -> KeptNames:
        """Give what is kept of the archive below `content`."""
        return cls(DATABASE.file(content))

    def stamps(self) -> dict[str, str]:
        """Give the stamp of each article by its path."""
        return {str(path): str(stamp) for path, stamp in self._db.execute("SELECT path, stamp FROM articles")}

    def put(self, path: str, stamp: str, found: FoundIn) -> None:
        """Put what was found in an article in the place of what was found in it before."""
        self.drop([path])
        row = (path, stamp, "\n".join(found.withheld), " ".join(sorted(found.articled)))
        number = self._db.execute(
            "INSERT INTO articles (path, stamp, withheld, articled) VALUES (?, ?, ?, ?)", row
        ).lastrowid
        rows = [(" ".join(words), *cues) for words, cues in found.names.items()]
        self._db.executemany(ADD, rows)
        self._db.executemany(NOTE, [(number, *cues, words) for words, *cues in rows])
        more = "INSERT INTO articled VALUES (?, 1) ON CONFLICT (word) DO UPDATE SET articles = articles + 1"
        self._db.executemany(more, [(word,) for word in found.articled])

    def drop(self, paths: Iterable[str]) -> None:
        """Forget articles that are gone."""
        for path in paths:
            query = "SELECT number, articled FROM articles WHERE path = ?"
            for number, articled in self._db.execute(query, (path,)).fetchall():
                of_it = self._db.execute(f"SELECT {LISTED}, name FROM found WHERE article = ?", (number,)).fetchall()  # noqa: S608 - names of columns
                self._db.executemany(TAKE, of_it)
                self._db.execute("DELETE FROM found WHERE article = ?", (number,))
                gone = [(row[-1],) for row in of_it]
                self._db.executemany("DELETE FROM names WHERE number = ? AND articles < 1", gone)
                words = [(word,) for word in str(articled).split()]
                self._db.executemany("UPDATE articled SET articles = articles - 1 WHERE word = ?", words)
                self._db.execute("DELETE FROM articles WHERE number = ?", (number,))

    def write(self) -> None:
        """Write to the disk; what the disk does not take is found anew the next time."""
        try:
            self._db.commit()
        except sqlite3.Error:  # locked by another program, or a disk that is full
            with suppress(sqlite3.Error):
                self._db.rollback()

    def found(self) -> dict[Words, Counts]:
        """Give the candidates, at most `MOST`, the most frequent first."""
        query = f"SELECT words, articles, {LISTED} FROM names ORDER BY articles DESC, words LIMIT ?"  # noqa: S608 - names of columns
        return {
            tuple(str(words).split(" ")): Counts(int(articles), tuple(map(int, cues)))
            for words, articles, *cues in self._db.execute(query, (MOST,))
        }

    def articled(self, words: Iterable[str]) -> frozenset[str]:
        """Give those of some words that an article has with the article."""
        query = "SELECT articles FROM articled WHERE word = ?"
        return frozenset(
            word for word in words if (row := self._db.execute(query, (word,)).fetchone()) and int(row[0]) > 0
        )

    def articles_of(self, words: Words) -> tuple[str, ...]:
        """Give the paths of the articles in which a name was found, in order."""
        query = "SELECT path FROM names JOIN found ON name = names.number JOIN articles ON article = articles.number WHERE words = ? ORDER BY path"
        return tuple(str(path) for (path,) in self._db.execute(query, (" ".join(words),)))

    def silent(self) -> int:
        """Give the number of articles that gave no word: such as those in another language."""
        query = "SELECT COUNT(*) FROM articles WHERE articled = '' AND NOT EXISTS (SELECT 1 FROM found WHERE article = articles.number)"
        return int(self._db.execute(query).fetchone()[0])

    def withheld(self) -> frozenset[str]:
        """Give all words that any article withholds."""
        rows = self._db.execute("SELECT withheld FROM articles WHERE withheld != ''")
        return frozenset(word for (words,) in rows for word in str(words).split("\n"))
