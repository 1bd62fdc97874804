"""
Which pictures of a saved page belong to its article, and where in it they stood.

The article's pictures are those between its heading and its last words, and those that follow right after in the same element.
Where the page has no heading, they are those of the element that holds the article's first words. A sidebar, a menu or a footer
in between belongs to the page. A picture whose file is not there is one all the same: its place is known.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from warraq.arabic.folding import WORD, fold
from warraq.archive.original import Original, OriginalKind
from warraq.archive.record import Record
from warraq.desk.placing import line_at
from warraq.edition.position_map import PositionMap
from warraq.repair.changes import apply, inverse, map_position
from warraq.repair.html_tags import Extent, find_tags, strip_tags
from warraq.repair.html_tags.elements import HEADINGS
from warraq.repair.html_tags.references import unescape
from warraq.repair.readers.archived_copy import page_address
from warraq.repair.rules.page.captions import captions_beside

from .files_beside import FilesBeside
from .held_pictures import HeldPictures
from .page_pictures import NEAR, PagePicture, caption_text, has_words, page_pictures
from .picture_tag import is_held

TITLES = frozenset({"h1", "h2", "h3"})
"""Headings that may be an article's title."""
ARTICLE = frozenset({"article", "main"})
BLOCKS = frozenset({"div", "section", "td", "body"})
"""Elements that can hold an article."""
ENDED = ARTICLE | {"body"}
"""Elements that end with the article."""
FOLLOWING = HEADINGS | {"aside", "footer", "nav", "form", "ul", "ol"}
"""Elements that begin behind an article."""
IMAGE = re.compile("<(?:amp-)?img", re.IGNORECASE)
WORD_CHARACTER = re.compile(r"\w")
ABOVE = 6_000
"""Code points above a heading in which the article's first picture may stand."""
MOST_PICTURES = 30
"""Pictures of one article."""
MOST_BESIDE = 2
"""A caption and a credit."""
BETWEEN = " — "
"""Between a caption and a credit that are elements of their own."""


@dataclass(frozen=True, slots=True)
class ArticlePicture:
    """A picture of an article."""

    name: str
    """Its path below the source that is imported; empty where its file is not there."""
    address: str
    """The first one that the page gives."""
    alt: str
    """Its alternative text."""
    line: int
    """How many lines of the text it stands behind."""
    caption: str
    """With its credit; empty where the page has none, or where it is a line of the text."""


def article_pictures(
    page: str,
    original: Original,
    record: Record,
    beside: FilesBeside,
    held: HeldPictures | None = None,
) -> Iterator[ArticlePicture]:
    """
    Yield the pictures of the article, each once, in order.

    `page`: the page's path, `beside`: the files that lie beside it, `held`: the pictures that its file holds.
    """
    text = original.text
    if original.kind is OriginalKind.TEXT or not IMAGE.search(text):
        return
    positions = PositionMap(record.changes)
    machine = apply(text, record.changes)
    start, end = _article_range(text, record, machine)
    folder = page.rpartition("/")[0]
    seen: set[str] = set()

    def is_kept(first: int, last: int) -> bool:
        return bool(WORD_CHARACTER.search(machine, positions.position(first, 1), positions.position(last, -1)))

    pictures = list(page_pictures(text, start, end, is_kept))
    if not all(picture.captions for picture in pictures):
        _add_captions(text, pictures, is_kept)
    for picture in pictures:
        name = next(
            (n for a in picture.addresses if (n := beside.named(a, folder) or (held.named(a) if held else ""))), ""
        )
        address = page_address(next((a for a in picture.addresses if not is_held(a)), ""))
        key = name or address
        if not key or key in seen:
            continue
        seen.add(key)
        line = line_at(machine, positions.position(picture.start, -1))
        yield ArticlePicture(name, address, picture.alt, line, _caption(text, picture))
        if len(seen) == MOST_PICTURES:
            return


def _add_captions(text: str, pictures: Sequence[PagePicture], is_kept: Callable[[int, int], bool]) -> None:
    """Give pictures the captions that stand right behind them, told by that place alone, unless the text has them."""
    places = captions_beside(text)
    starts = [start for start, _ in places]
    for picture in pictures:
        known = picture.end
        at = bisect_left(starts, known) if not picture.captions else len(places)
        for start, end in places[at : at + MOST_BESIDE]:
            if start > known + NEAR or has_words(text[known:start]) or is_kept(start, end):
                break
            picture.captions.append((start, end))
            known = end


def _caption(text: str, picture: PagePicture) -> str:
    return BETWEEN.join(dict.fromkeys(caption_text(text, *place) for place in picture.captions))


def _article_range(text: str, record: Record, machine: str) -> tuple[int, int]:
    """Give the places in O where the article's heading begins and where its element ends."""
    back = inverse(record.changes)
    first = map_position(machine.find("\n") + 1, back, 1)
    last = map_position(len(machine), back, -1)
    behind = find_tags(text, ENDED | FOLLOWING, Extent.NAME, last)
    ends = (tag.start for tag in behind if tag.name in (ENDED if tag.closing else FOLLOWING))
    return _beginning(text, machine.partition("\n")[0], first), next(ends, last)


def _beginning(text: str, title: str, first: int) -> int:
    """Find where the article of these first words begins: at the heading that is its title, else at the best tag before them."""
    headings = list(_headings(text, first))
    words = _words(title)
    titles = [start for start, inside in headings if _words(unescape(strip_tags(inside))) == words]
    openings = (tag for tag in find_tags(text, ARTICLE | {"h1"}, Extent.NAME, 0, first) if not tag.closing)
    starts = titles or [tag.start for tag in openings] or [start for start, _ in headings]
    return _with_figure(text, starts[-1]) if starts else _innermost_block(text, first)


def _with_figure(text: str, heading: int) -> int:
    """Take in a figure that stands right above a heading, with nothing but tags between."""
    end = text.rfind("</figure", max(0, heading - ABOVE), heading)
    start = text.rfind("<figure", max(0, end - ABOVE), max(end, 0))
    return start if 0 <= start < end and not caption_text(text, end, heading) else heading


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
