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
from ...html_tags import Extent, find_tags
from ...html_tags.elements import HEADINGS, alternatives
from ...late import late
from ...readers.kind import kind_of
from .. import rule
from .chosen import chosen
from .scanned import TextBlock
from .whole_tables import with_tables

MEANT = alternatives(HEADINGS | {"p", "li", "ul", "ol", "blockquote", "dl", "dt", "dd"})
"""Elements whose tags say what kind of block a text is."""
OPENINGS = late(rf"(?:<(?:{MEANT})\b[^<>]*>\s*)+\Z", re.IGNORECASE)
CLOSINGS = late(rf"(?:\s*</(?:{MEANT})\s*>)+", re.IGNORECASE)
REACH = 400
"""Code points before a text in which its tags stand."""
PICTURES = frozenset({"img", "amp-img"})
CODE = late(r"<(?P<name>script|style)\b[^<>]*>", re.IGNORECASE)
CODE_END = late(r"</(?:script|style)\s*>|<(?=script\b|style\b)", re.IGNORECASE)

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
    page, blocks, head, _ = chosen(text)
    if not blocks:
        yield from _codes(text)
        return
    spans = with_tables(text, page, blocks, _spans(text, blocks))
    title = html.escape(head.value, quote=False) if head else ""
    at = 0
    if head and head.end <= spans[0][0]:
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
        # What a picture shows in words is no part of the sentence in which the picture stands.
        pictures = find_tags(text, PICTURES, Extent.QUOTED, max(at, start), end, whole_name=True)
        yield from (Edit(tag.start, tag.end, "") for tag in pictures)
        at = end
    if at < len(text):
        yield Edit(at, len(text), "")


def _codes(text: str) -> Iterator[Edit]:
    """Take out the scripts and styles of a page that shows no words; one that never ends goes to the page's end."""
    at = 0
    while code := CODE.search(text, at):
        end = CODE_END.search(text, code.end())
        at = (end.end() if end[0].startswith("</") else end.start()) if end else len(text)
        yield Edit(code.start(), at, "")


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
