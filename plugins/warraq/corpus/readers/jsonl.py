"""Lines of JSON: an object each."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from warraq.archive.original import LARGEST_FILE
from warraq.language import message

from ..columns import Columns
from ..facts import REPEATED, given_of
from ..given import Given
from ..inputs import Input
from ..position import Position
from .streams import DAMAGE, opened

LONGEST_LINE = LARGEST_FILE
"""Bytes."""
NO_OBJECT = message("The line is not an object of JSON.")
TOO_LONG = message("The line is longer than {limit} megabytes.", limit=LONGEST_LINE // 1_000_000)
DAMAGED = message("The file is damaged from here on; what stands behind it can't be read.")


def sample(of: Input) -> Iterator[Mapping[str, object]]:
    """Yield the objects."""
    with opened(of) as (file, _):
        for _, line in _lines(file):
            if line and (found := _object(line)):
                yield found


def read_jsonl(of: Input, columns: Columns, position: Position) -> Iterator[Given]:
    """Yield the rows; places are lines, from 1."""
    number = 0
    with opened(of) as (file, on_disk):
        try:
            for number, line in _lines(file):
                position.bytes = on_disk.tell()
                if line is None:
                    yield Given(number, problem=TOO_LONG)
                elif line.strip():
                    found = _object(line)
                    yield given_of(number, found, columns) if found is not None else Given(number, problem=NO_OBJECT)
        except DAMAGE:
            yield Given(number + 1, problem=DAMAGED)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield lines with their numbers; None for one that is too long, of which nothing is held."""
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield number, line.removeprefix(b"\xef\xbb\xbf")  # in the middle, too, of files that were put together
            continue
        yield number, None
        while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass


def _object(line: bytes) -> Mapping[str, object] | None:
    """Read a line; of one that is no UTF-8, texts are the bytes that they were."""
    try:
        found = json.loads(line.decode(), object_pairs_hook=_each_once)
    except UnicodeDecodeError:
        return _of_bytes(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _of_bytes(line: bytes) -> Mapping[str, object] | None:
    try:
        found = json.loads(line.decode("utf-8", "surrogateescape"), object_pairs_hook=_each_once)
        if not isinstance(found, dict):
            return None
        return {key: _bytes(value) for key, value in found.items()}
    except (ValueError, RecursionError):
        return None


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Make an object; keys that stand in it more than once have no value, for which one is meant is not told."""
    made = dict(pairs)
    if len(made) < len(pairs):
        often = Counter(key for key, _ in pairs)
        made |= {key: REPEATED for key, number in often.items() if number > 1}
    return made


def _bytes(value: object) -> object:
    if not isinstance(value, str) or value.isascii():
        return value
    return value.encode("utf-8", "surrogateescape")
