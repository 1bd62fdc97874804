"""
Colour profiles (ICC.1:2022): what a screen needs of one, and no words.

A profile also holds a description, a copyright, its maker, a time and tags of anybody's. Only the tags that turn numbers into
colours are kept, each as long as its type says. The two texts that the standard asks for are always the same.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

LARGEST_PROFILE = 4_000_000
"""Bytes; profiles of presses have two million."""
MOST_TAGS = 100
HEADER = 128
CLASSES = (b"mntr", b"scnr", b"prtr", b"spac")
SPACES = (b"RGB ", b"GRAY", b"CMYK")
CONNECTIONS = (b"XYZ ", b"Lab ")
_TAGS = "wtpt bkpt rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC chad lumi cicp A2B0 A2B1 A2B2 B2A0 B2A1 B2A2"
TAGS = frozenset(name.encode() for name in _TAGS.split())
TEXT = b"none"


def clean_profile(profile: bytes) -> bytes | None:
    """Give a profile with its colours alone; None for one that can't be read, which shows no colours either."""
    try:
        return _rebuilt(profile)
    except (struct.error, IndexError, ValueError):
        return None


def _rebuilt(profile: bytes) -> bytes | None:
    header = profile[:HEADER]
    if not HEADER + 4 <= len(profile) <= LARGEST_PROFILE or header[36:40] != b"acsp":
        return None
    major, kind, space, connection = header[8], header[12:16], header[16:20], header[20:24]
    if major not in (2, 4) or kind not in CLASSES or space not in SPACES or connection not in CONNECTIONS:
        return None
    tags = dict(_tags(profile))
    names = tags.keys()
    if not ({b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"} <= names or {b"kTRC"} <= names or b"A2B0" in names):
        return None
    localised = b"mluc" + struct.pack(">4xIIHHII", 1, 12, 0x656E, 0x5553, len(TEXT) * 2, 28)
    localised += TEXT.decode().encode("utf-16-be")
    described = b"desc" + struct.pack(">4xI", len(TEXT) + 1) + TEXT + bytes(1 + 4 + 4 + 2 + 1 + 67)
    tags[b"desc"] = described if major == 2 else localised
    tags[b"cprt"] = b"text" + bytes(4) + TEXT + b"\0" if major == 2 else localised
    made = _written(header, tags)
    return made if len(made) <= LARGEST_PROFILE else None


def _tags(profile: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the tags that hold colours."""
    (count,) = struct.unpack_from(">I", profile, HEADER)
    if count > MOST_TAGS:
        raise ValueError
    for number in range(count):
        name, start, size = struct.unpack_from(">4sII", profile, HEADER + 4 + 12 * number)
        data = profile[start : start + size]
        if name in TAGS and len(data) == size >= 8:
            yield name, data[:4] + bytes(4) + data[8 : _length(data)]


def _length(data: bytes) -> int:
    """Give the length of a tag by its type; a ValueError for a type that holds no colours."""
    kind = data[:4]
    if kind == b"curv":
        return 12 + 2 * _number(data, ">I", 8)
    if kind == b"para":
        return 12 + 4 * (1, 3, 4, 5, 7)[_number(data, ">H", 8)]
    if kind in (b"mft1", b"mft2"):
        inputs, outputs, grid = data[8:11]
        entries = _number(data, ">H", 48) * inputs + _number(data, ">H", 50) * outputs if kind == b"mft2" else 0
        cells = grid**inputs * outputs
        return int(52 + 2 * (entries + cells) if kind == b"mft2" else 48 + 256 * (inputs + outputs) + cells)
    fixed = {b"XYZ ": 20, b"sf32": 44, b"cicp": 12, b"mAB ": len(data), b"mBA ": len(data)}
    if kind not in fixed:
        raise ValueError
    return fixed[kind]


def _number(data: bytes, form: str, at: int) -> int:
    return int(struct.unpack_from(form, data, at)[0])


def _written(header: bytes, tags: dict[bytes, bytes]) -> bytes:
    """Write a profile; tags with the same bytes share them, as is usual for the three curves."""
    table, body = b"", b""
    places: dict[bytes, int] = {}
    start = HEADER + 4 + 12 * len(tags)
    for name, data in sorted(tags.items()):
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", name, places[data], len(data))
    size = start + len(body)
    kept = header[8:24] + struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp" + bytes(24)
    kept += header[64:80] + bytes(HEADER - 80)
    # The version's last two bytes are reserved; the tools' signatures, dates and flags are zero or fixed.
    return struct.pack(">I4x", size) + kept[:2] + bytes(2) + kept[4:] + struct.pack(">I", len(tags)) + table + body
