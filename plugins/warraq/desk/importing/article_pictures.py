"""
Which pictures of a saved page belong to its article.

The article's pictures are those between its heading and its last words, and those that follow right after in the same element.
Where the page has no heading, they are those of the element that holds the article's first words. A sidebar, a menu or a footer
in between belongs to the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from warraq.arabic.folding import WORD, folded
from warraq.archive.original import Original, OriginalKind
from warraq.archive.record import Record
from warraq.repair.changes import apply, inverse, map_position

HEADING = re.compile(r"<(h[1-3])\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
"""A heading; its tag, and its HTML."""
CONTAINER = re.compile(r"<(?:h1|article|main)\b", re.IGNORECASE)
BLOCK = re.compile(r"<(/?)(?:div|section|td|body)\b", re.IGNORECASE)
"""A tag of an element that can hold an article; `/` if it ends."""
ARTICLE_END = re.compile(r"</(?:article|main|body)\b|<(?:aside|footer|nav|form|ul|ol|h[1-6])\b", re.IGNORECASE)
NOT_ARTICLE = ("aside", "nav", "footer", "form")
ADDRESS_ATTRIBUTES = ("src", "data-src", "data-original")
"""Attributes with a picture's address; pages that load their pictures late have a dot in `src`."""
MOST_PICTURES = 30
"""Pictures of one article."""


@dataclass(frozen=True, slots=True)
class ArticlePicture:
    """A picture of an article."""

    name: str
    """Its path below the source that is imported."""
    alt: str
    """Its alternative text."""


def article_pictures(
    page: str, original: Original, record: Record, at_hand: Collection[str]
) -> Iterator[ArticlePicture]:
    """Yield the pictures of the article that are among the files `at_hand`, each once, in order; `page`: the page's path."""
    if original.kind is OriginalKind.TEXT or not at_hand:
        return
    text = original.text
    start, end = _article_range(text, record)
    folder = page.rpartition("/")[0]
    seen: set[str] = set()
    for image in BeautifulSoup(text[start:end], "html.parser").find_all("img"):
        name = next((n for n in _names(image, folder) if n in at_hand), None)
        if name is not None and name not in seen and not image.find_parent(NOT_ARTICLE):
            seen.add(name)
            yield ArticlePicture(name, " ".join(str(image.get("alt") or "").split()))
            if len(seen) == MOST_PICTURES:
                return


def _article_range(text: str, record: Record) -> tuple[int, int]:
    """Give the places in O where the article's heading begins and where its element ends."""
    made = record.changes
    machine = apply(text, made)
    back = inverse(made)
    first = map_position(machine.find("\n") + 1, back, 1)
    last = map_position(len(machine), back, -1)
    ends = ARTICLE_END.search(text, last)
    return _beginning(text, machine.partition("\n")[0], first), (ends.start() if ends else last)


def _beginning(text: str, title: str, first: int) -> int:
    """Find where the article of these first words begins: at the heading that is its title, else at the best tag before them."""
    headings = list(HEADING.finditer(text, 0, first))
    titles = [h.start() for h in headings if _words(BeautifulSoup(h[2], "html.parser").get_text()) == _words(title)]
    starts = titles or [m.start() for m in CONTAINER.finditer(text, 0, first)] or [h.start() for h in headings]
    return starts[-1] if starts else _innermost_block(text, first)


def _words(text: str) -> list[str]:
    return WORD.findall(folded(text))


def _innermost_block(text: str, at: int) -> int:
    """Find where the innermost element around a place begins that can hold an article."""
    open_blocks: list[int] = []
    for tag in BLOCK.finditer(text, 0, at):
        if not tag[1]:
            open_blocks.append(tag.start())
        elif open_blocks:
            open_blocks.pop()
    return open_blocks[-1] if open_blocks else at


def _names(image: Tag, folder: str) -> Iterator[str]:
    """Yield the files that an image may show."""
    for key in ADDRESS_ATTRIBUTES:
        if source := image.get(key):
            yield _path_below(folder, unquote(str(source)).partition("?")[0])


def _path_below(folder: str, source: str) -> str:
    """Resolve an address in a page of `folder`; empty where it leaves the folder."""
    parts = [p for p in source.replace("\\", "/").split("/") if p not in ("", ".")]
    return "" if ".." in parts else "/".join([*([folder] if folder else []), *parts])
