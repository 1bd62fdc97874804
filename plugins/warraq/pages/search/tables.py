"""
What the index remembers from build to build: tables of an SQLite file, all of them made of contributions.

`article` has the contributions; the other tables are what follows from them, kept so that one article more or less changes few rows. A file of
another format or program, or one that can't be read, is begun anew.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

FORMAT = 10
"""Of the tables and of the index's files; the browser's modules are always of the same build."""
SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
    number INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, slot INTEGER NOT NULL, key TEXT NOT NULL, day INTEGER NOT NULL, source TEXT NOT NULL,
    tags TEXT NOT NULL, concepts TEXT NOT NULL, named TEXT NOT NULL, length INTEGER NOT NULL, text_words INTEGER NOT NULL,
    language TEXT NOT NULL, version_of TEXT NOT NULL
);
CREATE TABLE place (number INTEGER PRIMARY KEY, once TEXT NOT NULL, words BLOB NOT NULL, sizes BLOB NOT NULL, places BLOB NOT NULL);
CREATE TABLE shown (number INTEGER PRIMARY KEY, text BLOB NOT NULL);
CREATE TABLE word (number INTEGER PRIMARY KEY, written TEXT NOT NULL, token TEXT NOT NULL, n INTEGER NOT NULL);
CREATE TABLE token (
    token TEXT PRIMARY KEY, n INTEGER NOT NULL, family TEXT NOT NULL, bare TEXT NOT NULL, core TEXT NOT NULL, stem TEXT NOT NULL, alike TEXT
) WITHOUT ROWID;
CREATE TABLE stem (
    stem TEXT PRIMARY KEY, bare INTEGER NOT NULL, articled INTEGER NOT NULL, seated INTEGER NOT NULL, rest TEXT
) WITHOUT ROWID;
CREATE TABLE term (
    hash INTEGER NOT NULL, family TEXT NOT NULL, bare TEXT NOT NULL, core TEXT NOT NULL, stem TEXT NOT NULL, count INTEGER NOT NULL,
    head BLOB NOT NULL, data BLOB NOT NULL, blocks BLOB NOT NULL
);
CREATE TABLE family (hash INTEGER, family TEXT, size INTEGER NOT NULL, PRIMARY KEY (hash, family)) WITHOUT ROWID;
CREATE TABLE shard (low INTEGER PRIMARY KEY, depth INTEGER NOT NULL, size INTEGER NOT NULL);
CREATE TABLE listed (front TEXT PRIMARY KEY, back TEXT NOT NULL, sound TEXT NOT NULL, count INTEGER NOT NULL, entry TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (address TEXT PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID;
"""
INDEXES = {
    "article_slot": "article (slot)",
    "word_written": "word (written)",
    "word_token": "word (token)",
    "token_core": "token (core)",
    "token_alike": "token (alike) WHERE alike IS NOT NULL",
    "stem_rest": "stem (rest) WHERE rest IS NOT NULL",
    "term_hash": "term (hash)",
    "term_core": "term (core)",
    "listed_back": "listed (back, count, entry)",
    "listed_sound": "listed (sound, count, entry)",
}
"""Made when all rows are there, which is quicker."""
DERIVED = ("word", "token", "stem", "term", "family", "shard", "listed")
"""What is made anew where everything is."""


def opened(path: Path | None, program: str) -> sqlite3.Connection:
    """Open the tables, and begin anew where they are of another make; without a path they are gone when they are closed."""
    made = f"{FORMAT} {sys.byteorder} {program}"
    if path is not None:
        try:
            database = _connected(path)
            if get(database, "made") == made:
                return database
            database.close()
        except sqlite3.Error:
            pass
        path.unlink(missing_ok=True)
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    database = _connected(path)
    database.executescript(SCHEMA)
    database.execute("BEGIN")
    put(database, "made", made)
    return database


def _connected(path: Path | None) -> sqlite3.Connection:
    """Connect, with transactions that we begin and end ourselves; few pages are held in memory."""
    database = sqlite3.connect(path or "", isolation_level=None, cached_statements=256)
    # A killed program leaves the tables whole; a power cut may not, and then they are begun anew.
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA cache_size = -16000")
    database.execute("BEGIN")
    return database


def make_indexes(database: sqlite3.Connection) -> None:
    """Make what rows are found by."""
    for name, columns in INDEXES.items():
        database.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {columns}")


def empty(database: sqlite3.Connection) -> None:
    """Empty what is made anew."""
    for name in INDEXES:
        database.execute(f"DROP INDEX IF EXISTS {name}")
    for table in DERIVED:
        database.execute(f"DELETE FROM {table}")  # noqa: S608 - a constant of ours


def get(database: sqlite3.Connection, key: str) -> str:
    """Give what was remembered under a name; empty where nothing was."""
    row = database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def put(database: sqlite3.Connection, key: str, value: str) -> None:
    """Remember something under a name."""
    database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
