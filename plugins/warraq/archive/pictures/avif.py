"""
AVIF: a picture in AV1, in boxes; it is written anew with the items and properties that draw.

EXIF, XMP, previews, depth, gain maps, names and notes of programs are items, properties or boxes of their own and are left behind,
and so are the notes within the stream of AV1. The turn is a property that every reader obeys, so it stays.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from warraq.language import message

from .avif_items import Item, Items, read_items
from .boxes import box, boxes
from .found import BadPictureError, CleanPicture, Parts, PictureKind, require
from .icc import clean_profile

BRANDS = (b"avif", b"avis")
ALPHA = (b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1")
LENGTHS = {
    b"ispe": 12,
    b"av1C": 4,
    b"irot": 1,
    b"imir": 1,
    b"clap": 32,
    b"pasp": 8,
    b"clli": 4,
    b"mdcv": 24,
    b"a1op": 1,
    b"lsel": 2,
}
"""Properties that draw → their bytes; what a longer one has more is left behind."""
KNOWN_BOXES = frozenset({b"ftyp", b"meta", b"mdat"})
OBUS = frozenset({1, 3, 4, 6, 7})
"""Units of AV1 that draw: headers, frames and tiles. Metadata and padding don't."""
DELIMITER = 2
FILE_TYPE = box(b"ftyp", b"avif", bytes(4), b"avif", b"mif1", b"miaf")
HANDLER = box(b"hdlr", bytes(8), b"pict", bytes(13))


def clean_avif(data: bytes) -> CleanPicture:
    """Keep what draws; a DamagedPictureError for a file that breaks the format."""
    kinds = list(boxes(data))
    if any(kind == b"moov" for kind, _ in kinds):
        raise BadPictureError(
            message("It is a moving AVIF, which can't be cleaned."),
            message("Save it as WebP or GIF, or as one picture."),
        )
    metas = [body for kind, body in kinds if kind == b"meta"]
    require(len(metas) == 1)
    found = read_items(metas[0])
    numbers = {old: new for new, old in enumerate(_kept(found), 1)}
    require(len(numbers) <= 0xFFFF)
    contents = [_content(data, found, found.items[old]) for old in numbers]
    cleaned = [_property(kind, body) for kind, body in found.properties]
    properties, associations, size = _properties(found, numbers, cleaned)
    meta = bytes(4) + HANDLER + box(b"pitm", bytes(4), struct.pack(">H", numbers[found.primary]))
    tail = (
        box(b"iinf", bytes(4), struct.pack(">H", len(numbers)), *_kinds(found, numbers))
        + (box(b"iref", bytes(4), *references) if (references := list(_references(found, numbers))) else b"")
        + box(b"iprp", box(b"ipco", *properties), box(b"ipma", bytes(4), associations))
    )
    places = 16 + 14 * len(numbers)
    start = len(FILE_TYPE) + 8 + len(meta) + places + len(tail) + 8
    made = FILE_TYPE + box(b"meta", meta, _places(contents, start), tail) + box(b"mdat", *contents)
    more = (
        len(numbers) < len(found.items)
        or any(kind not in KNOWN_BOXES for kind, _ in kinds)
        or not all(cleaned)
        or sum(map(len, contents)) < len(found.idat) + sum(len(body) for kind, body in kinds if kind == b"mdat")
    )
    return CleanPicture(PictureKind.AVIF, made, *size, carried_more=more)


def _kept(found: Items) -> Iterator[int]:
    """Yield the items that draw, in the file's order: the picture, its tiles, its transparency and its tiles."""
    shown = {found.primary}
    for number, item in found.items.items():
        for kind, targets in item.refers:
            if kind == b"auxl" and found.primary in targets and _is_alpha(found, item):
                shown.add(number)
    for number in list(shown):
        item = found.items[number]
        require(item.kind in (b"av01", b"grid"))
        if item.kind == b"grid":
            tiles = {target for kind, targets in item.refers if kind == b"dimg" for target in targets}
            require(all(target in found.items and found.items[target].kind == b"av01" for target in tiles))
            shown |= tiles
    yield from (number for number in found.items if number in shown)


def _is_alpha(found: Items, item: Item) -> bool:
    chosen = (found.properties[number - 1] for number, _ in item.properties if 0 < number <= len(found.properties))
    return any(kind == b"auxC" and body[4:].partition(b"\0")[0] in ALPHA for kind, body in chosen)


