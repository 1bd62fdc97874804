"""
Sources that were written back, as they were before: `warraq repair --undo-written FOLDER`, the folder of the records.

The newest record of each file comes first, and is deleted when it is undone. A file that was edited since is left, and its records with it.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from warraq.archive.shown_path import shown_path
from warraq.archive.system_reason import system_reason
from warraq.language import Message, message

from .written import RecordError, before_of, digest, write


@dataclass(slots=True)
class Undone:
    """What became of the files of a folder of records."""

    files: int = 0
    """Files that are, byte by byte, what they were before."""
    left: list[tuple[Path, Message]] = field(default_factory=list)
    """Files and records that were left as they are, and why."""


def undo_written(folder: Path) -> Undone:
    """Undo all that the records in a folder tell of; one that can't be undone doesn't stop the others."""
    undone = Undone()
    if not folder.is_dir():
        undone.left.append((folder, message("There is no such folder.")))
    for file, records in sorted(_by_file(folder, undone).items()):
        try:
            undone.files += _undo_file(file, sorted(records, reverse=True))
        except _LeftError as left:
            undone.left.append((file, left.why))
        except OSError as error:
            undone.left.append((file, message("It can't be undone: {reason}.", reason=system_reason(error))))
    return undone


def said(undone: Undone, language: str) -> list[str]:
    """Give what became of the files, a line for each that was left, and a last one for those that were undone."""
    lines = [f"{shown_path(str(path))}: {why.text(language)}" for path, why in undone.left]
    done = message("Files that are again what they were before: {number}.", number=undone.files)
    return [*lines, done.text(language)]


class _LeftError(Exception):
    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True, order=True)
class _Record:
    number: int
    path: Path
    keys: Mapping[str, Any] = field(compare=False)


def _by_file(folder: Path, undone: Undone) -> dict[Path, list[_Record]]:
    found: dict[Path, list[_Record]] = defaultdict(list)
    for path in sorted(folder.rglob("*.json")):
        try:
            keys = json.loads(path.read_bytes())
            number = int(path.suffixes[-2][1:])
            keys["before_sha256"], keys["after_sha256"]
            file = Path(os.path.normpath(path.parent / keys["file"]))
        except (ValueError, TypeError, KeyError, IndexError, RecursionError):
            undone.left.append((path, message("It is no record of a file that was repaired.")))
        except OSError as error:
            undone.left.append((path, message("It can't be undone: {reason}.", reason=system_reason(error))))
        else:
            found[file].append(_Record(number, path, keys))
    return found


def _undo_file(file: Path, records: list[_Record]) -> bool:
    """Undo the records of a file, the newest first; tell whether there was anything to undo."""
    was_undone = False
    if not file.is_file():
        raise _LeftError(message("It is not there any more. Its records are kept."))
    for record in records:
        data = file.read_bytes()
        if digest(data) == record.keys["after_sha256"]:
            try:
                before = before_of(data, dict(record.keys))
            except RecordError as error:
                why = message(
                    "Its record {record} was changed, and does not give what was there before.",
                    record=str(record.path),
                )
                raise _LeftError(why) from error
            write(file, before)
            was_undone = True
        elif (
            digest(data) != record.keys["before_sha256"]
        ):  # those are of a program that was ended, here or when it wrote
            raise _LeftError(
                message(
                    "It was edited after it was repaired, and is left as it is. {record} says what was repaired.",
                    record=str(record.path),
                )
            )
        record.path.unlink()
    return was_undone
