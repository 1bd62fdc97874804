"""
The keys of pages that are made of facts: hashes of all that is shown on them.

A list of a hundred articles takes thirty times as long to render as to hash. An article stands in some ten lists, and its line in them is
hashed once.
"""

from __future__ import annotations

from hashlib import sha256

from warraq.pages.items import Item
from warraq.pages.page import LargeFile, Page


class PageKeys:
    """Makes the keys of the pages of one site."""

    def __init__(self, same_for_all: bytes) -> None:
        """`same_for_all`: the hash of what every page depends on: code, theme, what the archive says of itself."""
        self._same_for_all = same_for_all
        self._items: dict[int, tuple[Item, bytes]] = {}

    def key(self, page: Page) -> str:
        """Give the key of a page, as hexadecimal digits."""
        digest = sha256(self._same_for_all)
        digest.update(type(page).__qualname__.encode())
        for name, value in page.values().items():
            digest.update(f"\0{name}\0".encode())
            if isinstance(value, tuple) and value and isinstance(value[0], Item):
                digest.update(b"".join(map(self._item, value)))
            else:
                digest.update(repr(value).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def file_key(self, file: LargeFile) -> str:
        """Give the key of a large file, as hexadecimal digits."""
        return sha256(self._same_for_all + file.made_of.encode()).hexdigest()

    def _item(self, item: Item) -> bytes:
        known = self._items.get(id(item))
        if known is None:
            known = item, sha256(repr(item).encode("utf-8", "surrogatepass")).digest()
            self._items[id(item)] = known  # with the item, so that no other takes its place in memory
        return known[1]
