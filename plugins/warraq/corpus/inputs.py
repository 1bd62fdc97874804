"""
Which files a corpus is read from, and in which format each is.

A folder stands for all files below it whose endings are known, in the order of their names. A file that is named itself may have any ending:
its first bytes tell.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from warraq.archive.shown_path import shown_path
from warraq.language import Message, listed, message

from .errors import CorpusError

PACKED = {".gz": "gzip", ".zst": "zstd", ".bz2": "bz2"}
"""Endings of files that are packed, with what each is called."""
ENDINGS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".warc": "warc",
    ".wacz": "wacz",
}
WHOLE = ("parquet", "wacz")
"""Formats that pack by themselves."""
BEGINNINGS = ((b"PAR1", "parquet"), (b"WARC/", "warc"), (b"{", "jsonl"))
TODO = message("Name files that end in {endings}.", endings=listed([*ENDINGS, *(f".jsonl{each}" for each in PACKED)]))


class InputError(CorpusError):
    """Files that no corpus can be read from: all of them."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file of rows, or a part of a WACZ file."""

    name: str
    """As places name it: the path that was given, of a folder's file with the path below it, always with `/`; bytes that are no UTF-8 as `\\xff`."""
    path: Path
    format: str
    """`jsonl`, `csv`, `parquet` or `warc`."""
    member: str = ""
    """Of a WACZ file: the WARC file within it."""
    size: int = 0
    """Bytes on the disk."""
    stamp: int = 0
    """When it was last written, in nanoseconds."""


def find_inputs(given: Sequence[str]) -> list[Input]:
    """Find the files; an InputError names each that can't be one."""
    found: dict[tuple[Path, str], Input] = {}  # a file that is named twice is read once
    wrong: list[Message] = []
    for word in given:
        path = Path(word)
        if not path.exists():
            wrong.append(message("{path} does not exist.", path=shown_path(word)))
            continue
        below = (
            sorted(each for each in path.rglob("*") if each.is_file() and _by_ending(each)) if path.is_dir() else [path]
        )
        if not below:
            wrong.append(message("{path} has no file of a corpus. {todo}", path=shown_path(word), todo=TODO))
        for each in below:
            try:
                for one in _inputs(each):
                    found.setdefault((each.resolve(), one.member), one)
            except zipfile.BadZipFile:
                wrong.append(message("{path} is a damaged ZIP file.", path=shown_path(str(each))))
            except LookupError:
                wrong.append(message("It is not known what {path} is. {todo}", path=shown_path(str(each)), todo=TODO))
    if wrong:
        raise InputError(*wrong)
    return list(found.values())


def _by_ending(path: Path) -> str:
    name = path.name.lower()
    packed = next((each for each in PACKED if name.endswith(each)), "")
    kind = ENDINGS.get(Path(name.removesuffix(packed)).suffix, "")
    return "" if packed and kind in WHOLE else kind


def _inputs(path: Path) -> Iterator[Input]:
    kind = _by_ending(path) or _by_beginning(path)
    state = path.stat()
    if kind != "wacz":
        yield Input(_name(path), path, kind, "", state.st_size, state.st_mtime_ns)
        return
    with zipfile.ZipFile(path) as packed:
        for entry in sorted(packed.infolist(), key=lambda each: each.filename):
            if entry.filename.lower().endswith((".warc", ".warc.gz")):
                name = f"{_name(path)}/{entry.filename}"
                yield Input(name, path, "warc", entry.filename, entry.compress_size, state.st_mtime_ns)


def _name(path: Path) -> str:
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _by_beginning(path: Path) -> str:
    with path.open("rb") as file:
        beginning = file.read(8)
    for start, kind in BEGINNINGS:
        if beginning.startswith(start):
            return kind
    raise LookupError(path)
