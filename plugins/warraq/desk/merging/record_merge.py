"""
Two records of one original merged: the machine's file, which can be made again.

Both were made of the same bytes. Where two clones renewed an article by different rules, the record of the newer rules stays, and the
article that belongs to it; what else differs is taken key by key.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

RECORD = TypeAdapter(dict[str, Any])


def merge_records(base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, bool]:
    """Give the merged record, and whether it is theirs as a whole; a ValueError where one of them is no record."""
    o, a, b = (_read(each) for each in (base or b"{}", ours, theirs))
    if b in (a, o):
        return ours, False
    if a == o:
        return theirs, True
    if _version(b) != _version(a):
        return (theirs, True) if _version(b) > _version(a) else (ours, False)
    merged, clash = _merged(o, a, b)
    return (ours, False) if clash else (_written(merged, ours), False)


def _merged(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    made: dict[str, Any] = {}
    for key in [*ours, *(key for key in theirs if key not in ours)]:
        o, a, b = base.get(key), ours.get(key), theirs.get(key)
        if b in (a, o):
            value = a
        elif a == o:
            value = b
        elif isinstance(a, dict) and isinstance(b, dict):
            value, clash = _merged(o if isinstance(o, dict) else {}, a, b)
            if clash:
                return ours, True
        else:
            return ours, True
        if value is not None or (key in ours and key in theirs):
            made[key] = value
    return made, False


def _read(data: bytes) -> dict[str, Any]:
    return RECORD.validate_json(data)


def _version(record: dict[str, Any]) -> tuple[int, ...]:
    return tuple(int(part) for part in str(record.get("rules", "0")).split(".") if part.isdigit())


def _written(record: dict[str, Any], like: bytes) -> bytes:
    """Write it as the program writes records; what it can't read stays as ours is."""
    from warraq.archive.record import Record

    try:
        return Record.from_bytes(json.dumps(record, ensure_ascii=False).encode()).to_bytes()
    except ValueError:
        return like
