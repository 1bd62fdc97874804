"""
The state of a running import in `.warraq/import-…/`: enough to go on after a power cut.

Every file that was inspected is one line; drafts and pictures are beside it. `decided.json` appears whole once all files are
decided on, and from then on only writing is left. The folder is removed once the report is written.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from warraq.desk.own_files import NotOwnError, demand_folder, git_knows, is_another_users, is_link
from warraq.desk.writing import write
from warraq.language import message

from .draft_store import DraftStore
from .import_decisions import ImportDecision, from_journal, to_journal
from .inspection import Inspection, sharing
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
        """
        Give the inspections made before, of files that are still the same, under the same circumstances (rules, table, vocabulary).

        A journal that is not this program's own, or that is damaged, is removed: its import begins anew. A NotOwnError where it stays.
        """
        demand_folder(self.folder.parent)
        if not self._is_own():
            self._begin_anew()
        mark = self.folder / "circumstances"
        decisions = self.decided()
        if decisions is None and (not mark.is_file() or mark.read_bytes() != circumstances.encode()):
            self._begin_anew()
        known = self._known({f.name: f.stamp for f in files} if decisions is None else None)
        if any(decision.name not in known for decision in decisions or ()):
            self._begin_anew()
            known = {}
        self.store.folder.mkdir(parents=True, exist_ok=True)
        write(mark, circumstances.encode())
        return known

    def _known(self, stamps: Mapping[str, str] | None) -> dict[str, Inspection]:
        """Give the inspections that can be read, of files with these stamps; None: of any."""
        known: dict[str, Inspection] = {}
        if (lines := self.folder / "looked.jsonl").is_file():
            for line in lines.read_text("utf-8", errors="surrogateescape").split("\n"):
                try:
                    inspection = Inspection.from_line(line)
                except (ValueError, RecursionError):  # cut off when the power went
                    continue
                if stamps is None or stamps.get(inspection.name) == inspection.stamp:
                    known[inspection.name] = sharing(inspection)
        return known

    def _is_own(self) -> bool:
        """Tell whether all of it was made by this user on this machine, and is of files and folders alone."""
        found = [self.folder]
        for here, folders, files in os.walk(self.folder):
            found += (Path(here, name) for name in folders)
            if not all(Path(here, name).is_file() and name != self.store.folder.name for name in files):
                return False
            found += (Path(here, name) for name in files)
        if any(is_link(place) or is_another_users(place) for place in found):
            return False
        return not self.folder.exists() or (self.folder.is_dir() and not git_knows(self.folder.parent.absolute())[0])

    def _begin_anew(self) -> None:
        if is_link(self.folder) or not self.folder.is_dir():
            self.folder.unlink(missing_ok=True)
        self.end()
        if os.path.lexists(self.folder):
            raise NotOwnError(self.folder, message("What an import left there can't be removed."))

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
        """Give the decisions, if all were made and can be read."""
        file = self.folder / "decided.json"
        try:
            return from_journal(file.read_bytes()) if file.is_file() else None
        except (ValueError, RecursionError):
            return None

    def decide(self, decisions: tuple[ImportDecision, ...]) -> None:
        """Write the decisions down; from now on only writing is left."""
        write(self.folder / "decided.json", to_journal(decisions))

    def end(self) -> None:
        """Remove the journal."""
        shutil.rmtree(self.folder, ignore_errors=True)
