"""
Bylines that a page marks up: `rel=author`, `itemprop=author`, a class such as `byline`, by the headline or right below the text.

Lists of other articles and of comments carry the same marks, so only what stands near the article's beginning or end is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ..html_tags import Extent, Tag, attributes, find_tags
from ..html_tags.references import unescape
from .agencies import agencies_in
from .author_names import people
from .passages import Passages

MARKING = frozenset(
    {
        "a",
        "span",
        "div",
        "p",
        "address",
        "small",
        "em",
        "i",
        "b",
        "strong",
        "li",
        "ul",
        "cite",
        "section",
        "h2",
        "h3",
        "h4",
    }
)
NAMED = re.compile(
    r"(?:^|[-_\s])(?:by-?line|authors?|author-?names?|autor(?:en|es|in)?|auteurs?|autore|writers?|journalist|reporter|vcard|meta-author|post-author"
    r"|entry-author|author-text|byline-author|prism-byline|katib|kateb|yazar|muharrir|name-uid|node-+submitted)(?:$|[-_\s])|(?:by-?line|[aA]uthor-?[nN]ames?)(?:$|[-_\s])",
    re.IGNORECASE,
)
NOT_OURS = re.compile(
    r"comment|related|teaser|recent|bio|avatar|image|social|follow|twitter|photo|caption|credit|count|popup|tooltip",
    re.IGNORECASE,
)
STRONG = "author"
BEFORE, BEHIND, AROUND = 20_000, 1_200, 1_500
"""Code points before the first paragraph, behind the last, and around the headline and the first words in which bylines stand."""
SHORTEST = len(" id=vcard")
"""Code points of attributes that may mark one."""
LONGEST = 1_500
"""Code points of a byline with its tags."""
LONGEST_TEXT = 200
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
TAG = re.compile(r"<[^<>]*>")
MOST = 8
"""Authors of an article; what names more is a list of something else."""


@dataclass(frozen=True, slots=True)
class Byline:
    """One name in a byline, and where its statement stands in O."""

    name: str
    start: int
    end: int


def bylines(passages: Passages, sites: Collection[str]) -> tuple[list[Byline], list[Byline]]:
    """
    Give the authors that the page marks beside the article, by `rel` or `itemprop`, else by a class; and the agencies above the text.

    Below its first words an agency is more often another report's.
    """
    agencies: list[Byline] = []
    if len(passages.lines) < 2:
        return [], agencies
    start = passages.evidence(passages.lines[1], 0, 0, "author").start
    end = passages.end
    for place in ((_head(passages.original, start), start + AROUND), (end, end + BEHIND)):
        tags = list(_tags(passages.original, place))
        for is_strong in (True, False):
            found = list(_marked(passages.original, tags, sites, agencies, is_strong=is_strong))
            names = {f.name.casefold(): f for f in reversed(found)}
            unique = [f for f in found if names.get(f.name.casefold()) is f]
            if 0 < len(unique) <= MOST:
                return unique, [a for a in agencies if a.start < start]
    return [], [a for a in agencies if a.start < start]


def _head(original: str, start: int) -> int:
    """Give where the article's head begins: a little above its headline, which is the last `h1` before the text."""
    low = max(0, start - BEFORE)
    at = original.rfind("<h1", low, start)
    return max(low, at - AROUND) if at >= 0 else max(0, start - BEFORE // 3)


def _tags(original: str, place: tuple[int, int]) -> Iterator[tuple[Tag, str, bool]]:
    """Yield the tags between two places that may mark a byline: what they are called, and whether they say that it is the author's."""
    for tag in find_tags(original, MARKING, Extent.QUOTED, *place):
        if tag.closing or tag.attributes_end - tag.attributes_start < SHORTEST:
            continue
        values = {name: original[at.start : at.end] for name, at in attributes(original, tag).items()}
        named = f"{values.get('class', '')} {values.get('data-testid', '')} {values.get('id', '')}"
        named = CAMEL.sub("-", named)
        if not NOT_OURS.search(named):
            yield tag, named, STRONG in f"{values.get('rel', '')} {values.get('itemprop', '')}".lower().split()


def _marked(
    original: str,
    tags: Sequence[tuple[Tag, str, bool]],
    sites: Collection[str],
    agencies: list[Byline],
    *,
    is_strong: bool,
) -> Iterator[Byline]:
    """Yield the people of the bylines that tags mark; agencies go into the list."""
    until = 0
    for tag, named, says_author in tags:
        if tag.start < until or not (says_author if is_strong else NAMED.search(named)):
            continue
        close = original.find(f"</{tag.name}", tag.end, tag.end + LONGEST)
        inner = original[tag.end : close if close >= 0 else tag.end + LONGEST]
        text = unescape(TAG.sub(" | ", inner))
        if len(text) > LONGEST_TEXT and len(" ".join(text.replace("|", " ").split())) > LONGEST_TEXT:
            continue
        parts = [" ".join(part.split()) for part in re.split(r"\s\|\s", text)]
        said = " ; ".join(part for part in parts if part)
        agencies += (Byline(name, tag.start, tag.end + len(inner)) for name in agencies_in(said))
        for name in people(
            said,
            sites,
            one_word=is_strong or "vcard" in named or "author" in named,
        ):
            yield Byline(name, tag.start, tag.end + len(inner))
            until = tag.end + len(inner)
