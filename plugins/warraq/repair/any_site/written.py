"""
Sources that are written back, each after a record that undoes it to the byte.

A record lies in a folder of records, as its source does in the site's: `a.md.1.json`, and `a.md.2.json` of what was repaired later. It names its
file by the way from itself, so that a site may be moved with its records.
"""

from __future__ import annotations

import hashlib
import json
import os
from base64 import b64decode, b64encode
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warraq.archive.change import Change
from warraq.archive.original import KeptBytes, Original, OriginalKind

from ..changes import UndoError
from ..library import undo
from ..version import RULES_VERSION

if TYPE_CHECKING:
    from .reading import ReadSource


class RecordError(ValueError):
    """The file is no record of a source that was written back, or was changed."""


def record_name(path: Path, root: Path) -> str:
    """Give the name of a source within the records of a site, whose sources lie in `root`."""
    file, folder = (Path(os.path.abspath(each)) for each in (path, root))  # noqa: PTH100 - links have the names by which they are read
    if file.is_relative_to(folder):
        return file.relative_to(folder).as_posix()
    return "/".join(("elsewhere", *file.parts[1:]))


def write_back(path: Path, read: ReadSource, record: Path) -> bool:
    """Write the repaired source, after its record; False where it was changed meanwhile, or its line ends are mixed."""
    if read.is_mixed or path.read_bytes() != read.data:
        return False
    after = read.source.after
    is_crlf = "\r\n" in read.original.text
    written = (after.replace("\n", "\r\n") if is_crlf else after).encode("utf-8", "surrogatepass")
    keys: dict[str, Any] = {
        "rules": RULES_VERSION,
        "before_sha256": digest(read.data),
        "after_sha256": digest(written),
        "encoding": read.encoding,
        "bom": read.original.bom,
        "crlf": is_crlf,
        "changes": [change.to_json() for change in read.source.changes],
    }
    if read.original.kept_bytes:
        keys["kept_bytes"] = [asdict(each) for each in read.original.kept_bytes]
    if _before(written, keys) != read.data:  # a page in a wrapping
        keys["before"] = b64encode(read.data).decode()
    record.parent.mkdir(parents=True, exist_ok=True)
    number = 1
    while (kept := record.with_name(f"{record.name}.{number}.json")).exists():
        number += 1
    keys["file"] = _way(path, kept.parent)
    write(kept, json.dumps(keys, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass"))
    write(path, written)
    return True


def before_of(data: bytes, keys: dict[str, Any]) -> bytes:
    """
    Give the bytes of a source before it was written, of those that were written and its record.

    Raises:
        RecordError: the record was changed: it gives other bytes than it says.

    """
    try:
        before = b64decode(keys["before"]) if "before" in keys else _before(data, keys)
    except (KeyError, TypeError, ValueError, LookupError, UndoError) as error:
        raise RecordError from error
    if digest(before) != keys["before_sha256"]:
        raise RecordError
    return before


def digest(data: bytes) -> str:
    """Give the SHA-256 by which a record knows bytes."""
    return hashlib.sha256(data).hexdigest()


def write(path: Path, data: bytes) -> None:
    """Write a file whole; a link goes on to lead to it."""
    path = path.resolve()
    beside = path.with_name(f".{path.name}.writing")
    try:
        beside.write_bytes(data)
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _before(written: bytes, keys: dict[str, Any]) -> bytes:
    text = written.decode("utf-8", "surrogatepass")
    changes = [Change.from_json(each) for each in keys["changes"]]
    text = undo(text.replace("\r\n", "\n") if keys["crlf"] else text, changes)
    kept = tuple(KeptBytes(each["at"], each["bytes"]) for each in keys.get("kept_bytes", ()))
    again = text.replace("\n", "\r\n") if keys["crlf"] else text
    return Original("-", b"", again, keys["encoding"], keys["bom"], OriginalKind.TEXT, kept).bytes_again()


def _way(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another disk of Windows
        return str(path.absolute())
