"""
The pictures of a saved page.

The article's pictures are copied into `content/images/`. A phone writes into a picture where it was taken, which can endanger
people: the position is taken out, and a picture wider or higher than 1600 px is made smaller. One that needs neither is copied
byte for byte. Drawings in SVG are not imported: they can carry scripts.
"""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from warraq.language import message

from .sources import RejectedFileError

LARGEST_SIDE = 1600
SMALLEST_SIDE = 100
"""Smaller ones are buttons, icons and counters."""
MOST_PIXELS = 100_000_000
"""A larger picture is refused: decoded it would fill the memory."""
POSITION = 0x8825
"""EXIF's GPSInfo."""
ENDINGS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}
"""Formats that are imported → endings."""
UNREADABLE = (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError)
"""What Pillow raises for damaged pictures."""


def prepare_picture(data: bytes) -> tuple[bytes, str] | None:
    """Give a picture's bytes as they are published, and their ending; None for icons. A RejectedFileError where it can't be read."""
    try:
        picture = _open(data)
        picture.load()
    except UNREADABLE as error:
        raise RejectedFileError(
            message("It is not a picture that can be read: {reason}.", reason=type(error).__name__)
        ) from None
    kind = str(picture.format)
    if max(picture.size) < SMALLEST_SIDE:
        return None
    animated = getattr(picture, "is_animated", False)
    too_large = max(picture.size) > LARGEST_SIDE and not animated
    if not too_large and not has_position(picture):
        return data, ENDINGS[kind]
    return _without_metadata(picture, kind, too_large=too_large), ENDINGS[kind]


def is_large(data: bytes) -> bool:
    """Give True if a picture's header says that it is not an icon; the picture is not decoded."""
    try:
        return max(_open(data).size) >= SMALLEST_SIDE
    except UNREADABLE:
        return False


def _open(data: bytes) -> Image.Image:
    """Read a picture's header; the limit of pixels holds, Pillow's warning below it is not for users."""
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # Pillow warns here and refuses at twice that
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(io.BytesIO(data), formats=list(ENDINGS))


def has_position(picture: Image.Image) -> bool:
    """Give True if EXIF or XMP says where a picture was taken."""
    xmp = picture.info.get("xmp", b"")
    return POSITION in picture.getexif() or b"GPS" in (xmp if isinstance(xmp, bytes) else str(xmp).encode())


def _without_metadata(picture: Image.Image, kind: str, *, too_large: bool) -> bytes:
    turned = ImageOps.exif_transpose(picture)  # the turn is in EXIF, which is taken out
    if too_large:
        turned.thumbnail((LARGEST_SIDE, LARGEST_SIDE), Image.Resampling.LANCZOS)
    options: dict[str, object] = {"quality": 88} if kind in ("JPEG", "WEBP") else {}
    if profile := picture.info.get("icc_profile"):
        options["icc_profile"] = profile
    clean = Image.frombytes(turned.mode, turned.size, turned.tobytes())
    if palette := turned.getpalette():
        clean.putpalette(palette)
    if "transparency" in turned.info:
        options["transparency"] = turned.info["transparency"]
    out = io.BytesIO()
    clean.save(out, kind, **options)
    return out.getvalue()
