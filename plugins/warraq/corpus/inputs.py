"""
Which files a corpus is read from, and in which format each is.

A folder stands for all files below it whose endings are known, in the order of their names. A file that is named itself may have any ending:
its first bytes tell.

A file that can't be read is one all the same: it is named when its turn comes, and the others are read.
"""

from __future__ import annotations

import lzma
import os
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from warraq.archive.shown_path import shown_path
from warraq.archive.system_reason import system_reason
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


DAMAGE_OF_ZIP = (EOFError, RuntimeError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""What a damaged ZIP file raises, when it is opened or read."""
DAMAGED_ZIP = message("The ZIP file is damaged: nothing in it can be read.")


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
    problem: Message | None = None
    """Why no row of it can be read."""


def unreadable(error: OSError) -> Message:
    """Say why the system gives nothing of a file."""
    return message("The file can't be read: {reason}.", reason=system_reason(error))


def find_inputs(given: Sequence[str]) -> list[Input]:
    """Find the files; an InputError names each that can't be one."""
    found: dict[tuple[str, str], Input] = {}  # a file that is named twice is read once
    wrong: list[Message] = []
    for word in given:
        path = Path(word)
        if not path.exists():
            wrong.append(message("{path} does not exist.", path=shown_path(word)))
            continue
        if not path.is_dir() and not path.is_file():
            wrong.append(message("{path} is no file and no folder.", path=shown_path(word)))
            continue
        below = (
            sorted(each for each in path.rglob("*") if _is_one(each) and _by_ending(each)) if path.is_dir() else [path]
        )
        if not below:
            wrong.append(message("{path} has no file of a corpus. {todo}", path=shown_path(word), todo=TODO))
        for each in below:
            try:
                for one in _inputs(each):
                    found.setdefault((os.path.realpath(each), one.member), one)
            except LookupError:
                wrong.append(message("It is not known what {path} is. {todo}", path=shown_path(str(each)), todo=TODO))
    if wrong:
        raise InputError(*wrong)
    return list(found.values())


def _is_one(path: Path) -> bool:
    """Tell whether this is a file, or a link to one that is gone, which is named."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _by_ending(path: Path) -> str:
    name = path.name.lower()
    packed = next((each for each in PACKED if name.endswith(each)), "")
    kind = ENDINGS.get(Path(name.removesuffix(packed)).suffix, "")
    return "" if packed and kind in WHOLE else kind


def _inputs(path: Path) -> Iterator[Input]:
    try:
        kind = _by_ending(path) or _by_beginning(path)
        state = path.stat()
    except OSError as error:
        yield Input(_name(path), path, "warc", problem=unreadable(error))
        return
    if kind != "wacz":
        yield Input(_name(path), path, kind, "", state.st_size, state.st_mtime_ns)
        return
    try:
        with zipfile.ZipFile(path) as packed:
            entries = sorted(packed.infolist(), key=lambda each: each.filename)
    except (OSError, *DAMAGE_OF_ZIP) as error:
        problem = unreadable(error) if isinstance(error, OSError) else DAMAGED_ZIP
        yield Input(_name(path), path, "warc", "", state.st_size, state.st_mtime_ns, problem)
        return
    for entry in entries:
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
