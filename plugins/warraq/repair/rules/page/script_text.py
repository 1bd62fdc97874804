"""
The article's text where it stands in a script, and the page shows none of it, or its first words.

Pages that are drawn by a program carry their article as data: in the state of Next.js and its like, in JSON-LD as `articleBody`. The text is
what most letters stand in under one name: one long text, or the texts of one list, a paragraph each. Things with a title or an address of
their own are other articles, unless their title is the page's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...html_tags import strip_tags
from ...late import late
from ...readers.metadata import metadata_of
from ...readers.script_data import DataText, Holder, Written, decoded, texts_of_scripts
from ...readers.titles import SHORTEST_TITLE, title_words
from .scanned import ScannedPage, TextBlock

SCRIPT = late("<script", re.IGNORECASE)
SEEN_ENOUGH = 1_500
"""Letters of an article that is seen: no script is asked."""
TIMES = 3
"""A text in a script is the article's where it has so many times the letters of what is seen."""
SHORTEST = 60
"""Letters of an article's text."""
SHORTEST_PART = 2
"""Code points of a paragraph, as it is written."""
ENTRY = frozenset(
    {
        *("headline", "headlines", "title", "url", "slug", "link", "href", "permalink", "canonical_url", "websiteurl"),
        *(
            "author",
            "authors",
            "byline",
            "username",
            "user",
            "datepublished",
            "publishedat",
            "published_at",
            "createdat",
        ),
        *("created_at", "publish_date", "publisheddate", "published"),
    }
)
"""Names in an object that is an article, a comment or a link by itself."""
NO_TEXT = late(
    r"descri|excerpt|summar|dek|sub_?(?:title|head)|caption|alt|title|headline|comment|bio|copyright|css|style|query|class|url|src|href"
    r"|name|label|message|disclaim|cookie|terms|credit|script|template|svg|keyword|tag|answer|question|note|tooltip|email|^id$|^_?type$"
)
"""In the name of a text that is none of the article's."""
NO_PLACE = late(
    r"comment|relat|recommend|latest|trend|popular|most|menu|nav|footer|header|i18n|transl|locale|messages|config|setting|^ads?$|advert"
    r"|author|widget|sidebar|cookie|consent|newsletter|faq|promo|teaser|promot|breadcrumb"
)
"""In the name of an object that holds none of it."""
LETTERS = late(r"[^\W\d_]+")
FEWEST_WORDS = 6
"""In a sentence."""
STOP = late(r"[.؟?!…۔।。]")
CODE = late(r"[{}]|=>|;\s*(?:var|let|const|return)\b|\bfunction\s*\(|!important|\bfragment \w+ on\b")
FEWEST_LETTERS = 0.6
"""Of the signs of a text without its tags: addresses and codes have fewer."""


@dataclass(slots=True)
class _Group:
    """Texts of one name that belong together."""

    entry: Holder | None
    """The object that is the article, if one says so."""
    texts: list[DataText] = field(default_factory=list)
    size: int = 0


class ScriptText(NamedTuple):
    """The text of an article that stands in scripts."""

    parts: tuple[Written, ...]
    blocks: tuple[TextBlock, ...]
    """Their places in the page."""


def script_text(text: str, page: ScannedPage, seen: Sequence[TextBlock]) -> ScriptText | None:
    """Give the article's text in the page's scripts, where what is `seen` lacks it."""
    visible = sum(b.letters for b in seen)
    if visible >= SEEN_ENOUGH or not SCRIPT.search(text):
        return None
    titles = {title_words(t.value) for t in metadata_of(text).titles}
    groups = [g for g in _groups(text) if g.size >= SHORTEST]
    best: tuple[int, list[Written]] | None = None
    for group in sorted(groups, key=lambda g: -g.size)[:8]:
        if not _is_pages(group, titles) or any(_is_like(group, other) for other in groups):
            continue
        parts = list(_parts(group))
        letters = sum(_letters(p.text) for p in parts)
        if 2 * sum(_letters(p.text) for p in parts if _is_prose(p.text)) < letters:
            continue
        if letters >= SHORTEST and (best is None or letters > best[0] * 1.1):
            best = letters, parts
    if best is None or best[0] < TIMES * visible:
        return None
    parts = best[1]
    root = page.elements[0]
    blocks = (TextBlock(p.starts[0], p.ends[-1], root, _letters(p.text)) for p in parts)
    return ScriptText(tuple(parts), tuple(sorted(blocks, key=lambda b: b.start)))


def _groups(text: str) -> list[_Group]:
    groups: dict[tuple[int, str], _Group] = {}
    for one in texts_of_scripts(text):
        size = one.end - one.start
        if size < SHORTEST_PART or not one.name or NO_TEXT.search(one.name.lower()):
            continue
        place, entry = _place(one.holder)
        if place is None:
            continue
        group = groups.setdefault((id(place), one.name), _Group(entry))
        group.texts.append(one)
        group.size += size
    return list(groups.values())


def _place(holder: Holder) -> tuple[Holder | None, Holder | None]:
    """Give what a text is grouped by, the outermost list around it within its article, and the article; no group: None."""
    place: Holder = holder
    entry: Holder | None = None
    above: Holder | None = holder
    while above is not None:
        if NO_PLACE.search(above.name.lower()):
            return None, None
        if entry is None and not ENTRY.isdisjoint(above.names) and not above.is_list:
            entry = above
        if entry is None and above.is_list:
            place = above
        above = above.parent
    return place, entry


def _is_pages(group: _Group, titles: set[str]) -> bool:
    """Say whether the object around a text calls itself what the page is called, or nothing."""
    title = title_words(group.entry.title) if group.entry else ""
    if len(title) < SHORTEST_TITLE or not titles:
        return True
    return any(title in t or (t and t in title) for t in titles)


def _is_like(group: _Group, other: _Group) -> bool:
    """Say whether another article beside it has a text of the same name, and the page does not say which is its own."""
    mine, its = group.entry, other.entry
    if mine is None or its is None or mine is its or mine.parent is None or mine.parent is not its.parent:
        return False
    return group.texts[0].name == other.texts[0].name and not mine.title and 2 * other.size > group.size


def _parts(group: _Group) -> Iterator[Written]:
    """Yield the texts of a group that are prose, decoded; one that stands within the one before it is said again."""
    before = ""
    for one in group.texts:
        part = decoded(one)
        bare = " ".join(strip_tags(part.text.replace("&lt;", "<").replace("&gt;", ">")).split())
        letters = sum(map(len, LETTERS.findall(bare)))
        if not letters or CODE.search(bare) or letters < FEWEST_LETTERS * len(bare) or bare in before:
            continue
        before = bare
        yield part


def _letters(text: str) -> int:
    return sum(map(len, LETTERS.findall(strip_tags(text.replace("&lt;", "<").replace("&gt;", ">")))))


def _is_prose(text: str) -> bool:
    return len(text.split()) >= FEWEST_WORDS and STOP.search(text) is not None and "://" not in text[:40]
