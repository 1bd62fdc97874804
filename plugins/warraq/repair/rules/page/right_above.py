"""
The line right above an article that is its headline, though nothing on the page calls it so.

Old pages write their headlines in large letters, or as headings of any rank, and in their `<title>` they write the site's name. So a title that
only `<title>` states, and that stands nowhere by the article, gives way to a heading or to large letters right above the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...html_tags import strip_tags
from ...html_tags.elements import HEADINGS
from ...late import late
from ...readers.known_site import known_site
from ...readers.titles import newspaper, title_words
from ..lines.byline import is_byline
from ..lines.read_also import sends_elsewhere
from .containers import PARAGRAPH
from .scanned import ScannedPage, TextBlock
from .witness import BREAK, said_at

REACH = 6
"""Blocks above the article's first paragraph that are looked at."""
SHORTEST, LONGEST = 8, 200
"""Letters of a headline."""
FEWEST_WORDS = 3
STAMP = late(r"\d[^\d]{0,12}\d[^\d]{0,12}\d{2}")
BEFORE = 500
"""Code points before a block in which its tags stand."""
WRITTEN = late(r">[^<>]*[^\s<>][^<>]*<")
LEADING = late(r"(?:<[^<>]{1,200}>\s{0,9}){1,5}")
LARGE = late(
    r"""<font\b[^<>]{0,200}?\bsize\s?=\s?["']?(?:[4-7]|\+[1-4])|<big\b|font-size\s?:\s?(?:(?:1[89]|[2-4]\d)p[tx]|(?:x-|xx-)?large)
    |\bclass\s?=\s?["']?(?:[\w -]{0,80}[\s_-])?(?:title|head-?line)(?=["'\s>])""",
    re.IGNORECASE | re.VERBOSE,
)
"""What makes the letters of a line large, or calls it the title."""
TOP = late(
    r"""\b(?:class|id)\s?=\s?["']?[^"'<>]{0,80}?\b(?:hdr?|header|logo|brand|masthead|site-?(?:name|title)|banner)\b
    |\bhref\s?=\s?["']?(?:https?://[^/"'\s<>]{1,100}/?|/|/?index\.\w{3,5})["'\s>]""",
    re.IGNORECASE | re.VERBOSE,
)
"""A page's head, and what leads home."""
RIGHTS = late(r"©|&copy;|copyright|rights|حقوق|محفوظ", re.IGNORECASE)
FOOT = 8
"""Last blocks of a page."""


def right_above(text: str, page: ScannedPage, blocks: Sequence[TextBlock]) -> tuple[str, int, int, bool] | None:
    """
    Give the headline, its place in O, and whether the place holds nothing else: the last heading above, else the last line of large letters.

    Where the page's site is known, and so that `<title>` is no title, the last line of words does.
    """
    first = _first(blocks)
    lines = [(b, value) for b, value in _above(text, page, first) if _may_be(b, value)]
    headings = [(b, value) for b, value in lines if b.inside.name in HEADINGS]
    if not known_site():
        is_plain = not _is_large(text, first)
        lines = [(b, value) for b, value in lines if is_plain and _is_large(text, b)]
    for block, value in (*headings, *lines):
        return value, block.start, block.end, not BREAK.search(text, block.start, block.end)
    return None


def instead_of(
    title: str, text: str, page: ScannedPage, blocks: Sequence[TextBlock], *, is_backed: bool
) -> tuple[str, int, int, bool] | None:
    """
    Give the headline right above where the title that `<title>` states is none: the site's name, or what no line by the article has words of.

    `is_backed`: something else on the page says the title too, so it must call itself a newspaper or stand in the page's head or foot.
    """
    found = right_above(text, page, blocks)
    above = _above(text, page, _first(blocks)) if found else []
    if not found or title_words(found[0]) == title_words(title):
        return None
    if is_backed or any(_share_words(value, title) for _, value in above):
        same = [b for b, value in above if title_words(value) == title_words(title) and b.start < found[1]]
        is_site = (newspaper(title) and not any(_is_large(text, b) for b in same)) or any(
            TOP.search(_tags_of(text, b)) for b in same
        )
        return found if is_site or _has_rights(title, text, page, blocks[-1].end) else None
    return found


def _first(blocks: Sequence[TextBlock]) -> TextBlock:
    return next((b for b in blocks if b.letters >= PARAGRAPH and b.inside.name not in HEADINGS), blocks[0])


def _above(text: str, page: ScannedPage, first: TextBlock) -> list[tuple[TextBlock, str]]:
    """Give the blocks above the first paragraph and their words, the nearest first."""
    above = [b for b in page.blocks if b.letters and b.start < first.start][-REACH:]
    return [(b, said_at(text, b.start, b.end)) for b in reversed(above)]


def _may_be(block: TextBlock, value: str) -> bool:
    """Say whether a block may be a headline: some words, no link to read also, no date, nobody's name, not the site's."""
    return (
        SHORTEST <= block.letters <= LONGEST
        and len(value.split()) >= FEWEST_WORDS
        and block.linked * 2 < block.letters
        and not (block.inside.is_aside or block.inside.is_lead or block.inside.is_caption)
        and not STAMP.search(value)
        and not is_byline(value)
        and not sends_elsewhere(value)
        and title_words(value) != title_words(known_site())
    )


def _is_large(text: str, block: TextBlock) -> bool:
    return LARGE.search(_tags_of(text, block)) is not None


def _tags_of(text: str, block: TextBlock) -> str:
    """Give the tags that stand between a block's words and those before it."""
    leading = LEADING.match(text, block.start, block.end)
    return WRITTEN.split(text[max(0, block.start - BEFORE) : block.start])[-1] + (leading[0] if leading else "")


def _has_rights(title: str, text: str, page: ScannedPage, end: int) -> bool:
    """Say whether a page's foot says of a title that it has the rights, as a site has."""
    words = title_words(title)
    foot = (text[b.start : min(b.end, b.start + LONGEST * 2)] for b in page.blocks[-FOOT:] if b.start >= end)
    return any(RIGHTS.search(line) and words in title_words(strip_tags(line)) for line in foot)


def _share_words(one: str, other: str) -> bool:
    """Say whether a line has half of another's words."""
    mine, others = set(one.casefold().split()), set(other.casefold().split())
    return len(mine & others) * 2 >= max(1, min(len(mine), len(others)))
