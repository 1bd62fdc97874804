"""
Pictures that an original holds itself: parts of its wrapping, and those that stand in the page as `data:` addresses.

An MHTML file, a web archive and SingleFile's files bring their pictures along. They are shown by the addresses that they had on the
web; a page may give them relative to its own.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import unquote_to_bytes, urldefrag, urljoin

from warraq.archive.original import LARGEST_FILE, Original
from warraq.repair.readers import UnreadableError
from warraq.repair.readers.wrappings import unwrap

from .picture_tag import is_held
from .pictures import is_large
from .sources import RejectedFileError

HEAD = re.compile(r"data:image/[\w.+-]{1,40}(?P<base64>(?:;[\w=.-]{1,60}){0,4}),", re.IGNORECASE)


class HeldPictures:
    """The pictures that an original holds; `name` is its path below the source that is imported."""

    def __init__(self, name: str, original: Original) -> None:
        self._name = name
        wrapped = unwrap(original.data) if original.part else None
        self._files = dict(wrapped.files) if wrapped else {}
        self._base = original.address
        self._read: dict[str, Callable[[], bytes]] = {}

    def named(self, address: str) -> str:
        """Give the name of the picture at an address of the page; empty where the original does not hold it, or it is an icon."""
        if is_held(address):
            data = _inlined(address)
            if data is None or not is_large(data):
                return ""
            return self._known(sha256(data).hexdigest()[:16], lambda: data)
        for place in (address, urldefrag(address).url, _joined(self._base, address)):
            if place in self._files:
                return self._known(place, self._files[place])
        return ""

    def holds(self, picture: str) -> bool:
        """Tell whether a name is one that `named` gave."""
        return picture in self._read

    def read(self, picture: str) -> bytes:
        """Give a picture's bytes; a RejectedFileError where they are damaged."""
        try:
            return self._read[picture]()
        except UnreadableError as error:
            raise RejectedFileError(error.what) from None

    def _known(self, place: str, read: Callable[[], bytes]) -> str:
        name = f"{self._name}#{place}"
        self._read[name] = read
        return name


def _joined(base: str, address: str) -> str:
    try:
        return urldefrag(urljoin(base, address)).url
    except ValueError:
        return ""


def _inlined(address: str) -> bytes | None:
    """Decode a `data:` address; None where it is damaged."""
    head = HEAD.match(address)
    if head is None or len(address) > 2 * LARGEST_FILE:
        return None
    inside = address[head.end() :]
    if not head["base64"].lower().endswith(";base64"):
        return unquote_to_bytes(inside)
    try:
        return base64.b64decode(unquote_to_bytes(inside))
    except (binascii.Error, ValueError):
        return None
