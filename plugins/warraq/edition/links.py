"""
Links that are written before anybody knows where the page will stand.

The HTML of an edition is made once and shown on pages at different depths, in a feed, in a bundle on a disk. So a link
inside the site is written as `warraq:ADDRESS`, with the address below the site's root, and whoever renders a page resolves it.
Authors write `{filename}other.md` and `{static}images/map.png`, as Pelican has taught them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

SCHEME = "warraq:"
PLACEHOLDER = re.compile(r' (href|src)="warraq:([^"]*)"')


def inside(address: str) -> str:
    """Write a link to an address of the site (`concepts/sco/`)."""
    return SCHEME + address


def resolve(html: str, link: Callable[[str], str]) -> str:
    """Put the real links into an edition's HTML: `link` gives one for an address below the site's root."""
    if SCHEME not in html:
        return html
    return PLACEHOLDER.sub(lambda m: f' {m[1]}="{escape(link(unescape(m[2])))}"', html)
