"""
What the index remembers from build to build: tables of an SQLite file, all of them made of contributions.

`article` has the contributions; the other tables are what follows from them, kept so that one article more or less changes few rows. A file of
another format or program, or one that can't be read, is begun anew.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

FORMAT = 2
"""Of the tables and of the index's files; the browser's modules are always of the same build."""
SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
    url TEXT PRIMARY KEY, slot INTEGER NOT NULL, key TEXT NOT NULL, day INTEGER NOT NULL, source TEXT NOT NULL, tags TEXT NOT NULL,
    concepts TEXT NOT NULL, named TEXT NOT NULL, length INTEGER NOT NULL, text_words INTEGER NOT NULL,
    words BLOB NOT NULL, sizes BLOB NOT NULL, places BLOB NOT NULL
);
CREATE INDEX article_slot ON article (slot);
CREATE TABLE word (written TEXT PRIMARY KEY, token TEXT NOT NULL, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX word_token ON word (token);
CREATE TABLE token (
    token TEXT PRIMARY KEY, n INTEGER NOT NULL, family TEXT NOT NULL, bare TEXT NOT NULL, core TEXT NOT NULL, stem TEXT NOT NULL, alike TEXT
) WITHOUT ROWID;
CREATE INDEX token_core ON token (core);
CREATE INDEX token_alike ON token (alike) WHERE alike IS NOT NULL;
CREATE TABLE stem (
    stem TEXT PRIMARY KEY, bare INTEGER NOT NULL, articled INTEGER NOT NULL, seated INTEGER NOT NULL, rest TEXT
) WITHOUT ROWID;
CREATE INDEX stem_rest ON stem (rest) WHERE rest IS NOT NULL;
CREATE TABLE term (
    hash INTEGER NOT NULL, family TEXT NOT NULL, bare TEXT NOT NULL, core TEXT NOT NULL, stem TEXT NOT NULL, count INTEGER NOT NULL,
    articles BLOB NOT NULL, sizes BLOB NOT NULL, head BLOB NOT NULL, data BLOB NOT NULL
);
CREATE UNIQUE INDEX term_form ON term (hash, family, bare, core, stem);
CREATE INDEX term_core ON term (core);
CREATE TABLE family (hash INTEGER, family TEXT, size INTEGER NOT NULL, PRIMARY KEY (hash, family)) WITHOUT ROWID;
CREATE TABLE shard (low INTEGER PRIMARY KEY, depth INTEGER NOT NULL, size INTEGER NOT NULL);
CREATE TABLE listed (
    front TEXT PRIMARY KEY, back TEXT NOT NULL, sound TEXT NOT NULL, count INTEGER NOT NULL, entry TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX listed_back ON listed (back, count, entry);
CREATE INDEX listed_sound ON listed (sound, count, entry);
CREATE TABLE file (address TEXT PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID;
"""
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


def get(database: sqlite3.Connection, key: str) -> str:
    """Give what was remembered under a name; empty where nothing was."""
    row = database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def put(database: sqlite3.Connection, key: str, value: str) -> None:
    """Remember something under a name."""
    database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
