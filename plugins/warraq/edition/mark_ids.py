"""The ids of marks: fragments of permanent links, so ASCII, unique on a page, and made of things that last."""

from __future__ import annotations

import zlib


class UniqueIds:
    """Ids that are given once."""

    def __init__(self) -> None:
        self.given: dict[str, int] = {}
        """How often each was asked for."""

    def unique(self, mark_id: str) -> str:
        """Give the id, or its next form (`d12-2`) where it is taken."""
        count = self.given[mark_id] = self.given.get(mark_id, 0) + 1
        return mark_id if count == 1 else f"{mark_id}-{count}"


def checksum(words: str) -> str:
    """Give eight hexadecimal digits that stand for words."""
    return f"{zlib.crc32(words.encode()):08x}"


def ascii_id(name: str) -> str:
    """Make a name fit for a fragment: as it is, or its checksum."""
    return name if name.isascii() and name.replace("-", "").isalnum() else checksum(name)
