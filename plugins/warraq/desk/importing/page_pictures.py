"""
The pictures of a stretch of a page, each with its place and with the places of its caption and its credit.

A caption is what a page calls one (`<figcaption>`, `class="caption"`, `class="photo-credit"`), or the words of a figure. Pictures are
found however a page loads them: in `<picture>`, late (`data-src`, `srcset`), or for browsers without scripts (`<noscript>`). What a page
sets aside (`<aside>`, `class="related"`) is told apart by whether words of the article stand in it, never by its name alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from warraq.repair.html_tags import Extent, Tag, find_tags, strip_tags
from warraq.repair.html_tags.elements import HEADINGS
from warraq.repair.html_tags.references import unescape
from warraq.repair.rules.page.roles import roles_of

from .picture_tag import is_held, read_picture_tag

IMAGES = frozenset({"img", "amp-img"})
CONTAINERS = HEADINGS | {
    *("a", "article", "aside", "dd", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "form", "header"),
    *("i", "li"),
    *("main", "nav", "noscript", "ol", "p", "picture", "section", "small", "span", "td", "ul"),
}
TEASERS = frozenset({"a", "article", "li"})
"""Elements that may be other news."""
READ = IMAGES | CONTAINERS | {"source"}
CODE = re.compile(r"<(script|style|noscript)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
LONGEST_CAPTION = 1_000
LONGEST_WORDS = 300
"""Code points of words in a figure that its page does not call a caption."""
MOST_CAPTIONS = 4
"""Captions and credits of one picture."""
MOST = 300
"""Pictures of a page that are looked at."""
NEAR = 2_000
"""Code points of tags between a picture and what belongs to it."""


@dataclass(slots=True)
class PagePicture:
    """A picture of a page."""

    start: int
    """The place of its tag."""
    end: int
    addresses: list[str]
    """All that its tags give, the likeliest first."""
    alt: str
    is_meant: bool
    """It is none of the page's signs and counters."""
    captions: list[tuple[int, int]] = field(default_factory=list)
    """Places of its caption and its credit."""


@dataclass(slots=True)
class _Open:
    """An element that has begun."""

    name: str
    start: int
    inside: int
    """Where its content begins."""
    pictures: int
    """How many stand before it."""
    is_caption: bool
    is_aside: bool
    captions: list[tuple[int, int]] = field(default_factory=list)

    @property
    def is_figure(self) -> bool:
        """It may hold a picture with its caption: some pages call the whole a caption."""
        return self.name == "figure" or self.is_caption


def page_pictures(text: str, start: int, end: int, is_kept: Callable[[int, int], bool]) -> Iterator[PagePicture]:
    """Yield the pictures between two places; `is_kept` says whether words between two places are the article's."""
    walk = _Walk(text, is_kept)
    for tag in find_tags(text, READ, Extent.QUOTED, start, end, whole_name=True):
        walk.take(tag)
        if walk.seen == MOST:
            break
    yield from (picture for picture in walk.finish(end) if picture.addresses and picture.is_meant)


