"""
The day of publication, put together from what the running text says of its own day.

«Today, Wednesday» and «Thursday, 9 November», still to come, make it Wednesday 8 November of a year in which that was a Wednesday,
if the text ties itself to one such year. A weekday must agree, and where no day or two days fit there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from warraq.arabic.months import Calendar
from warraq.archive.record import Described, Evidence, Origin

from .dates import find_dates
from .passages import DateInPassage, Passage, Passages
from .relative_days import OFFSET, YEARS, Relative, find_relative, is_future, is_past

NAMED_DAYS = frozenset(["date", "day-and-month", "future-year"])
"""Evidence that an editor can start from; «yesterday» alone says nothing."""
MOST = 200
"""Dates of a text, and words that count from its day: what has more is a calendar."""
REACH = 30
"""Letters from such a word to the date that it speaks of."""

Words = Sequence[tuple[Passage, Relative]]


@dataclass(slots=True)
class Signs:
    """What a text says of its own day."""

    words: Words
    """Today, yesterday, tomorrow."""
    todays: set[int]
    """The weekdays that it calls today; more than one where it contradicts itself."""
    years: set[int] = field(default_factory=set)
    """That it calls its own."""
    direct: set[date] = field(default_factory=set)
    """Days that it calls today."""
    to_come: list[DateInPassage] = field(default_factory=list)
    """Whole dates that it speaks of as future."""
    open_days: list[DateInPassage] = field(default_factory=list)
    """Dates without a year."""


def inferred_day(passages: Passages, lang: str) -> Described | None:
    """Infer the day, with all that speaks for or against one; None where nothing does, no value where no one day fits."""
    words = list(islice(((p, r) for p in passages.lines for r in find_relative(p.folded, lang)), MOST))
    anchors = list(_years(passages, lang))
    signs = Signs(words, {(r.weekday + r.days_before) % 7 for _, r in words if r.weekday is not None})
    signs.years |= {year for year, _ in anchors if year}
    evidence = [
        *_from_dates(passages, lang, signs),
        *(passages.evidence(p, r.start, r.end, r.says) for p, r in words if r.weekday is not None or r.days_before),
        *(e for _, e in anchors),
    ]
    if not any(e.says in NAMED_DAYS for e in evidence):
        return None
    evidence.sort(key=lambda e: (e.start, e.end))
    day = _settled(signs, lang)
    return Described(value=str(day) if day else None, origin=Origin.INFERRED, evidence=tuple(evidence))


def _from_dates(passages: Passages, lang: str, signs: Signs) -> Iterator[Evidence]:
    """Read the dates of the text into `signs`; each that says something is evidence."""
    found_dates = (DateInPassage(p, w) for p in passages.lines if p.has_digits for w in find_dates(p.folded, lang))
    for found in islice(found_dates, MOST):
        p, w = found.passage, found.date
        beside = _beside(found, signs.words)
        if w.year is None:
            signs.open_days.append(found)
            yield passages.evidence(p, w.start, w.end, "day-and-month")
        elif beside and w.days() and (w.calendar is not Calendar.HIJRI or w.weekday is not None):
            signs.direct |= {d + timedelta(days=beside.days_before) for d in w.days()}
            yield passages.evidence(p, w.start, w.end, "date")
        elif w.days() and is_future(p.folded, w.start, w.end, lang):
            signs.to_come.append(found)
            yield passages.evidence(p, w.start, w.end, "future-year")
        elif w.weekday is not None and not w.days():  # the text contradicts itself: it proves nothing
            signs.todays |= {-1, -2}
            yield passages.evidence(p, w.start, w.end, "date")


def _beside(found: DateInPassage, words: Words) -> Relative | None:
    """Find the word that says how far a date is from the text's own day: `اليوم الأربعاء 8 نوفمبر`."""
    at = found.date.start
    for passage, word in words:
        if passage is found.passage and word.start < at <= word.end + 3 and at - word.start < REACH:
            return word
    return None


def _settled(signs: Signs, lang: str) -> date | None:
    """Give the one day that everything fits; None where none or several do."""
    todays, years = signs.todays, signs.years
    if len(todays) > 1:
        return None
    if signs.direct:
        fit = {d for d in signs.direct if not todays or d.weekday() in todays}
        return fit.pop() if len(fit) == 1 and len(signs.direct) == 1 else None
    first_to_come = min((d for f in signs.to_come for d in f.date.days()), default=None)
    if first_to_come is not None:
        years = years or {first_to_come.year - 1, first_to_come.year}
    days = (_in_year(year, signs, lang) for year in years)
    fit = {day for day in days if day and (first_to_come is None or day < first_to_come)}
    return fit.pop() if len(fit) == 1 else None


def _in_year(year: int, signs: Signs, lang: str) -> date | None:
    """Give the day of publication if the text is of this year; None where a weekday contradicts it or several days fit."""
    fit: set[date] | None = None
    for found in signs.open_days:
        if found.date.calendar is not Calendar.GREGORIAN:
            continue
        day = found.date.in_year(year)
        if day is None:
            return None
        near = _near(found, day, signs, lang)
        if near is not None:
            fit = near if fit is None else fit & near
    if not fit or len(fit) != 1:
        return None
    day = fit.pop()
    return day if not signs.todays or day.weekday() in signs.todays else None


def _near(found: DateInPassage, day: date, signs: Signs, lang: str) -> set[date] | None:
    """Give the days on which a text may speak so of `day`, the meaning of a date in it; None where that says nothing."""
    p, w = found.passage, found.date
    around = (r for q, r in signs.words if q is p and r.weekday is not None and r.start <= w.start < r.end)
    if beside := _beside(found, signs.words) or next(around, None):
        return {day + timedelta(days=beside.days_before)}
    if w.weekday is None or not signs.todays:
        return None
    future, past = is_future(p.folded, w.start, w.end, lang), is_past(p.folded, w.start, w.end, lang)
    if future == past:  # named with its date and without «next» or «last»: of this week, before or after
        return None
    step = -1 if future else 1
    return {d for n in range(1, 7) if (d := day + timedelta(days=step * n)).weekday() in signs.todays}


def _years(passages: Passages, lang: str) -> Iterator[tuple[int | None, Evidence]]:
    """Yield the years that the text calls its own, the last or the next one; one without a number is a hint for the editor."""
    pattern = YEARS.get(lang)
    if pattern is None:
        return
    for passage in passages.lines:
        for m in pattern.finditer(passage.folded):
            which = str(m.lastgroup) if m.lastgroup else "this"
            for name in OFFSET:
                if m[name]:
                    which = name
            if m[4]:
                yield int(m[4]) + OFFSET[which], passages.evidence(passage, m.start(), m.end(), f"{which}-year")
            elif which == "this":
                before = re.search(r"\d{1,2}\s\w+\s(?:من\s)?$", passage.folded[max(0, m.start() - 25) : m.start() + 3])
                if before:
                    yield None, passages.evidence(passage, max(0, m.start()), m.end(), "this-year")
