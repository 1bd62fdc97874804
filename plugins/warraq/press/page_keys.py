"""
The keys of pages that are made of facts: hashes of all that is shown on them.

A list of a hundred articles takes thirty times as long to render as to hash. What a list tells of an article was hashed when its facts
were gathered, so that the lists of a page that stays are never made.
"""

from __future__ import annotations

from hashlib import sha256

from warraq.pages.items import Items
from warraq.pages.page import LargeFile, Page, PageOnDemand


class PageKeys:
    """Makes the keys of the pages of one site."""

    def __init__(self, same_for_all: bytes) -> None:
        """`same_for_all`: the hash of what every page depends on: code, theme, what the archive says of itself."""
        self._same_for_all = same_for_all

    def key(self, page: Page) -> str:
        """Give the key of a page, as hexadecimal digits."""
        digest = sha256(self._same_for_all)
        digest.update(type(page).__qualname__.encode())
        for name, value in page.values().items():
            said = value.told if isinstance(value, Items) else repr(value)
            digest.update(f"\0{name}\0{said}".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def made_of(self, unmade: LargeFile | PageOnDemand) -> str:
        """Give the key of what is not made yet, as hexadecimal digits."""
        return sha256(self._same_for_all + unmade.made_of.encode()).hexdigest()
