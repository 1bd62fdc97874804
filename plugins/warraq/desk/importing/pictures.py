"""
The pictures of a saved page.

The article's pictures are copied into `content/images/`, cleaned of all that they say besides what they show: a phone writes into a
picture where it was taken, which can endanger people. One wider or higher than 1600 px is made smaller. An archive that wants
them as they came says so (`pictures: keep`); what is published is cleaned all the same.
"""

from __future__ import annotations

import io
import warnings

from PIL import Image

from warraq.archive.pictures import BadPictureError, CleanPicture, PictureKind, clean_picture
from warraq.archive.problem import with_remedy

from .sources import RejectedFileError

LARGEST_SIDE = 1600
SMALLEST_SIDE = 100
"""Smaller ones are buttons, icons and counters."""
FORMATS = [kind.value.upper() for kind in PictureKind]


def prepare_picture(data: bytes, *, kept: bool = False) -> tuple[bytes, str] | None:
    """
    Give a picture's bytes as they go into the archive, and their ending; None for icons.

    `kept`: as they came. A RejectedFileError where it is no picture that can be published.
    """
    try:
        clean = clean_picture(data)
    except BadPictureError as error:
        raise RejectedFileError(with_remedy(error)) from None
    if max(clean.width, clean.height) < SMALLEST_SIDE:
        return None
    ending = clean.kind.endings[0]
    if kept:
        return data, ending
    too_large = max(clean.width, clean.height) > LARGEST_SIDE and not _moves(clean)
    return (_smaller(clean) if too_large else clean.data), ending


def is_large(data: bytes) -> bool:
    """Give True if a picture's header says that it is not an icon; the picture is not decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return max(Image.open(io.BytesIO(data), formats=FORMATS).size) >= SMALLEST_SIDE
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False


def _moves(clean: CleanPicture) -> bool:
    return clean.frames > 1 and clean.kind is not PictureKind.JPEG


def _smaller(clean: CleanPicture) -> bytes:
    """Make a picture smaller; of its colours' profile and its transparency nothing is lost."""
    picture = Image.open(io.BytesIO(clean.data))
    picture.thumbnail((LARGEST_SIDE, LARGEST_SIDE), Image.Resampling.LANCZOS)
    options: dict[str, object] = {"icc_profile": picture.info.get("icc_profile")}
    if clean.kind in (PictureKind.JPEG, PictureKind.WEBP, PictureKind.AVIF):
        options["quality"] = 88
    if "transparency" in picture.info:
        options["transparency"] = picture.info["transparency"]
    out = io.BytesIO()
    picture.save(out, clean.kind.value.upper(), **options)
    return clean_picture(out.getvalue(), is_known_to_open=True).data
