"""
Cleaning a picture: it is known by its bytes, cleaned by its format's rules, turned upright, and opened once to see that it can be.

A turn that EXIF states has to be made in the pixels, for EXIF goes. Of a PNG that loses nothing. A JPEG is written again with its
own tables, so that the loss is hardly more than rounding.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from dataclasses import replace

from PIL import Image, features
from PIL.JpegImagePlugin import JpegImageFile, get_sampling

from warraq.language import Message, message

from .avif import BRANDS, clean_avif
from .found import KIND_NAMES, BadPictureError, CleanPicture, DamagedPictureError, PictureKind
from .gif import SIGNATURES, clean_gif
from .jpeg import clean_jpeg
from .png import SIGNATURE, clean_png
from .webp import clean_webp

MOST_BYTES = 64_000_000
MOST_PIXELS = 100_000_000
"""Of one picture; decoded it would fill the memory."""
MOST_FRAMES = 1000
MOST_PIXELS_OF_FRAMES = 500_000_000
MOST_PASSES = 64
"""Of one JPEG: each has to be read over all of its pixels."""
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF's orientation → what makes it upright."""
CLEANERS: dict[PictureKind, Callable[[bytes], CleanPicture]] = {
    PictureKind.JPEG: clean_jpeg,
    PictureKind.PNG: clean_png,
    PictureKind.GIF: clean_gif,
    PictureKind.WEBP: clean_webp,
    PictureKind.AVIF: clean_avif,
}


OTHERS: dict[bytes, Message | str] = {
    b"%pdf": "PDF",
    b"pk\x03\x04": "ZIP",
    b"bm": "BMP",
    b"ii*\0": "TIFF",
    b"mm\0*": "TIFF",
    b"\0\0\1\0": "ICO",
    b"mz": message("a program (EXE)"),
    b"\x7felf": message("a program (ELF)"),
    b"\xd0\xcf\x11\xe0": message("an old Office document"),
    b"rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "GZIP",
    b"id3": message("a film or sound"),
    b"oggs": message("a film or sound"),
}
"""The beginnings of files that are no pictures of ours, in small letters, and what they are."""
HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})


def kind_of(data: bytes) -> PictureKind | None:
    """Tell a format by the bytes of a file; None for one that is not published."""
    if data.startswith(b"\xff\xd8\xff"):
        return PictureKind.JPEG
    if data.startswith(SIGNATURE):
        return PictureKind.PNG
    if data.startswith(SIGNATURES):
        return PictureKind.GIF
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return PictureKind.WEBP
    size = int.from_bytes(data[:4], "big")
    if data[4:8] == b"ftyp" and 16 <= size <= 256 and any(data[at : at + 4] in BRANDS for at in range(8, size, 4)):
        return PictureKind.AVIF
    return None


def clean_picture(data: bytes, *, is_known_to_open: bool = False) -> CleanPicture:
    """
    Give a picture's pixels and colour profile, upright, and nothing else; the same bytes for the same picture.

    With `is_known_to_open`, it is not opened to see whether it can be. A BadPictureError for what is not published.
    """
    kind = kind_of(data)
    if kind is None:
        raise BadPictureError(
            message("It is no picture by its bytes, but {what}.", what=_other(data)),
            message("Save it as one of {kinds}, or take it out of content/images/.", kinds=KIND_NAMES),
        )
    if len(data) > MOST_BYTES:
        raise too_large(message("{number} megabytes", number=round(len(data) / 1e6, 1)))
    try:
        clean = CLEANERS[kind](data)
    except (struct.error, IndexError):
        raise DamagedPictureError from None
    check_size(clean)
    if not is_known_to_open:
        _check_opens(clean)
    return upright(clean) if clean.orientation != 1 else clean


def check_size(clean: CleanPicture) -> None:
    """Refuse a picture that would take a reader's memory or time."""
    pixels = clean.width * clean.height
    is_jpeg = clean.kind is PictureKind.JPEG
    most = MOST_PASSES if is_jpeg else MOST_FRAMES
    if pixels > MOST_PIXELS or clean.frames > most or (not is_jpeg and pixels * clean.frames > MOST_PIXELS_OF_FRAMES):
        raise too_large(
            message(
                "{width} × {height} pixels, pictures in it: {frames}",
                width=clean.width,
                height=clean.height,
                frames=clean.frames,
            )
        )


