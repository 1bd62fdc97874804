"""
The day that stands in a line between a page's headline and its text, or right below the text behind a label.

Nobody marks it up there on many pages: `8.<a>Dezember 2010</a> um 09:43 · Küche`, `By Layla Haddad | 8 November 2023`. A line that speaks of other
days, as a sentence under the headline does, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .dates import WrittenDate, find_dates
from .others_dates import is_anothers
from .passages import DateInPassage, Passage, Passages
from .stamps import PUBLISHED, STAMP_WORDS, published_dates

HEAD = 12_000
"""Code points of a head in which the day is looked for."""
BELOW = 800
"""Code points behind the text's last word."""
LONGEST = 160
"""Code points of a line that is no sentence."""
BEFORE = re.compile(r"(?:[|·•–—\-/:،,;(]|(?<!\w)(?:on|am|vom|le|el|il|em|den|d\.|بتاريخ|في|يوم|در|ב))\s*\Z")
"""What a date follows in such a line."""


def beside_the_text(passages: Passages, lang: str) -> list[DateInPassage]:
    """Give the dates of publication in the lines between headline and text; where there are none, in labelled lines below it."""
    if "<" not in passages.original or len(passages.lines) < 2:
        return []
    if found := _above(passages, lang):
        return found
    below = passages.seen(passages.end, min(len(passages.original), passages.end + BELOW))
    return [
        one
        for line in below
        for one in _dates(line, lang)
        if PUBLISHED.search(line.folded) and not is_anothers(passages, one)
    ]


def seen_day(passages: Passages, lang: str) -> str | None:
    """Give the day that readers see between headline and text, where it is one."""
    if "<" not in passages.original or len(passages.lines) < 2:
        return None
    days = {d for one in _above(passages, lang) for d in one.date.days()}
    return str(days.pop()) if len(days) == 1 else None


def _above(passages: Passages, lang: str) -> list[DateInPassage]:
    headline, body = passages.head()
    lines = (
        line for line in passages.seen(max(headline, body - HEAD), body) if line.text not in passages.lines[0].text
    )
    return [one for line in lines for one in _dates(line, lang) if not is_anothers(passages, one)]


def _dates(line: Passage, lang: str) -> Iterator[DateInPassage]:
    if len(line.text) > LONGEST or not line.has_digits:
        return
    found = [w for w in find_dates(line.folded, lang) if w.year]
    yield from (DateInPassage(line, w) for w in published_dates(line.folded, found) if _is_set_apart(line.folded, w))


def _is_set_apart(folded: str, written: WrittenDate) -> bool:
    """Say whether a date stands at the beginning of a line, behind a label, or behind a sign that parts it from a name."""
    before = folded[: written.start]
    return not STAMP_WORDS.sub("", before) or PUBLISHED.search(before) is not None or BEFORE.search(before) is not None
