"""
Which pictures of a saved page belong to its article.

Those between its heading and its last words, and those that follow right after, in the same element. Where the page has no
heading, those of the element that its first words stand in. What stands in a sidebar, a menu or a footer on the way belongs to
the page.
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
BEGINS = re.compile(r"<(?:h1|article|main)\b", re.IGNORECASE)
HOLDS = re.compile(r"<(/?)(div|section|td|body)\b", re.IGNORECASE)
ENDS = re.compile(r"</(?:article|main|body)\b|<(?:aside|footer|nav|form|ul|ol|h[1-6])\b", re.IGNORECASE)
BESIDE = ("aside", "nav", "footer", "form")
SOURCES = ("src", "data-src", "data-original")
"""Where a picture's address stands; pages that load their pictures late have a dot in `src`."""
MOST = 30
"""Pictures of one article."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that an article shows."""

    name: str
    """Its path below the place that is imported."""
    alt: str


def shown_pictures(page: str, original: Original, record: Record, at_hand: Collection[str]) -> Iterator[Shown]:
    """Yield the pictures of the article that lie `at_hand`, each once, in order; `page`: the page's own path."""
    if original.kind is OriginalKind.TEXT or not at_hand:
        return
    text = original.text
    start, end = _around(text, record)
    folder = page.rpartition("/")[0]
    seen: set[str] = set()
    for image in BeautifulSoup(text[start:end], "html.parser").find_all("img"):
        name = next((n for n in _names(image, folder) if n in at_hand), None)
        if name is not None and name not in seen and not image.find_parent(BESIDE):
            seen.add(name)
            yield Shown(name, " ".join(str(image.get("alt") or "").split()))
            if len(seen) == MOST:
                return


def _around(text: str, record: Record) -> tuple[int, int]:
    """From the article's heading to where its element ends, in O."""
    made = record.changes
    machine = apply(text, made)
    back = inverse(made)
    first = map_position(machine.find("\n") + 1, back, 1)
    last = map_position(len(machine), back, -1)
    ends = ENDS.search(text, last)
    return _beginning(text, machine.partition("\n")[0], first), (ends.start() if ends else last)


def _beginning(text: str, title: str, first: int) -> int:
    """Where the article of these first words begins: at the heading that is its title, else at the next best before them."""
    headings = list(HEADING.finditer(text, 0, first))
    titles = [h.start() for h in headings if _words(BeautifulSoup(h[2], "html.parser").get_text()) == _words(title)]
    begins = titles or [m.start() for m in BEGINS.finditer(text, 0, first)] or [h.start() for h in headings]
    return begins[-1] if begins else _element(text, first)


def _words(text: str) -> list[str]:
    return WORD.findall(folded(text))


def _element(text: str, at: int) -> int:
    """Where the innermost element around a place begins that can hold an article."""
    around: list[int] = []
    for tag in HOLDS.finditer(text, 0, at):
        if not tag[1]:
            around.append(tag.start())
        elif around:
            around.pop()
    return around[-1] if around else at


def _names(image: Tag, folder: str) -> Iterator[str]:
    """The files that a picture may be of."""
    for key in SOURCES:
        if source := image.get(key):
            yield _inside(folder, unquote(str(source)).partition("?")[0])


def _inside(folder: str, source: str) -> str:
    """The path that a page in `folder` means; one that leaves the folder means nothing."""
    parts = [p for p in source.replace("\\", "/").split("/") if p not in ("", ".")]
    return "" if ".." in parts else "/".join([*([folder] if folder else []), *parts])
