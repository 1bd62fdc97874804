"""
Links from the page that is being rendered to the addresses of the site, relative, so that the site may stand anywhere.

A page has some hundred of them and the same ones recur on every page, so that what was quoted is remembered.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

NOT_FOUND = "404.html"
ASKED_FOR = re.compile(r"[^\w/.~-]+")
"""
What a browser must find encoded, and all that would need quotes in HTML: templates lose those of links (`short_html.py`). A browser encodes
letters of any script by itself (URL Standard), and an Arabic one takes two bytes instead of six.
"""
REMEMBERED = 3_000
"""Addresses: a page links to those that many pages link to, and to its neighbours; each takes most of a kilobyte in each process."""


class _Target(NamedTuple):
    """An address, quoted."""

    path: str
    folders: tuple[str, ...]
    """And the name behind them, which may be empty."""
    fragment: str
    """With its hash sign."""


class PageLinks:
    """The links of one page after another."""

    def __init__(self, static: Path, root: str, *, from_disk: bool) -> None:
        self._static = static
        self._root = quote(root, safe="/%-._~:@!$&()*+,;")
        self._from_disk = from_disk
        self._target = lru_cache(REMEMBERED)(self._quoted)
        self._assets: set[str] = set()
        self.stand_on("")

    def stand_on(self, address: str) -> None:
        """Begin a page: links lead from there."""
        self.address = address
        self._here = tuple(_encoded(address).split("/")[:-1])
        self._from_root = address == NOT_FOUND and not self._from_disk

    def link(self, address: str) -> str:
        """Return the URL from the page to an address of the site; `#fragment` may follow the address."""
        target = self._target(address)
        if self._from_root:
            return f"{self._root}/{target.path}{target.fragment}"
        # Shared folders are left out of the link: two letters less in each of thousands.
        here, there = self._here, target.folders
        shared, most = 0, min(len(here), len(there) - 1)
        while shared < most and here[shared] == there[shared]:
            shared += 1
        rest = "/".join(there[shared:]) if shared else target.path
        return ("../" * (len(here) - shared) + rest or "./") + target.fragment

    def asset(self, name: str) -> str:
        """Return the URL of a file of the theme's `static/`; a missing one is our mistake."""
        if name not in self._assets:
            if not (self._static / name).is_file():
                raise FileNotFoundError(f"The theme has no static/{name}.")
            self._assets.add(name)
        return self.link(f"theme/{name}")

    def _quoted(self, address: str) -> _Target:
        path, hash_sign, fragment = address.partition("#")
        if self._from_disk and (not path or path.endswith("/")):
            path += "index.html"
        quoted = _encoded(path)
        return _Target(quoted, tuple(quoted.split("/")), hash_sign + quote(fragment, safe="-._~:,&"))


def _encoded(path: str) -> str:
    return ASKED_FOR.sub(lambda asked: quote(asked[0]), path)
