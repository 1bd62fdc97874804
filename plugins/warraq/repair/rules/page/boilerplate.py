"""
What of a whole page is not the article: navigation, advertising, comments, other articles, scripts.

It is taken out, and stands in the record like every other change. The page is scanned as it is; only a sound one
goes to trafilatura as well, for a tree builder that meets one cut tag loses half the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from warraq.archive.original import OriginalKind

from ...engine import Certainty, Edit
from ...html_tags.elements import HEADINGS, alternatives
from ...readers.kind import kind_of
from ...readers.metadata import metadata_of
from ...readers.stated import Stated
from .. import rule
from .choosing import choose, repeats, title_block
from .scanning import ScannedPage, TextBlock, scan

MEANT = alternatives(HEADINGS | {"p", "li", "ul", "ol", "blockquote"})
"""Elements whose tags say what kind of block a text is."""
OPENINGS = re.compile(rf"(?:<(?:{MEANT})\b[^<>]*>\s*)+\Z", re.IGNORECASE)
CLOSINGS = re.compile(rf"(?:\s*</(?:{MEANT})\s*>)+", re.IGNORECASE)
REACH = 400
"""Code points before a text in which its tags stand."""
SITE = re.compile(r"(?<!\s)\s+(?:[|\-–—»:•]|::)\s+")
"""Between an article's title and the site's name."""
SHORTEST_TITLE = 12
LARGEST = 1_000_000
"""Code points of a page that trafilatura is asked about."""

ARTICLE = "<h1>عنوان الخبر</h1><p>قال الوزير إن العمل في الطريق الجديد سيبدأ في أول الشهر المقبل بإذن الله.</p>"


@rule(
    reason="it belongs to the page, not to the article: navigation, advertising, scripts, other news",
    certainty=Certainty.CERTAIN,
    mends={
        f'<html><body><nav><a href="/">الرئيسة</a></nav>{ARTICLE}<footer>حقوق النشر</footer></body></html>': ARTICLE
    },
    leaves=["<p>قطعة من صفحة</p>", "نص لا غير"],
    signs="<",
)
def boilerplate(text: str) -> Iterator[Edit]:
    """Take out what stands before, between and behind the article's blocks; nothing where no block has a letter."""
    if kind_of(text) is not OriginalKind.PAGE:
        return
    page = scan(text)
    blocks = choose(text, page, _extracted(text, page))
    if not blocks:
        return
    spans = _spans(text, blocks)
    title = _title(text, page, blocks[0])
    if title:
        spans = [title, *((max(start, title[1]), end) for start, end in spans if end > title[1])]
    at = 0
    for start, end in spans:
        if start > at:
            yield Edit(at, start, "<br>" if at else "")  # a line end would be a space here
        at = end
    if at < len(text):
        yield Edit(at, len(text), "")


def _extracted(text: str, page: ScannedPage) -> str | None:
    """Give the text that trafilatura takes for the article; None of a page that is damaged or too large."""
    if page.flaws or len(text) > LARGEST:
        return None
    from trafilatura import extract

    try:
        return extract(text, include_comments=False, include_tables=True, output_format="txt")
    except Exception:  # noqa: BLE001 - a library's mistake must not cost an article: our own choice stands
        return None


def _title(text: str, page: ScannedPage, first: TextBlock) -> tuple[int, int] | None:
    """Find the title: a heading above the article, else the title in the page's head without the site's name."""
    stated = metadata_of(text).titles
    values = [t.value for t in stated]
    if first.tag == "h1" or repeats(text, first, values):
        return None
    if heading := title_block(text, page, first.start, values):
        return _with_tags(text, heading.start, heading.end)
    for one in stated:
        is_plain = not re.search(r"[<>]", text[one.start : one.end])
        if one.end <= first.start and len(one.value) >= SHORTEST_TITLE and is_plain:
            return _without_site(text, one)
    return None


def _without_site(text: str, title: Stated) -> tuple[int, int]:
    """Give the place of a title without the site's name, which stands in its second half."""
    written = text[title.start : title.end]
    parts = list(SITE.finditer(written))
    end = parts[-1].start() if parts and parts[-1].start() >= len(written) // 2 else len(written)
    start = len(written) - len(written.lstrip())
    return title.start + start, title.start + len(written[:end].rstrip())


def _spans(text: str, blocks: Sequence[TextBlock]) -> list[tuple[int, int]]:
    """Give the places of the blocks with their tags; those that only tags and spaces stand between are one."""
    spans: list[tuple[int, int]] = []
    for block in blocks:
        start, end = _with_tags(text, block.start, block.end)
        if spans and (start <= spans[-1][1] or not text[spans[-1][1] : start].strip()):
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans


def _with_tags(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the tags that say what kind of block it is."""
    if before := OPENINGS.search(text, max(0, start - REACH), start):
        start = before.start()
    if behind := CLOSINGS.match(text, end):
        end = behind.end()
    return start, end