def too_large(how: object) -> BadPictureError:
    """Give the error of a picture that is too large; `how`: its bytes or pixels."""
    return BadPictureError(
        message("The picture is too large for a page: {how}.", how=how),
        message("Make it smaller: 1600 pixels are enough for a page."),
    )


def _check_opens(clean: CleanPicture) -> None:
    """Open a picture and all that it shows."""
    if clean.kind is PictureKind.AVIF and not features.check("avif"):
        return  # a Pillow without AVIF: its boxes were checked
    try:
        opened = _opened(clean)
        opened.draft("L", (max(clean.width // 8, 1), max(clean.height // 8, 1)))  # of a JPEG: read all, draw less
        for number in range(getattr(opened, "n_frames", 1)):
            opened.seek(number)
            opened.load()
    except Exception:  # noqa: BLE001 - decoders raise whatever they like
        raise DamagedPictureError from None


def _opened(clean: CleanPicture) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # the size was checked: no warning
    return Image.open(io.BytesIO(clean.data), formats=[clean.kind.value.upper()])


def upright(clean: CleanPicture) -> CleanPicture:
    """Turn a picture's pixels as its orientation says."""
    if clean.frames > 1 and clean.kind is not PictureKind.JPEG:
        raise BadPictureError(
            message("It moves, and has to be turned by its EXIF."), message("Turn it in a program, and save it anew.")
        )
    if (clean.width if clean.orientation < 5 else clean.height) == 0:
        raise DamagedPictureError
    try:
        opened = _opened(clean)
        opened.load()
        options = _options(opened, clean)
        out = io.BytesIO()
        opened.transpose(TURNS[clean.orientation]).save(out, clean.kind.value.upper(), **options)
    except Exception:  # noqa: BLE001 - decoders raise whatever they like
        raise DamagedPictureError from None
    turned = CLEANERS[clean.kind](out.getvalue())
    return replace(turned, carried_more=clean.carried_more)


def _options(opened: Image.Image, clean: CleanPicture) -> dict[str, object]:
    """Give the options that lose least: a JPEG's own tables, transposed where its sides are."""
    options: dict[str, object] = {"icc_profile": opened.info.get("icc_profile")}
    if clean.kind is PictureKind.WEBP:
        return options | {"lossless": b"VP8L" in clean.data[12:64], "quality": 95}
    if not isinstance(opened, JpegImageFile):
        return options
    on_side = clean.orientation > 4
    tables = opened.quantization
    sampling = get_sampling(opened)
    options["qtables"] = {
        key: [table[8 * (i % 8) + i // 8] for i in range(64)] if on_side else table for key, table in tables.items()
    }
    # 4:2:2 on its side has no name in Pillow; the colours are then kept whole.
    options["subsampling"] = 0 if sampling < 0 or (sampling == 1 and on_side) else sampling
    return options


def _other(data: bytes) -> Message | str:
    """Name what a file is that is no picture for us."""
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"<svg" in data[:4000].lower() or b"<svg" in data[:4000].replace(b"\0", b"").lower():
        return "SVG"
    if head.startswith((b"<", b"<!doctype html")):
        return "HTML, XML"
    if data[4:8] == b"ftyp":
        return "HEIC" if data[8:12] in HEIC else message("a film or sound")
    for start, name in OTHERS.items():
        if head.startswith(start):
            return name
    return _text_or_unknown(data)


def _text_or_unknown(data: bytes) -> Message:
    if not data:
        return message("an empty file")
    # What is cut off at the end may be half a character.
    text = data[:4000].decode("utf-8", "ignore" if len(data) > 4000 else "surrogateescape")
    is_text = all(c.isprintable() or c.isspace() for c in text)
    return message("text") if is_text else message("an unknown kind of file")
