"""
What of a whole page is not the article: navigation, advertising, comments, other articles, scripts.

It is taken out, and stands in the record like every other change. The page is scanned as it lies there; only a sound one
goes to trafilatura as well, for a tree builder that meets one cut tag loses half the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from warraq.archive.original import OriginalKind

from ...engine import Certainty, Edit
from ...readers.kind import kind_of
from ...readers.metadata import metadata_of
from ...readers.stated import Stated
from .. import rule
from .choosing import chosen, repeats, title_run
from .scanning import Page, Run, scan

AROUND = re.compile(r"(?:<(?:p|h[1-6]|li|ul|ol|blockquote)\b[^<>]*>\s*)+\Z", re.IGNORECASE)
BEHIND = re.compile(r"(?:\s*</(?:p|h[1-6]|li|ul|ol|blockquote)\s*>)+", re.IGNORECASE)
SITE = re.compile(r"\s+(?:[|\-–—»:•]|::)\s+")
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
    if kind_of(text) is not OriginalKind.PAGE:
        return
    page = scan(text)
    runs = chosen(text, page, _extracted(text, page))
    if not runs:
        return
    spans = _spans(text, runs)
    title = _title(text, page, runs[0])
    if title:
        spans = [title, *((max(start, title[1]), end) for start, end in spans if end > title[1])]
    at = 0
    for start, end in spans:
        if start > at:
            yield Edit(at, start, "<br>" if at else "")  # a line end would be a space here
        at = end
    if at < len(text):
        yield Edit(at, len(text), "")


def _extracted(text: str, page: Page) -> str | None:
    """What trafilatura takes for the article, of a sound page."""
    if page.flaws or len(text) > LARGEST:
        return None
    from trafilatura import extract

    try:
        return extract(text, include_comments=False, include_tables=True, output_format="txt")
    except Exception:  # a library's mistake is no reason to lose an article: our own choice stands
        return None


def _title(text: str, page: Page, first: Run) -> tuple[int, int] | None:
    """Where the title stands: a heading above the article, else the head of the page without the site's name."""
    stated = metadata_of(text).titles
    if first.tag == "h1" or repeats(text, first, [t.value for t in stated]):
        return None
    if run := title_run(text, page, first.start, [t.value for t in stated]):
        return _grown(text, run.start, run.end)
    for one in stated:
        if one.end <= first.start and len(one.value) >= 12 and not re.search(r"[<>]", text[one.start : one.end]):
            return _without_site(text, one)
    return None


def _without_site(text: str, title: Stated) -> tuple[int, int]:
    written = text[title.start : title.end]
    parts = list(SITE.finditer(written))
    end = parts[-1].start() if parts and parts[-1].start() >= len(written) // 2 else len(written)
    start = len(written) - len(written.lstrip())
    return title.start + start, title.start + len(written[:end].rstrip())


def _spans(text: str, runs: list[Run]) -> list[tuple[int, int]]:
    """The runs with the tags of their blocks; what only tags stand between is one span."""
    spans: list[tuple[int, int]] = []
    for run in runs:
        start, end = _grown(text, run.start, run.end)
        if spans and (start <= spans[-1][1] or not text[spans[-1][1] : start].strip()):
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans


def _grown(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the tags that say what kind of block it is."""
    if before := AROUND.search(text, max(0, start - 400), start):
        start = before.start()
    if behind := BEHIND.match(text, end):
        end = behind.end()
    return start, end
