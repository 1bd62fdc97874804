"""
What of a whole page is not the article: navigation, advertising, comments, other articles, scripts.

It is taken out, and stands in the record like every other change. The page is scanned as it is and goes to
trafilatura as well; a tree builder that meets one cut tag may lose half the article, so both choose.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from warraq.archive.original import OriginalKind

from ...engine import Certainty, Edit
from ...html_tags.elements import HEADINGS, alternatives
from ...readers.kind import kind_of
from ...readers.metadata import metadata_of
from .. import rule
from .choosing import choose
from .headline import below, headline
from .scanning import ScannedPage, TextBlock, scan
from .seen import SeenPage
from .whole_tables import with_tables

MEANT = alternatives(HEADINGS | {"p", "li", "ul", "ol", "blockquote"})
"""Elements whose tags say what kind of block a text is."""
OPENINGS = re.compile(rf"(?:<(?:{MEANT})\b[^<>]*>\s*)+\Z", re.IGNORECASE)
CLOSINGS = re.compile(rf"(?:\s*</(?:{MEANT})\s*>)+", re.IGNORECASE)
REACH = 400
"""Code points before a text in which its tags stand."""
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
    blocks = chosen(text, page, _extracted(text))
    if not blocks:
        return
    head = headline(text, page, blocks)
    body = below(head, text, blocks) if head else blocks
    spans = with_tables(text, page, body or blocks, _spans(text, body or blocks))
    title = html.escape(head.value, quote=False) if head and body else ""
    at = 0
    if head and body and head.end <= spans[0][0]:
        start, end = _with_tags(text, head.start, head.end) if head.is_plain else (head.start, head.end)
        yield Edit(0, start, "")
        at = min(end, spans[0][0])
        if not head.is_plain:
            yield Edit(start, at, title)
        title = ""
    for start, end in spans:
        if start > at:
            # A line end would be a space here. What only stands behind the text is put before it.
            yield Edit(at, start, "<br>" if at else title and f"{title}<br>")
        at = end
    if at < len(text):
        yield Edit(at, len(text), "")


def chosen(text: str, page: ScannedPage, extracted: str | None) -> list[TextBlock]:
    """Choose the article's blocks; `extracted`: what trafilatura takes for the article."""
    stated = metadata_of(text)
    seen = [b for b in page.blocks if b.letters or b.has_digits]
    titles, summaries = [t.value for t in stated.titles], [s.value for s in stated.summaries]
    return choose(SeenPage(text, page, seen, titles, summaries), extracted)


def _extracted(text: str) -> str | None:
    """Give the text that trafilatura takes for the article; None of a page that is too large."""
    if len(text) > LARGEST:
        return None
    from trafilatura import extract

    try:
        return extract(text, include_comments=False, include_tables=True, output_format="txt")
    except Exception:  # noqa: BLE001 - a library's mistake must not cost an article: our own choice stands
        return None


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
