"""
The state of a running import in `.warraq/import-…/`: enough to go on after a power cut.

Every file that was inspected is one line; drafts and pictures are beside it. `decided.json` appears whole once all files are
decided on, and from then on only writing is left. The folder is removed once the report is written.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from warraq.desk.writing import write

from .draft_store import DraftStore
from .import_decisions import ImportDecision, from_journal, to_journal
from .inspection import Inspection
from .sources import SourceFile


@dataclass(frozen=True, slots=True)
class Journal:
    """The state of one import: of one source into one archive."""

    folder: Path

    @classmethod
    def of(cls, project: Path, source: Path) -> Journal:
        """Give the journal of a source, new or left by an interrupted import."""
        key = sha256(str(source.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        return cls(project / ".warraq" / f"import-{key}")

    @property
    def store(self) -> DraftStore:
        """Give the drafts and pictures that were kept."""
        return DraftStore(self.folder / "kept")

    def begin(self, circumstances: str, files: Iterable[SourceFile]) -> dict[str, Inspection]:
        """Give the inspections made before, of files that are still the same, under the same circumstances (rules, table, vocabulary)."""
        mark = self.folder / "circumstances"
        if self.decided() is None and (not mark.is_file() or mark.read_text("utf-8") != circumstances):
            self.end()
        self.store.folder.mkdir(parents=True, exist_ok=True)
        write(mark, circumstances.encode())
        stamps = {f.name: f.stamp for f in files}
        known: dict[str, Inspection] = {}
        if (lines := self.folder / "looked.jsonl").is_file():
            for line in lines.read_text("utf-8", errors="surrogateescape").split("\n"):
                try:
                    inspection = Inspection.from_line(line)
                except (ValueError, TypeError, KeyError):  # cut off when the power went
                    continue
                if self.decided() is not None or stamps.get(inspection.name) == inspection.stamp:
                    known[inspection.name] = inspection
        return known

    @contextmanager
    def open(self) -> Iterator[TextIO]:
        """Open the inspections to add lines; the first is a line of its own even if the last one was cut off. A full disk names the file."""
        file = self.folder / "looked.jsonl"
        try:
            with file.open("a", encoding="utf-8", errors="surrogateescape", newline="\n") as stream:
                stream.write("\n")
                yield stream
        except OSError as error:
            if error.errno is None or error.filename is not None:
                raise
            raise OSError(error.errno, error.strerror, str(file)) from error

    def decided(self) -> tuple[ImportDecision, ...] | None:
        """Give the decisions, if all were made."""
        file = self.folder / "decided.json"
        return from_journal(file.read_bytes()) if file.is_file() else None

    def decide(self, decisions: tuple[ImportDecision, ...]) -> None:
        """Write the decisions down; from now on only writing is left."""
        write(self.folder / "decided.json", to_journal(decisions))

    def end(self) -> None:
        """Remove the journal."""
        shutil.rmtree(self.folder, ignore_errors=True)