def _content(data: bytes, found: Items, item: Item) -> bytes:
    """Give the bytes of an item, without what does not draw."""
    pieces: list[bytes] = []
    total = 0
    for where, start, length in item.pieces:
        source = found.idat if where else data
        end = start + length if length else len(source)
        require(start < end <= len(source))
        total += end - start
        require(total <= len(data))
        pieces.append(source[start:end])
    body = b"".join(pieces)
    if item.kind == b"grid":
        require(len(body) >= 8)
        return body[: 12 if body[1] & 1 else 8]
    return b"".join(_units(body))


def _units(stream: bytes) -> Iterator[bytes]:
    """Yield the units of AV1 that draw (AV1 specification, 5.3)."""
    at, drew, counted = 0, False, Parts()
    while at < len(stream):
        counted.count()
        start, header = at, stream[at]
        at += 2 if header & 4 else 1
        size = 0
        if header & 2:
            for shift in range(0, 56, 7):
                require(at < len(stream))
                byte = stream[at]
                at += 1
                size |= (byte & 127) << shift
                if not byte & 128:
                    break
        else:
            size = len(stream) - at
        require(not header & 0x80 and at + size <= len(stream))
        at += size
        if header >> 3 & 15 in OBUS:
            drew = True
            yield stream[start:at]
        elif header >> 3 & 15 == DELIMITER and not size:
            yield stream[start:at]
    require(drew)


def _properties(
    found: Items, numbers: dict[int, int], cleaned: list[bytes]
) -> tuple[list[bytes], bytes, tuple[int, int]]:
    """Give the properties that are kept, which item has which, and the size of the picture."""
    made: dict[bytes, int] = {}
    associations = struct.pack(">I", len(numbers))
    size = (0, 0)
    for old, new in numbers.items():
        of_item: list[int] = []
        for number, is_needed in found.items[old].properties:
            require(number <= len(found.properties))
            if number == 0:
                continue
            kind, clean = found.properties[number - 1][0], cleaned[number - 1]
            require(clean or not is_needed or kind == b"a1lx")
            if clean:
                place = made.setdefault(box(kind, clean), len(made) + 1)
                of_item.append(place | (0x80 if is_needed else 0))
            if kind == b"ispe" and old == found.primary:
                width, height = struct.unpack(">II", clean[4:12])
                size = (width, height)
        require(len(made) < 0x80 and len(of_item) < 0x100)
        associations += struct.pack(">HB", new, len(of_item)) + bytes(of_item)
    require(min(size) > 0)
    return list(made), associations, size


def _property(kind: bytes, body: bytes) -> bytes:
    """Give a property as far as it draws; empty where it does not."""
    if kind in LENGTHS:
        require(len(body) >= LENGTHS[kind])
        return body[: LENGTHS[kind]]
    if kind == b"pixi":
        return body[: 5 + body[4]] if len(body) > 5 else b""
    if kind == b"auxC":
        return bytes(4) + body[4:].partition(b"\0")[0] + b"\0"
    if kind == b"colr" and body[:4] == b"nclx":
        return body[:11]
    if kind == b"colr" and body[:4] in (b"prof", b"rICC"):
        profile = clean_profile(body[4:])
        return body[:4] + profile if profile else b""
    return b""


def _kinds(found: Items, numbers: dict[int, int]) -> Iterator[bytes]:
    for old, new in numbers.items():
        item = found.items[old]
        yield box(b"infe", struct.pack(">BxxBHH4sx", 2, item.hidden, new, 0, item.kind))


def _references(found: Items, numbers: dict[int, int]) -> Iterator[bytes]:
    for old, new in numbers.items():
        for kind, targets in found.items[old].refers:
            if kind in (b"dimg", b"auxl", b"prem") and all(target in numbers for target in targets):
                to = [numbers[target] for target in targets]
                yield box(kind, struct.pack(f">HH{len(to)}H", new, len(to), *to))


def _places(contents: list[bytes], start: int) -> bytes:
    """Write where each item's bytes stand: one after the other from `start` on."""
    entries = b""
    for number, content in enumerate(contents, 1):
        entries += struct.pack(">HHHII", number, 0, 1, start, len(content))
        start += len(content)
    return box(b"iloc", bytes(4), b"\x44\0", struct.pack(">H", len(contents)), entries)
