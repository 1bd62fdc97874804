"""A step, and the lines of its file: the head, then each file before and after, noted before it is written."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from warraq.archive.original import LARGEST_FILE
from warraq.language import Message
from warraq.language.stored_message import read_stored, stored


@dataclass(frozen=True, slots=True)
class Changed:
    """One file before and after a step."""

    file: str
    """Its path below content/."""
    before: bytes
    after: bytes
    about: str = ""
    """What was decided on, where a step is about single things: the id of an open item."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step as the journal has it."""

    number: int
    command: str
    """What people typed, such as `review`."""
    what: Message
    """What was done, in a sentence."""
    by: str
    day: str
    """ISO 8601."""
    changed: tuple[Changed, ...] = ()
    """What was not taken back, in the order in which it was written."""
    undone: frozenset[str] = field(default_factory=frozenset)
    """What was taken back: paths below content/."""

    @property
    def files(self) -> int:
        """How many files can be taken back."""
        return len({each.file for each in self.changed})


def head_line(command: str, what: Message, by: str, day: str) -> bytes:
    """Write the first line of a step's file."""
    return _line({"command": command, "what": stored(what), "by": by, "day": day})


def changed_line(changed: Changed) -> bytes:
    """Write the line of one file."""
    both = len(changed.before).to_bytes(4, "big") + changed.before + changed.after
    return _line({"file": changed.file, "about": changed.about, "texts": b64encode(zlib.compress(both, 6)).decode()})


def void_line(changed: Changed) -> bytes:
    """Write that a file which was noted was not written after all."""
    return _line({"void": changed.file, "about": changed.about})


def undone_line(files: list[str]) -> bytes:
    """Write that files were taken back."""
    return _line({"undone": files})


def read_step(number: int, data: bytes) -> Step | None:
    """Read the file of a step; None where it is no such file. A last line that is cut, of a program that died, is left out."""
    lines = [each for each in map(_read_line, data.split(b"\n")) if each is not None]
    if not lines or "command" not in lines[0]:
        return None
    head, found, undone = lines[0], list[Changed](), set[str]()
    for line in lines[1:]:
        if "undone" in line:
            undone.update(map(str, line["undone"]))
        elif "void" in line:
            found = [c for c in found if (c.file, c.about) != (line["void"], line.get("about", ""))]
        elif (changed := _changed(line)) is not None:
            found.append(changed)
    left = tuple(each for each in found if each.file not in undone)
    words = (str(head["command"]), read_stored(head.get("what")), str(head.get("by", "")), str(head.get("day", "")))
    return Step(number, *words, left, frozenset(undone))


def _line(values: Mapping[str, object]) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _read_line(line: bytes) -> dict[str, Any] | None:
    try:
        read = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _changed(line: Mapping[str, Any]) -> Changed | None:
    try:
        if not _is_inside(str(line["file"])):
            return None
        both = zlib.decompressobj().decompress(b64decode(line["texts"]), 2 * LARGEST_FILE + 4)
        length = int.from_bytes(both[:4], "big")
        return Changed(str(line["file"]), both[4 : 4 + length], both[4 + length :], str(line.get("about", "")))
    except (KeyError, ValueError, TypeError, zlib.error):
        return None


def _is_inside(path: str) -> bool:
    """Tell whether a path leads to a file below content/, whatever the journal says."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and not re.search(r"[\\:\x00]", path)
