"""
The late parts of an article's files: what depends on other articles.

An article's page is made where its edition is made, perhaps before other articles are known; only then can its neighbours in time,
related articles and translations be filled in. Until then a mark stands for each, which no text can hold: U+0000 is
neither in YAML nor in HTML. When a neighbour changes, its late parts alone are made again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

MARK = re.compile(rb"\0late:([a-z-]+)\0")


class LateError(ValueError):
    """A file has not the late parts that it should have."""


def late_mark(name: str) -> str:
    """Give the mark that stands for a late part."""
    return f"\0late:{name}\0"


def divided(data: bytes, late: Sequence[str]) -> tuple[bytes, ...]:
    """Divide a file at the marks of its late parts, which must be these, in this order."""
    pieces = MARK.split(data)
    found = [name.decode() for name in pieces[1::2]]
    if found != list(late):
        raise LateError(f"late parts {found}, not {list(late)}")
    return tuple(pieces[::2])


def filled(
    pieces: Sequence[bytes], late: Sequence[str], parts: Mapping[str, bytes]
) -> tuple[bytes, tuple[tuple[int, int], ...]]:
    """Join a divided file with its late parts; return it, and the places [start, end) of these parts in it, in bytes."""
    out = [pieces[0]]
    places: list[tuple[int, int]] = []
    at = len(pieces[0])
    for name, piece in zip(late, pieces[1:], strict=True):
        part = parts[name]
        places.append((at, at + len(part)))
        out += [part, piece]
        at += len(part) + len(piece)
    return b"".join(out), tuple(places)


def divided_at(data: bytes, places: Sequence[tuple[int, int]]) -> tuple[bytes, ...]:
    """Take the late parts, whose places are known, out of a filled file."""
    starts = [0, *(end for _, end in places)]
    ends = [*(start for start, _ in places), len(data)]
    return tuple(data[start:end] for start, end in zip(starts, ends, strict=True))
