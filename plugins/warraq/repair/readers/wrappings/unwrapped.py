"""A page taken out of its wrapping, and how large and how deep a wrapping may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from warraq.archive.original import LARGEST_FILE, Wrapping
from warraq.language import Message, message

from ..unreadable import UnreadableError

MOST_FILES = 10_000
"""Files in one wrapping: a page has some hundred."""


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """What was found in a wrapping."""

    wrapping: Wrapping
    name: str
    """Of the page: its address or its path there, as the wrapping states it; may be empty."""
    data: bytes
    charset: str | None = None
    """The codec that the wrapping states for the page."""
    address: str = ""
    """The page's address; empty where the wrapping states none."""
    files: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    """The other files, by the addresses under which the page may show them; each is unpacked when it is asked for."""


def refused(what: Message) -> UnreadableError:
    """Refuse a wrapping that can't be opened."""
    return UnreadableError(
        what, message("Save the page anew, as one HTML file, and put that file here."), wrapping=True
    )


def damaged(wrapping: str, reason: Message) -> UnreadableError:
    """Refuse a wrapping that is damaged."""
    return refused(message("The {wrapping} file is damaged: {reason}.", wrapping=wrapping, reason=reason))


def without_page(wrapping: str) -> UnreadableError:
    """Refuse a wrapping that holds no page."""
    return refused(message("The {wrapping} file holds no page.", wrapping=wrapping))


def too_many(wrapping: str) -> UnreadableError:
    """Refuse a wrapping of more files than any page has."""
    return refused(message("The {wrapping} file holds more than {most} files.", wrapping=wrapping, most=MOST_FILES))


def bounded(data: bytes, wrapping: str) -> bytes:
    """Give an unpacked page back, unless it is larger than any file that is read."""
    if len(data) > LARGEST_FILE:
        raise too_large(wrapping)
    return data


def too_large(wrapping: str) -> UnreadableError:
    """Refuse a page that is larger, once it is unpacked, than any file that is read."""
    return refused(
        message(
            "The page in the {wrapping} file is larger than {limit} megabytes.",
            wrapping=wrapping,
            limit=LARGEST_FILE // 1_000_000,
        )
    )
