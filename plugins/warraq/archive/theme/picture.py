"""
The logo and the icon: small pictures of every page, cleaned as all pictures are, and no larger than they are shown on a sharp screen.

A drawing (SVG) is built anew (`svg.py`); PNG and WebP lose all that is no pixel, and what they have too many of.
"""

from __future__ import annotations

import io
from hashlib import sha256

from warraq.language import message

from ..pictures import PictureKind, clean_picture, kind_of
from ..problem import WrongValueError
from .site_theme import ThemePicture
from .svg import rebuild

LARGEST = {"logo": (480, 96), "icon": (192, 192)}
"""Pixels of width and height that are published; a logo is shown at 40 pixels of height."""
MOST_BYTES = 30_000
"""Of what is published: a first visit has 100,000 for all."""
MOST_READ = 5_000_000
SHOWN = {"logo": 40, "icon": 64}
WIDEST = 8
"""Times as wide as it is high, that a logo may be."""


def theme_picture(what: str, data: bytes) -> ThemePicture:
    """Make the `logo` or the `icon` of the bytes of a file; a WrongValueError says why that can't be."""
    if len(data) > MOST_READ:
        raise _too_large()
    left_out: tuple[str, ...] = ()
    if b"<svg" in data[:4000]:
        made, width, height, left_out = rebuild(data)
        ending, kind = "svg", "image/svg+xml"
    elif (found := kind_of(data)) in (PictureKind.PNG, PictureKind.WEBP):
        made, width, height = _scaled(clean_picture(data).data, found.value, LARGEST[what])
        ending, kind = found.value.lower(), f"image/{found.value.lower()}"
    else:
        raise WrongValueError(message("It is neither PNG nor WebP nor SVG."), message("Save it as one of these."))
    if len(made) > MOST_BYTES:
        raise _too_large()
    if width > WIDEST * height or height > WIDEST * width:
        raise WrongValueError(
            message("It is much wider than high, or higher than wide."), message("Cut the empty room off.")
        )
    digest = sha256(made).hexdigest()[:16]
    size = SHOWN[what]
    return ThemePicture(
        f"look/{what}.{ending}", kind, max(1, round(size * width / height)), size, digest, made, left_out
    )


def _too_large() -> WrongValueError:
    return WrongValueError(
        message("It would cost a reader more than {number} bytes on every first visit.", number=MOST_BYTES),
        message("Save it with fewer colours, or as SVG."),
    )


def _scaled(data: bytes, kind: str, most: tuple[int, int]) -> tuple[bytes, float, float]:
    """Make a picture as small as it is shown at most; one that is small already stays as it is."""
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=[kind.upper()]) as opened:
        width, height = opened.size
        if getattr(opened, "n_frames", 1) == 1 and width <= most[0] and height <= most[1]:
            return data, width, height
        opened.seek(0)
        small = opened.convert("RGBA")
    small.thumbnail(most, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, kind.upper(), **({"lossless": True} if kind == PictureKind.WEBP.value else {"optimize": True}))
    return out.getvalue(), *small.size
