"""What a page shows and says of itself, as far as it tells whether the page is an article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from urllib.parse import urlsplit

from ..html_tags import strip_tags
from ..html_tags.references import unescape
from ..readers.known_site import known_site
from ..readers.metadata import metadata_of
from ..readers.titles import forms, title_words
from ..rules.page.chosen import Chosen, chosen
from ..rules.page.scanned import ScannedPage, TextBlock

LONGEST = 400
"""Code points of a heading."""
HEAD = 200_000
"""Code points of a page in which it says what it is."""
PARAGRAPH = 50
"""Letters of a block that people write: headlines and labels have fewer."""
PROSE = 0.34
"""Of a paragraph's letters, at most, stand in links."""
FURNITURE = frozenset({"nav", "footer", "aside", "dialog", "menu", "button"})
TITLES = frozenset({"h1", "h2", "h3"})
MOST_OF_FURNITURE = 300
"""Letters outside links, of a container that is furniture by its class alone."""
# Each is for small letters and begins with a word of its own: such a pattern passes over a page at once.
ARTICLE = (
    re.compile(r"og:type[\"']?\s+content=[\"']?article"),
    re.compile(r"content=[\"']?article[\"']?\s+property=[\"']?og:type"),
)
"""By which a page calls itself an article, or a tool that writes it into every page."""
STATED_ARTICLE = (
    re.compile(r"article:published_time"),
    re.compile(r"\"@type\"\s*+:\s*+\[?+\s*+\"(?:\w*newsarticle|article|blogposting|report|liveblogposting)\""),
    re.compile(r"itemprop=[\"']?articlebody"),
)
"""By which a page states it; teasers seldom do."""
COLLECTION = (
    re.compile(r"og:type[\"']?\s+content=[\"']?(?:website|profile)\b"),
    re.compile(r"\"@type\"\s*+:\s*+\[?+\s*+\"(?:collectionpage|itemlist|searchresultspage|profilepage|website)\""),
)


@dataclass(frozen=True, eq=False)
class Facts:
    """The facts of one page."""

    text: str
    chosen: Chosen
    titles: frozenset[str]
    """What its head says, with and without what may be the site's name, as `title_words`."""
    headings: frozenset[str]
    """Its `h1`, the same way."""
    seen: Sequence[TextBlock]
    """Blocks with letters."""
    paragraphs: Sequence[TextBlock]
    """Of the seen ones, those that people write."""
    is_root: bool
    """Its address is that of a whole site."""

    @cached_property
    def own(self) -> Sequence[TextBlock]:
        """Of the seen ones, those outside menus, footers, rails and other containers of what is not the article."""
        return _own(self.chosen.page, self.seen)

    @cached_property
    def says_article(self) -> bool:
        """Whether it calls itself an article."""
        return self.states_article or self._head_has(ARTICLE)

    @cached_property
    def states_article(self) -> bool:
        """Whether it says so by more than `og:type`, which some tools write into every page."""
        return self._head_has(STATED_ARTICLE)

    @cached_property
    def says_collection(self) -> bool:
        """Whether it calls itself a list of others."""
        return self._head_has(COLLECTION)

    @cached_property
    def _head(self) -> str:
        return self.text[:HEAD].lower()

    def _head_has(self, patterns: Sequence[re.Pattern[str]]) -> bool:
        return any(pattern.search(self._head) for pattern in patterns)


def facts_of(text: str) -> Facts:
    """Gather the facts of a page, once for whoever may set it aside and for the rule that may doubt it."""
    return _facts_of(text, known_site())


@lru_cache(maxsize=1)
def _facts_of(text: str, _site: str) -> Facts:
    stated = metadata_of(text)
    made = chosen(text)
    seen = [b for b in made.page.blocks if b.letters]
    titles = {
        title_words(t.value[a:b])
        for t in stated.titles
        for a, b in forms(t.value, t.by)
        if not _at_colon(t.value, a, b)
    }
    first = [strip_tags(text[b.start : b.end]) for b in seen if b.inside.name == "h1" and b.end - b.start < LONGEST]
    path = urlsplit(stated.urls[0].value).path if stated.urls else "-"
    return Facts(
        text=text,
        chosen=made,
        titles=frozenset(titles),
        headings=frozenset(title_words(unescape(heading)) for heading in first),
        seen=seen,
        paragraphs=[b for b in seen if b.letters >= PARAGRAPH and b.linked <= PROSE * b.letters],
        is_root=path in ("", "/") or re.fullmatch(r"/(?:[a-z]{2}|home|index\.\w+)/?", path) is not None,
    )


def _own(page: ScannedPage, seen: Sequence[TextBlock]) -> list[TextBlock]:
    """Give the blocks that stand in no furniture: where a class alone calls a container so, it must be small and have no heading."""
    starts = [b.start for b in seen]
    letters = [0, *accumulate(b.letters - b.linked for b in seen)]
    titles = [0, *accumulate(b.tag in TITLES for b in seen)]
    furniture: set[int] = set()
    for element in page.elements:  # a container stands before what it holds
        first, last = bisect_left(starts, element.start), bisect_left(starts, element.end)
        is_small = letters[last] - letters[first] < MOST_OF_FURNITURE and titles[last] == titles[first]
        by_itself = element.is_aside and (element.name in FURNITURE or is_small)
        if by_itself or id(element.parent) in furniture:
            furniture.add(id(element))
    return [b for b in seen if id(b.inside) not in furniture]


def _at_colon(value: str, start: int, end: int) -> bool:
    """Say whether a part of a title ends or begins at a colon: what stands behind one is no site's name."""
    return value[end:].lstrip()[:1] == ":" or value[:start].rstrip()[-1:] == ":"
