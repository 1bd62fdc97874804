"""
Links inside the site, independent of the page that they stand on.

The HTML of an edition is made once and used in pages at different depths, in a feed, in a bundle on a disk. So a link
inside the site is `warraq:ADDRESS`, with the address below the site's root, until a page is rendered, which resolves it.
Authors write `{filename}other.md` and `{static}images/map.png`, as everywhere in Pelican.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape
from urllib.parse import unquote

from warraq.archive.article import Article
from warraq.archive.problem import Problem
from warraq.archive.site_scheme import SCHEME
from warraq.language import message

NOWHERE = "#"
"""The link of what leads to no file."""
PLACEHOLDER = re.compile(r' (href|src)="warraq:([^"]*)"')
FILE = re.compile(r"\{(filename|static|attach)\}([^#?]*)(.*)")
FILE_LINK = re.compile(r' href="(\{[^"]*)"')


class LinkTargets:
    """The files that an article may link to (addresses in the site by path below content/), and the links that led to none."""

    def __init__(self, path: str, addresses: Mapping[str, str]) -> None:
        self.path = path
        self.addresses = addresses
        self.broken: list[str] = []
        self.asked: dict[str, str] = {}
        """The links that were given, by the link as it was written."""

    def link_to(self, written: str) -> str:
        """Give the link for `{filename}x.md` or `{static}images/x.png`, a file beside the article or else in content/."""
        if written not in self.asked:
            self.asked[written] = self._link_to(written)
        if self.asked[written] == NOWHERE:
            self.broken.append(written)
        return self.asked[written]

    def _link_to(self, written: str) -> str:
        if m := FILE.fullmatch(written):
            name = unquote(m[2])
            beside = posixpath.dirname(self.path.partition("/")[2])
            for folder in ("",) if name.startswith("/") else (beside, ""):
                address = self.addresses.get(posixpath.normpath(posixpath.join(folder, name.lstrip("/"))))
                if address is not None:
                    return internal_link(address) + m[3]
        return NOWHERE

    def rewrite_links(self, html: str) -> str:
        """Replace the links to files in HTML by links inside the site."""
        if "{" not in html:
            return html
        return FILE_LINK.sub(lambda m: f' href="{escape(self.link_to(unescape(m[1])))}"', html)


def broken_links(article: Article, targets: LinkTargets) -> Iterator[Problem]:
    """Report each link that leads to no file, with its line."""
    for written in dict.fromkeys(targets.broken):
        what = message("{link} leads to no file.", link=written)
        folder = posixpath.dirname(article.path)
        todo = message("Write the name of a file below {folder}/ or of one below content/.", folder=folder)
        yield Problem(article.path, *position_in_body(article, written), "", what, todo)


def position_in_body(article: Article, words: str) -> tuple[int, int]:
    """Give line and column, in the article's file, of the first place of words in its body; the body's first line if it has none."""
    at = article.body.find(words)
    if at < 0:
        return article.body_line, 0
    return article.body_line + article.body.count("\n", 0, at), at - article.body.rfind("\n", 0, at)


def internal_link(address: str) -> str:
    """Write a link to an address of the site (`concepts/sco/`)."""
    return SCHEME + address


def resolve_links(html: str, link: Callable[[str], str]) -> str:
    """Replace `warraq:` links in an edition's HTML; `link` gives the real one for an address below the site's root."""
    if SCHEME not in html:
        return html
    return PLACEHOLDER.sub(lambda m: f' {m[1]}="{escape(link(unescape(m[2])))}"', html)
