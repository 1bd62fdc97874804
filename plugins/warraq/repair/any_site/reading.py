"""
A file of a site, read and repaired; and written, where the site asks for it.

The bytes are decoded as an original's are: a file in windows-1256, which Pelican can't read, is read. Line ends stay as they are.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from ..readers import read_original
from ..version import RULES_VERSION
from .prose import RepairedSource, repair_source
from .wishes import Wishes

MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A file with what was repaired in it."""

    data: bytes
    encoding: str
    source: RepairedSource
    is_mixed: bool
    """Some of its lines end otherwise than others: it is not written."""

    @property
    def was_changed(self) -> bool:
        """Whether the words were repaired, or the file is in another encoding than UTF-8."""
        return bool(self.source.changes) or self.encoding != "utf-8"


def read_source(path: Path, wishes: Wishes, language: str | None) -> ReadSource:
    """Read and repair a file; an OSError or an UnreadableError where that can't be done."""
    data = path.read_bytes()
    original = read_original(path.name, data)
    text = original.text.replace("\r\n", "\n")
    is_mixed = "\r\n" in original.text and text.replace("\n", "\r\n") != original.text
    ending = path.suffix.lstrip(".").lower()
    done = repair_source(text, ending, wishes.rules, wishes.language or language)
    return ReadSource(data, original.encoding, done, is_mixed)


def write_back(path: Path, read: ReadSource, record: Path) -> bool:
    """Write the repaired source, after the record that undoes it; False where it was changed meanwhile, or its line ends are mixed."""
    if read.is_mixed or path.read_bytes() != read.data:
        return False
    after = read.source.after
    if b"\r\n" in read.data or "\r\n".encode("utf-16-le") in read.data:
        after = after.replace("\n", "\r\n")
    written = after.encode("utf-8", "surrogatepass")
    keys = {
        "rules": RULES_VERSION,
        "before_sha256": hashlib.sha256(read.data).hexdigest(),
        "after_sha256": hashlib.sha256(written).hexdigest(),
        "encoding": read.encoding,
        "changes": [change.to_json() for change in read.source.changes],
    }
    record.parent.mkdir(parents=True, exist_ok=True)
    number = 1
    while (kept := record.with_name(f"{record.name}.{number}.json")).exists():
        number += 1
    _write(kept, json.dumps(keys, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass"))
    _write(path, written)
    return True


def _write(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.writing")
    beside.write_bytes(data)
    if path.exists():
        os.chmod(beside, path.stat().st_mode)  # noqa: PTH101 - likewise for a link
    beside.replace(path)
