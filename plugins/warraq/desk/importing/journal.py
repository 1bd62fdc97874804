"""
What an import remembers while it runs, in `.warraq/import-…/`: enough to go on after a power cut.

Every file that was looked at is one line; drafts and pictures lie beside it; `decided.json` appears whole once all is
decided, and from then on only writing is left. The folder goes when the report is there.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from warraq.desk.writing import write

from .deciding import Decision, read, written
from .looked import Looked
from .places import Found


@dataclass(frozen=True, slots=True)
class Journal:
    """The memory of one import: of one place into one archive."""

    folder: Path

    @classmethod
    def of(cls, project: Path, place: Path) -> Journal:
        """The journal of a place, new or left by an interrupted import."""
        key = sha256(str(place.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        return cls(project / ".warraq" / f"import-{key}")

    @property
    def kept(self) -> Path:
        """Where drafts and pictures lie."""
        return self.folder / "kept"

    def begin(self, circumstances: str, found: Iterable[Found]) -> dict[str, Looked]:
        """Give what was looked at already; only files that are still the same, under the same circumstances (rules, table, vocabulary)."""
        mark = self.folder / "circumstances"
        if self.decided() is None and (not mark.is_file() or mark.read_text("utf-8") != circumstances):
            self.end()
        self.kept.mkdir(parents=True, exist_ok=True)
        write(mark, circumstances.encode())
        stamps = {f.name: f.stamp for f in found}
        known: dict[str, Looked] = {}
        if (lines := self.folder / "looked.jsonl").is_file():
            for line in lines.read_text("utf-8", errors="surrogateescape").split("\n"):
                try:
                    looked = Looked.read(line)
                except (ValueError, TypeError, KeyError):  # cut off when the power went
                    continue
                if self.decided() is not None or stamps.get(looked.name) == looked.stamp:
                    known[looked.name] = looked
        return known

    def open(self) -> TextIO:
        """Where lines are added; begins on a line of its own, whatever was cut off before."""
        stream = (self.folder / "looked.jsonl").open("a", encoding="utf-8", errors="surrogateescape", newline="\n")
        stream.write("\n")
        return stream

    def decided(self) -> tuple[Decision, ...] | None:
        """What was decided, if all was."""
        file = self.folder / "decided.json"
        return read(file.read_bytes()) if file.is_file() else None

    def decide(self, decisions: tuple[Decision, ...]) -> None:
        """Write the decisions down: the point of no return."""
        write(self.folder / "decided.json", written(decisions))

    def end(self) -> None:
        """Forget."""
        shutil.rmtree(self.folder, ignore_errors=True)
