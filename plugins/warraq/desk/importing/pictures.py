"""
The pictures of a saved page.

Those that the article shows go along into `content/images/`. A phone writes into a picture where it was taken, which can
endanger people: the position is taken out, and a picture wider or higher than 1600 px is made smaller. One that needs neither is
copied byte for byte. Drawings in SVG stay behind: they can carry scripts.
"""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from warraq.language import message

from .places import NotTakenError

LARGEST_SIDE = 1600
SMALLEST_SIDE = 100
"""Smaller ones are buttons, icons and counters."""
MOST_PIXELS = 100_000_000
POSITION = 0x8825
"""EXIF's GPSInfo."""
ENDINGS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}


def prepared(data: bytes) -> tuple[bytes, str] | None:
    """Give a picture's bytes as they are published, and their ending; None for icons. A NotTakenError says what is wrong."""
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # Pillow warns here and refuses at twice that
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=list(ENDINGS))
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NotTakenError(
            message("It is no picture that can be read: {reason}.", reason=type(error).__name__)
        ) from None
    kind = str(picture.format)
    if max(picture.size) < SMALLEST_SIDE:
        return None
    animated = getattr(picture, "is_animated", False)
    too_large = max(picture.size) > LARGEST_SIDE and not animated
    if not too_large and not tells_position(picture):
        return data, ENDINGS[kind]
    return _written(picture, kind, too_large), ENDINGS[kind]


def is_large(data: bytes) -> bool:
    """True where a picture's own head says that it is no icon; it is not decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return max(Image.open(io.BytesIO(data), formats=list(ENDINGS)).size) >= SMALLEST_SIDE
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False


def tells_position(picture: Image.Image) -> bool:
    """True where EXIF or XMP says where a picture was taken."""
    xmp = picture.info.get("xmp", b"")
    return POSITION in picture.getexif() or b"GPS" in (xmp if isinstance(xmp, bytes) else str(xmp).encode())


def _written(picture: Image.Image, kind: str, too_large: bool) -> bytes:
    turned = ImageOps.exif_transpose(picture)  # the turn stands in EXIF, which goes
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
