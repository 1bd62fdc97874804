"""
Days that a page marks as its date: `<span class="date">7 يوليو 2023</span>`.

Many sites have no metadata and name the class only. Lists of other articles carry the same class, so only what stands by the
article is read, and where two days are marked there, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from warraq.archive.record import Evidence

from ..html_tags import Extent, attributes, blank_tags, find_tags
from ..readers.stated import iso_day
from .dates import find_dates, fold_dates
from .others_dates import is_beyond
from .passages import NEAR, Passages
from .stamps import is_stamp

MARKING = frozenset({"span", "time", "div", "p", "small", "em", "i", "b", "li", "td", "abbr"})
"""Elements that a date is marked with."""
NAMED = re.compile(
    r"(?:^|[-_\s])(?:date|time|datetime|timestamp|published|pubdate|publishdate|postdate|datum|fecha|tarih|data|time-?info|createdate|pub-?time)(?:$|[-_\s])",
    re.IGNORECASE,
)
NOT_OURS = re.compile(
    r"updat|modif|edit|event|read|expir|archive|related|comment|teaser|expire|start|valid|clock|today|current",
    re.IGNORECASE,
)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
HEAD = 20_000
"""Code points before the first paragraph in which the article's head stands."""
LABEL = 80
LONGEST = 200
"""Code points of such an element."""


def marked_dates(passages: Passages, lang: str) -> list[tuple[str, Evidence]]:
    """Give the one day that elements by the article are marked with, with its places; nothing where two are."""
    found = [(day, e) for day, e in _marked(passages, lang) if not is_beyond(passages, e.start)]
    headline, body = passages.head()
    above = [(day, e) for day, e in found if e.start < body]
    beside = [(day, e) for day, e in above if headline <= e.start]
    return next((some for some in (above, beside, found) if len({day for day, _ in some}) == 1), [])


def _marked(passages: Passages, lang: str) -> Iterator[tuple[str, Evidence]]:
    original = passages.original
    headline, body = passages.head()
    start = max(0, headline - NEAR, body - HEAD)
    end = passages.end + NEAR
    for tag in find_tags(original, MARKING, Extent.PAIRED, start, end):
        if tag.closing or not original[tag.attributes_start : tag.attributes_start + 1].isspace():
            continue
        values = {name: original[place.start : place.end] for name, place in attributes(original, tag).items()}
        name = CAMEL.sub("-", f"{values.get('class', '')} {values.get('itemprop', '')} {values.get('id', '')}")
        is_time = (
            tag.name == "time" and "datetime" in values and (tag.start < body or _is_labelled(original, tag.start))
        )
        if not (is_time or NAMED.search(name)) or NOT_OURS.search(name):
            continue
        if day := iso_day(values.get("datetime") or values.get("content") or values.get("title", "")):
            yield day, passages.evidence_at(tag.start, tag.end, "date")
            continue
        at = tag.end
        close = re.compile(f"</{tag.name}", re.IGNORECASE).search(original, at, at + LONGEST)
        if not close:
            continue
        folded = fold_dates(blank_tags(original[at : close.start()]))
        dates = [w for w in find_dates(folded, lang) if w.year]
        if dates and is_stamp(folded, dates):
            days = {day for w in dates for day in w.days()}
            if len(days) == 1:
                yield str(days.pop()), passages.evidence_at(at + dates[0].start, at + dates[-1].end, "date")


def _is_labelled(original: str, at: int) -> bool:
    """Say whether what stands before a `<time>` calls it the day of publication."""
    return (
        re.search(r"publish|publi[ée]|veröffentlicht|نشر|انتشار", original[max(0, at - LABEL) : at], re.IGNORECASE)
        is not None
    )
