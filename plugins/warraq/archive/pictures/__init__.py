"""
Pictures: what may be published as one, and its pixels and colours without anything else.

A picture carries more than it shows: where and when it was taken, by whom, with what, what stood beside the cut. And a file that
only claims to be a picture can carry a script. So a picture is known by its bytes, and of these only what draws is kept: by an
allow list for each format, losslessly. No kept library does that: Pillow writes pixels anew, exiv2 knows only the blocks that it
knows, mat2 needs programs of the desktop.
"""

from .cleaning import MOST_BYTES, clean_picture, kind_of, too_large
from .found import BadPictureError, CleanPicture, PictureKind

__all__ = ["MOST_BYTES", "BadPictureError", "CleanPicture", "PictureKind", "clean_picture", "kind_of", "too_large"]
