"""
Which pictures of a saved page belong to its article.

The article's pictures are those between its heading and its last words, and those that follow right after in the same element.
Where the page has no heading, they are those of the element that holds the article's first words. A sidebar, a menu or a footer
in between belongs to the page.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from warraq.arabic.folding import WORD, fold
from warraq.archive.original import Original, OriginalKind
from warraq.archive.record import Record
from warraq.repair.changes import apply, inverse, map_position
from warraq.repair.html_tags import Extent, find_tags
from warraq.repair.html_tags.elements import HEADINGS

TITLES = frozenset({"h1", "h2", "h3"})
"""Headings that may be an article's title."""
ARTICLE = frozenset({"article", "main"})
BLOCKS = frozenset({"div", "section", "td", "body"})
"""Elements that can hold an article."""
ENDED = ARTICLE | {"body"}
"""Elements that end with the article."""
FOLLOWING = HEADINGS | {"aside", "footer", "nav", "form", "ul", "ol"}
"""Elements that begin behind an article."""
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
    behind = find_tags(text, ENDED | FOLLOWING, Extent.NAME, last)
    ends = (tag.start for tag in behind if tag.name in (ENDED if tag.closing else FOLLOWING))
    return _beginning(text, machine.partition("\n")[0], first), next(ends, last)


def _beginning(text: str, title: str, first: int) -> int:
    """Find where the article of these first words begins: at the heading that is its title, else at the best tag before them."""
    headings = list(_headings(text, first))
    words = _words(title)
    titles = [start for start, inside in headings if _words(BeautifulSoup(inside, "html.parser").get_text()) == words]
    openings = (tag for tag in find_tags(text, ARTICLE | {"h1"}, Extent.NAME, 0, first) if not tag.closing)
    starts = titles or [tag.start for tag in openings] or [start for start, _ in headings]
    return starts[-1] if starts else _innermost_block(text, first)


def _headings(text: str, before: int) -> Iterator[tuple[int, str]]:
    """Yield the start and the HTML of each heading before a place that may be a title; one that never closes is none."""
    tags = list(find_tags(text, TITLES, Extent.BARE, 0, before))
    closings = {name: deque(tag for tag in tags if tag.closing and tag.name == name) for name in TITLES}
    at = 0
    for tag in tags:
        ends = closings[tag.name]
        while ends and ends[0].start < tag.end:
            ends.popleft()
        if ends and not tag.closing and tag.start >= at:
            at = ends[0].end
            yield tag.start, text[tag.end : ends[0].start]


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text))


def _innermost_block(text: str, at: int) -> int:
    """Find where the innermost element around a place begins that can hold an article."""
    open_blocks: list[int] = []
    for tag in find_tags(text, BLOCKS, Extent.NAME, 0, at):
        if not tag.closing:
            open_blocks.append(tag.start)
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
