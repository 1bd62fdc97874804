"""
Pictures: what may be published as one, and its pixels and colours without anything else.

A picture carries more than it shows: where and when it was taken, by whom, with what, what stood beside the cut. And a file that
only claims to be a picture can carry a script. So a picture is known by its bytes, and of these only what draws is kept: by an
allow list for each format, losslessly. No kept library does that: Pillow writes pixels anew, exiv2 knows only the blocks that it
knows, mat2 needs programs of the desktop.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .found import BadPictureError, CleanPicture, PictureKind

if TYPE_CHECKING:
    from .cleaning import MOST_BYTES, clean_picture, kind_of, too_large

__all__ = ["MOST_BYTES", "BadPictureError", "CleanPicture", "PictureKind", "clean_picture", "kind_of", "too_large"]


def __getattr__(name: str) -> object:
    """Load what cleans, and Pillow, when it is first asked for: most archives that are checked have no picture."""
    if name in __all__:
        return getattr(import_module(".cleaning", __name__), name)
    raise AttributeError(name)
