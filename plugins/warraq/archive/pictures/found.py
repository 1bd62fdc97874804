"""What cleaning finds in a picture, and what is wrong with one that is refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from warraq.archive.problem import WrongValueError
from warraq.language import message


class PictureKind(StrEnum):
    """A format that is published."""

    JPEG = "JPEG"
    PNG = "PNG"
    GIF = "GIF"
    WEBP = "WebP"
    AVIF = "AVIF"

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings of its files; the first is the one to choose."""
        return ("jpg", "jpeg") if self is PictureKind.JPEG else (self.value.lower(),)


KIND_NAMES = ", ".join(kind.value for kind in PictureKind)


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture's pixels and colour profile, and nothing else."""

    kind: PictureKind
    data: bytes
    width: int
    """In pixels, before any turn."""
    height: int
    frames: int = 1
    """How many pictures it shows one after the other; of a JPEG, how many passes draw it."""
    carried_more: bool = False
    """The file held something besides them."""
    orientation: int = 1
    """EXIF's number of the turn that readers need, which `data` no longer states; 1: none."""


class BadPictureError(WrongValueError):
    """A file that can't be published as a picture."""


class DamagedPictureError(BadPictureError):
    """A picture whose bytes break its format's rules."""

    def __init__(self) -> None:
        super().__init__(
            message("The picture is damaged or cut short."),
            message("Get it again from where it came, or open it and save it anew."),
        )


def require(condition: object) -> None:
    """Refuse a picture where a rule of its format does not hold."""
    if not condition:
        raise DamagedPictureError


MOST_PARTS = 300_000
"""Blocks of one file. The largest file that is read, in the smallest blocks that programs write, has fewer."""


class Parts:
    """Counts the blocks that are read, so that a file of millions of empty ones takes no time."""

    def __init__(self) -> None:
        self.read = 0

    def count(self) -> None:
        """Count one more; refuse a picture of too many."""
        self.read += 1
        require(self.read <= MOST_PARTS)
