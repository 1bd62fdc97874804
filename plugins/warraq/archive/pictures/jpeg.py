"""
JPEG (ITU-T T.81): a list of segments, of which those that draw are kept.

Cameras and programs put the rest into segments of their own: EXIF and XMP (APP1), IPTC (APP13), previews and depth (APP2, or
whole pictures behind the end), comments. Only tables, frame, scans, and what says how numbers are colours, are kept.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field

from .exif import EXIF, orientation
from .found import CleanPicture, Parts, PictureKind, require
from .icc import clean_profile

MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])", re.DOTALL)
"""Within a scan, 0xFF before zero or a restart is data."""
FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive: what browsers draw."""
DHT, SOI, EOI, SOS, DQT, DRI = 0xC4, 0xD8, 0xD9, 0xDA, 0xDB, 0xDD
APP0, APP1, APP2, APP14 = 0xE0, 0xE1, 0xE2, 0xEE
STANDALONE = frozenset({0x01, SOI, *range(0xD0, 0xD8)})
LOST_TABLES = frozenset({*range(0xC3, 0xD0), 0xDC, 0xDE, 0xDF}) - {DHT}
"""Other ways to code, and heights told late: a picture that needs them is refused."""
JFIF = b"JFIF\0"
ADOBE = b"Adobe"
PROFILE = b"ICC_PROFILE\0"
PROFILE_PART = 65519
"""Bytes of a profile in one segment."""


@dataclass(slots=True)
class _Parts:
    """What is read of a JPEG."""

    drawing: list[bytes] = field(default_factory=list)
    profile: dict[int, bytes] = field(default_factory=dict)
    jfif: bytes = b""
    adobe: bytes = b""
    carried_more: bool = False
    orientation: int = 0
    size: tuple[int, int] = (0, 0)
    scans: int = 0


def clean_jpeg(data: bytes) -> CleanPicture:
    """Keep what draws; a DamagedPictureError for a file that breaks the format."""
    parts = _Parts()
    at, counted = 2, Parts()
    while True:
        counted.count()
        before = at
        marker, start, at = _segment(data, at)
        parts.carried_more |= bool(data[before:start].strip(b"\xff"))
        if marker == EOI:
            parts.carried_more |= at < len(data)
            break
        if marker in STANDALONE:
            continue
        body = data[start + 4 : at]
        require(marker not in LOST_TABLES)
        if marker >= APP0:  # and comments
            _application(parts, marker, body)
            continue
        _check(marker, body)
        parts.drawing.append(_written(marker, body))
        if marker in FRAMES:
            require(parts.size == (0, 0))
            height, width = struct.unpack_from(">HH", body, 1)
            parts.size = (width, height)
        if marker == SOS:
            end = MARKER.search(data, at)
            require(end and min(parts.size) > 0)
            end_at = end.start() if end else 0
            parts.drawing.append(data[at:end_at].rstrip(b"\xff"))
            parts.scans += 1
            at = end_at
    require(parts.scans)
    turn = parts.orientation or 1
    return CleanPicture(PictureKind.JPEG, _joined(parts), *parts.size, parts.scans, parts.carried_more, turn)


def _segment(data: bytes, at: int) -> tuple[int, int, int]:
    """Give the marker of the next segment, its start and its end."""
    match = MARKER.search(data, at)
    require(match)
    marker, start = (match[1][0], match.start()) if match else (0, 0)
    if marker in STANDALONE or marker == EOI:
        return marker, start, start + 2
    size = int.from_bytes(data[start + 2 : start + 4], "big")
    end = start + 2 + size
    require(size >= 2 and end <= len(data))
    return marker, start, end


def _check(marker: int, body: bytes) -> None:
    """Refuse a segment that holds more, or less, than its own count says."""
    try:
        if marker == DQT:
            at = 0
            while at < len(body):
                at += 129 if body[at] >> 4 else 65
            require(at == len(body))
        elif marker == DHT:
            at = 0
            while at < len(body):
                at += 17 + sum(body[at + 1 : at + 17])
            require(at == len(body))
        elif marker == DRI:
            require(len(body) == 2)
        elif marker == SOS:
            require(len(body) == 4 + 2 * body[0])
        else:
            require(marker in FRAMES and len(body) == 6 + 3 * body[5])
    except IndexError:
        require(condition=False)


def _application(parts: _Parts, marker: int, body: bytes) -> None:
    """Take from a program's segment what colours and the turn need."""
    if marker == APP2 and body.startswith(PROFILE) and len(body) > 14 and body[12] not in parts.profile:
        parts.profile[body[12]] = body[14:]
        return
    kept = b""
    if marker == APP0 and body.startswith(JFIF) and len(body) >= 14 and not parts.jfif:
        kept = parts.jfif = body[:12] + bytes(2)  # no preview
    elif marker == APP14 and body.startswith(ADOBE) and len(body) >= 12 and not parts.adobe:
        kept = parts.adobe = body[:12]
    elif marker == APP1 and body.startswith(EXIF) and not parts.orientation:
        parts.orientation = orientation(body[len(EXIF) :])
    parts.carried_more |= body != kept


def _joined(parts: _Parts) -> bytes:
    made = [b"\xff\xd8"]
    if parts.jfif:
        made.append(_written(APP0, parts.jfif))
    if parts.adobe:
        made.append(_written(APP14, parts.adobe))
    profile = clean_profile(b"".join(part for _, part in sorted(parts.profile.items()))) or b""
    pieces = [profile[at : at + PROFILE_PART] for at in range(0, len(profile), PROFILE_PART)]
    for number, piece in enumerate(pieces, 1):
        made.append(_written(APP2, PROFILE + bytes([number, len(pieces)]) + piece))
    return b"".join([*made, *parts.drawing, b"\xff\xd9"])


def _written(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body
