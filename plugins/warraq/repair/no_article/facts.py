"""What a page shows and says of itself, as far as it tells whether the page is an article."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from ..html_tags import strip_tags
from ..readers.metadata import metadata_of
from ..readers.titles import forms, title_words
from ..rules.page.chosen import Chosen, chosen
from ..rules.page.scanning import TextBlock

LONGEST = 400
"""Code points of a heading."""
HEAD = 200_000
"""Code points of a page in which it says what it is."""
PARAGRAPH = 50
"""Letters of a block that people write: headlines and labels have fewer."""
PROSE = 0.34
"""Of a paragraph's letters, at most, stand in links."""
ARTICLE = re.compile(
    r"og:type[\"']?\s+content=[\"']?article|content=[\"']?article[\"']?\s+property=[\"']?og:type|article:published_time"
    r"|\"@type\"\s*+:\s*+\[?+\s*+\"(?:\w*NewsArticle|Article|BlogPosting|Report|LiveBlogPosting)\"|itemprop=[\"']?articleBody",
    re.IGNORECASE,
)
"""By which a page calls itself an article; teasers seldom say it."""
COLLECTION = re.compile(
    r"og:type[\"']?\s+content=[\"']?website|\"@type\"\s*+:\s*+\[?+\s*+\"(?:CollectionPage|ItemList|SearchResultsPage|WebSite)\"",
    re.IGNORECASE,
)


@dataclass(frozen=True)
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
    def says_article(self) -> bool:
        """Whether it calls itself an article."""
        return ARTICLE.search(self.text, 0, HEAD) is not None

    @cached_property
    def says_collection(self) -> bool:
        """Whether it calls itself a list of others."""
        return COLLECTION.search(self.text, 0, HEAD) is not None


def facts_of(text: str) -> Facts:
    """Gather the facts of a page."""
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
        headings=frozenset(title_words(html.unescape(heading)) for heading in first),
        seen=seen,
        paragraphs=[b for b in seen if b.letters >= PARAGRAPH and b.linked <= PROSE * b.letters],
        is_root=path in ("", "/") or re.fullmatch(r"/(?:[a-z]{2}|home|index\.\w+)/?", path) is not None,
    )


def _at_colon(value: str, start: int, end: int) -> bool:
    """Say whether a part of a title ends or begins at a colon: what stands behind one is no site's name."""
    return value[end:].lstrip()[:1] == ":" or value[:start].rstrip()[-1:] == ":"