class _Walk:
    """The state of a walk between two tags."""

    def __init__(self, text: str, is_kept: Callable[[int, int], bool]) -> None:
        self.text = text
        self.is_kept = is_kept
        self.pictures: list[PagePicture] = []
        self.seen = 0
        """Pictures so far, those that were dropped too."""
        self.stack: list[_Open] = []
        self.figures: list[_Open] = []
        """Of these: figures, and what is called a caption."""
        self.open_names: Counter[str] = Counter()
        self.waiting: list[str] = []
        """Addresses of `<source>` before the `<img>` of a `<picture>`."""

    def take(self, tag: Tag) -> None:
        """Go on behind the next tag."""
        if tag.name in IMAGES:
            if not tag.closing:
                self._picture(tag)
        elif tag.name == "source":
            if self.open_names["picture"]:
                self.waiting += read_picture_tag(self.text, tag).addresses
        elif not tag.closing:
            self._open(tag)
        elif self.open_names[tag.name]:
            while self._close(self.stack.pop(), tag.start) != tag.name:
                pass

    def finish(self, end: int) -> list[PagePicture]:
        """End all that is open."""
        while self.stack:
            self._close(self.stack.pop(), end)
        return self.pictures

    def _open(self, tag: Tag) -> None:
        roles = roles_of(tag.name, self.text, tag.attributes_start, tag.attributes_end)
        is_aside = tag.name != "figure" and roles.is_aside
        element = _Open(tag.name, tag.start, tag.end, len(self.pictures), roles.is_caption, is_aside)
        self.stack.append(element)
        if element.is_figure:
            self.figures.append(element)
        self.open_names[tag.name] += 1
        if tag.name == "picture":
            self.waiting = []

    def _picture(self, tag: Tag) -> None:
        text = self.text
        self.seen += 1
        read = read_picture_tag(text, tag)
        made = PagePicture(tag.start, tag.end, [*self.waiting, *read.addresses], read.alt, read.is_meant)
        self.waiting = []
        last = self.pictures[-1] if self.pictures else None
        again = self.open_names["noscript"] or self.open_names["picture"]
        if again and last and last.end <= tag.start <= last.end + NEAR and not has_words(text[last.end : tag.start]):
            # The same picture, for browsers without scripts; what the page holds may be a blurred one, until that is there.
            last.addresses = sorted([*last.addresses, *made.addresses], key=is_held)
            last.alt, last.end = last.alt or made.alt, tag.end
        else:
            self.pictures.append(made)

    def _close(self, element: _Open, end: int) -> str:
        """End an element: its captions go to its picture, or to the element around it."""
        self.open_names[element.name] -= 1
        if element.is_figure:
            self.figures.pop()
        own = self.pictures[element.pictures :]
        if own and self._is_of_others(element, own, end):
            del self.pictures[element.pictures :]
            return element.name
        captions = element.captions
        if element.is_caption and not own:
            captions = list(_parts(element, end))[:MOST_CAPTIONS]
        if own and element.is_figure:
            if len(own) == 1:  # what a figure says, called a caption or not, is about its picture
                named = set(captions)
                captions = [c for c in _parts(element, end) if c in named or self._is_short(*c)]
            own[-1].captions += [c for c in captions if self._is_caption(*c)][:MOST_CAPTIONS]
        elif captions:
            self._hand_on(captions, element)
        return element.name

    def _is_of_others(self, element: _Open, own: list[PagePicture], end: int) -> bool:
        """Say whether an element is an aside, or other news with its picture: its words are not the article's, and no caption."""
        if element.is_aside:
            return not self.is_kept(element.inside, end)
        return (
            element.name in TEASERS
            and end - element.inside <= NEAR
            and not any(picture.captions for picture in own)
            and not (self.figures and element.name == "a")
            and has_words(self.text[element.inside : end])
            and not self.is_kept(element.inside, end)
        )

    def _hand_on(self, captions: list[tuple[int, int]], element: _Open) -> None:
        """Give captions to the element around them, where that is of a picture too; else to the picture right before them."""
        if self.figures:
            around = self.figures[-1]
            around.captions = [*around.captions, *captions][:MOST_CAPTIONS]
            return
        last = self.pictures[-1] if self.pictures else None
        first = captions[0][0]
        if element.is_caption and last and last.end <= first <= last.end + NEAR:
            known = max([last.end, *(end for _, end in last.captions)])
            if known <= first and not has_words(self.text[known:first]):
                last.captions += [c for c in captions if self._is_caption(*c)]

    def _is_short(self, start: int, end: int) -> bool:
        return end - start <= NEAR and len(caption_text(self.text, start, end)) <= LONGEST_WORDS

    def _is_caption(self, start: int, end: int) -> bool:
        """Say whether these are words, and none of the article's: then they stand in its text already."""
        return bool(caption_text(self.text, start, end)) and not self.is_kept(start, end)


def _parts(element: _Open, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a caption: a credit in it is one of its own."""
    at = element.inside
    for first, last in element.captions:
        if first > at:
            yield at, first
        yield first, last
        at = last
    if at < end:
        yield at, end


def has_words(text: str) -> bool:
    """Say whether something of a page shows words."""
    return any(c.isalnum() for c in unescape(strip_tags(CODE.sub("", text))))


def caption_text(text: str, start: int, end: int) -> str:
    """Give the words between two places of a page, on one line."""
    words = unescape(strip_tags(CODE.sub(" ", text[start : min(end, start + 4 * LONGEST_CAPTION)]).replace("<", " <")))
    return " ".join(words.split())[:LONGEST_CAPTION]
