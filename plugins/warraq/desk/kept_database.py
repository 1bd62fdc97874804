"""
Databases in `.warraq/` that are only speed: without one, cut or of another make, what it held is found anew.

A file that came with a contribution, or that another user wrote, is not opened: what would be in it is kept in memory.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .code_stamp import code_stamp
from .own_files import git_knows, is_another_users, is_link

LARGEST_FILE = 4_000_000_000
TABLE = re.compile(r"CREATE TABLE IF NOT EXISTS (\w+)")
MADE_BY = "CREATE TABLE IF NOT EXISTS made_by (code TEXT NOT NULL)"


@dataclass(frozen=True, slots=True)
class KeptDatabase:
    """What a database holds, and where."""

    name: str
    """Of its file below `.warraq/`."""
    schema: tuple[str, ...]
    """Statements that make its tables and indexes where they are not there yet."""
    patience: float
    """Seconds to wait for another program that writes."""

    def file(self, content: Path) -> Path | None:
        """Give the file of the archive below `content`; None where it is to be kept in memory."""
        folder = content.resolve().parent / ".warraq"
        file = folder / self.name
        ours = not any(is_link(place) or is_another_users(place) for place in (folder, file))
        return file if ours and not git_knows(folder)[0] else None

    def opened(self, file: Path | None) -> sqlite3.Connection:
        """Open it, empty where other code wrote it; in memory where the disk does not take it."""
        if file is not None:
            for _ in range(2):
                with suppress(OSError, sqlite3.Error):
                    file.parent.mkdir(parents=True, exist_ok=True)
                    if file.exists() and file.stat().st_size > LARGEST_FILE:
                        file.unlink()
                    return self._begun(str(file))
                with suppress(OSError):
                    file.unlink()  # cut, or not a database
        return self._begun(":memory:")

    def _begun(self, place: str) -> sqlite3.Connection:
        db = sqlite3.connect(place, timeout=self.patience, check_same_thread=False)
        try:
            db.execute("PRAGMA trusted_schema = OFF")
            schema = (*self.schema, MADE_BY)
            for statement in schema:
                db.execute(statement)
            if db.execute("SELECT code FROM made_by").fetchall() != [(code_stamp(),)]:
                for made in filter(None, map(TABLE.match, schema)):
                    db.execute(f"DELETE FROM {made[1]}")  # noqa: S608 - our own names
                db.execute("INSERT INTO made_by VALUES (?)", (code_stamp(),))
                db.commit()
        except BaseException:
            db.close()
            raise
        return db
