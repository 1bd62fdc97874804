"""
The day of publication.

The page's own metadata first, then a stamp (`نشر في 8 نوفمبر 2023`, a dateline), then what the text lets one infer: «today,
Wednesday» and «Thursday, 9 November», still to come, make it Wednesday 8 November of a year in which that was a Wednesday,
if the text ties itself to one such year. A weekday must agree, and where none or two days fit there is no date: an
archive that says nothing is better than one that says what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from warraq.arabic.months import Calendar
from warraq.archive.partial_date import PartialDate
from warraq.archive.record import Described, Evidence, Origin

from .dates import Written, written
from .passages import Passage, Reading
from .relative_days import OFFSET, YEARS, Relative, is_future, is_past, relative

PUBLISHED = re.compile(r"(?<!\w)(?:نشر\w*|النشر|بتاريخ|تاريخ|published|posted|date|انتشار|تاريخ انتشار|التاريخ)(?!\w)")
UPDATED = re.compile(r"(?<!\w)(?:تحديث|محدث|عدل|تعديل|updated|modified|بروزرساني)(?!\w)")
# What may stand beside the date in a stamp: hours, zones, the words of stamps.
STAMP_WORDS = re.compile(
    r"\d{1,2}[:.]\d{2}(?::\d{2})?|(?<!\w)(?:تم|في|يوم|الساعه|ساعه|بتوقيت|غرينتش|جرينتش|مكه|المكرمه|القاهره|الموافق|م|ه|ص|صباحا|مساء|gmt"
    r"|utc|am|pm|on|at|اخر|نشر\w*|النشر|بتاريخ|تاريخ|التاريخ|published|posted|date|انتشار)(?!\w)|[\W_]+"
)
STAMP_ENDS = re.compile(r"[^.!؟]{0,30}?(?:[-–—:|]|\))")
NAMED_DAYS = frozenset(["date", "day-and-month", "future-year"])
"""Evidence that an editor can start from; «yesterday» alone says nothing."""
MOST = 200
"""Dates of a text, and words that count from its day: what has more is a calendar."""
LONGEST_STAMP = 90
"""Letters of a line that is a stamp."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date and where it stands."""

    passage: Passage
    written: Written


def day_of(reading: Reading, lang: str, stated: Sequence[tuple[str, Evidence]] = ()) -> Described | None:
    """Say when the text was published; `stated`: what the page's metadata give, the most reliable first."""
    if stated:
        return _from_metadata(stated)
    stamps = list(_stamps(reading, lang))
    if stamps:
        return _from_stamps(reading, stamps)
    return _inferred(reading, lang)


def _from_metadata(stated: Sequence[tuple[str, Evidence]]) -> Described:
    """The first; none where others differ by more than the day that time zones make."""
    days = [date.fromisoformat(day) for day, _ in stated]
    evidence = tuple(e for _, e in stated)
    agree = max(days) - min(days) <= timedelta(days=1)
    return Described(value=stated[0][0] if agree else None, origin=Origin.METADATA, evidence=evidence)


def _stamps(reading: Reading, lang: str) -> Iterator[Found]:
    """Dates with a year in lines that are stamps, and in the dateline of the first paragraph."""
    body = reading.lines[1:]
    near = {id(p): p for p in (*reading.taken_out, *reading.lines[:4], *reading.lines[-2:])}
    for passage in near.values():
        if len(passage.text) > LONGEST_STAMP or not passage.has_digits:
            continue
        found = [w for w in written(passage.folded, lang) if w.year]
        if found and is_stamp(passage.folded, found):
            yield from (Found(passage, w) for w in found)
    if body and len(body[0].text) > LONGEST_STAMP:
        head = body[0].folded[:LONGEST_STAMP]
        for w in written(head, lang):
            if (
                w.year
                and w.start <= 45
                and not re.search(r"[.!؟،]\s", head[: w.start])
                and STAMP_ENDS.match(head, w.end)
            ):
                rest = STAMP_WORDS.sub(" ", head[: w.start])
                if len(rest.split()) <= 4 and not UPDATED.search(head[: w.start]):
                    yield Found(body[0], w)
                break


def is_stamp(folded: str, found: Sequence[Written]) -> bool:
    """Beside dates and the words of stamps no more than a place and an agency stand there."""
    if UPDATED.search(folded) and not PUBLISHED.search(folded):
        return False
    rest = folded
    for w in reversed(found):
        rest = rest[: w.start] + " " + rest[w.end :]
    words = STAMP_WORDS.sub(" ", rest).split()
    return len(words) <= (6 if PUBLISHED.search(folded) else 3)


def _from_stamps(reading: Reading, stamps: Sequence[Found]) -> Described:
    """The one day that all stamps fit; where only its day and month may be turned round, the year."""
    evidence = tuple(reading.evidence(s.passage, s.written.start, s.written.end, "date") for s in stamps)
    solar = [s.written for s in stamps if s.written.calendar is not Calendar.HIJRI]
    lunar = [s.written for s in stamps if s.written.calendar is Calendar.HIJRI]
    if not solar:
        return Described(value=_from_hijri(lunar), origin=Origin.TEXT, evidence=evidence)
    fit = set(solar[0].days())
    for w in solar[1:]:
        fit &= set(w.days())
    # Where the new moon is seen is another day in another country: the two calendars agree within one.
    for w in lunar:
        near = {d + timedelta(days=n) for d in _without_weekday(w).days() for n in (-1, 0, 1)}
        fit &= near
    value: str | None = None
    if len(fit) == 1:
        value = str(fit.pop())
    elif len(fit) == 2 and len({d.year for d in fit}) == 1:
        value = str(PartialDate(next(iter(fit)).year))
    return Described(value=value, origin=Origin.TEXT, evidence=evidence)


def _without_weekday(w: Written) -> Written:
    return Written(w.start, w.end, w.calendar, w.year, w.month, w.day)


def _from_hijri(lunar: Sequence[Written]) -> str | None:
    """A Hijri day alone is sure within a day; its weekday settles it, else the month may be sure."""
    if settled := next((w for w in lunar if w.weekday is not None), None):
        return str(settled.days()[0]) if len(settled.days()) == 1 else None
    days = {d for w in lunar for d in w.days()}
    months = {(n.year, n.month) for d in days for k in (-1, 0, 1) if (n := d + timedelta(days=k))}
    return str(PartialDate(*months.pop())) if len(months) == 1 else None


def _inferred(reading: Reading, lang: str) -> Described | None:
    """Put together what the running text says of its own day."""
    found_dates = (Found(p, w) for p in reading.lines if p.has_digits for w in written(p.folded, lang))
    dates = list(islice(found_dates, MOST))
    words = list(islice(((p, r) for p in reading.lines for r in relative(p.folded, lang)), MOST))
    evidence: list[Evidence] = []
    todays = {(r.weekday + r.days_before) % 7 for _, r in words if r.weekday is not None}
    direct: set[date] = set()
    to_come: list[Found] = []
    open_days: list[Found] = []
    for found in dates:
        p, w = found.passage, found.written
        beside = next(
            (r for q, r in words if q is p and r.start < w.start <= r.end + 3 and w.start - r.start < 30), None
        )
        if w.year is None:
            open_days.append(found)
            evidence.append(reading.evidence(p, w.start, w.end, "day-and-month"))
        elif beside and w.days() and (w.calendar is not Calendar.HIJRI or w.weekday is not None):
            direct |= {d + timedelta(days=beside.days_before) for d in w.days()}
            evidence.append(reading.evidence(p, w.start, w.end, "date"))
        elif w.days() and is_future(p.folded, w.start, w.end, lang):
            to_come.append(found)
            evidence.append(reading.evidence(p, w.start, w.end, "future-year"))
        elif w.weekday is not None and not w.days():  # the text contradicts itself: it is no witness
            evidence.append(reading.evidence(p, w.start, w.end, "date"))
            todays |= {-1, -2}
    evidence += (
        reading.evidence(p, r.start, r.end, r.says) for p, r in words if r.weekday is not None or r.days_before
    )
    anchors = list(_years(reading, lang))
    evidence += (e for _, e in anchors if e is not None)
    if not any(e.says in NAMED_DAYS for e in evidence):
        return None
    evidence.sort(key=lambda e: (e.start, e.end))
    day = _settled(direct, todays, to_come, open_days, words, {y for y, _ in anchors if y}, lang)
    return Described(value=str(day) if day else None, origin=Origin.INFERRED, evidence=tuple(evidence))


def _settled(
    direct: set[date],
    todays: set[int],
    to_come: Sequence[Found],
    open_days: Sequence[Found],
    words: Sequence[tuple[Passage, Relative]],
    years: set[int],
    lang: str,
) -> date | None:
    """The one day that everything fits; None where none or several do."""
    if len(todays) > 1:
        return None
    if direct:
        fit = {d for d in direct if not todays or d.weekday() in todays}
        return fit.pop() if len(fit) == 1 and len(direct) == 1 else None
    first_to_come = min((d for f in to_come for d in f.written.days()), default=None)
    if first_to_come is not None:
        years = years or {first_to_come.year - 1, first_to_come.year}
    fit = set()
    for year in years:
        found = _in_year(year, todays, open_days, words, lang)
        if found and (first_to_come is None or found < first_to_come):
            fit.add(found)
    return fit.pop() if len(fit) == 1 else None


def _in_year(
    year: int,
    todays: set[int],
    open_days: Sequence[Found],
    words: Sequence[tuple[Passage, Relative]],
    lang: str,
) -> date | None:
    """The day of publication if the text is of this year; None where a weekday contradicts it or several days fit."""
    fit: set[date] | None = None
    for found in open_days:
        w, p = found.written, found.passage
        day = w.in_year(year)
        if w.calendar is not Calendar.GREGORIAN:
            continue
        if day is None:
            return None
        beside = next(
            (r for q, r in words if q is p and r.start < w.start <= r.end + 3 and w.start - r.start < 30), None
        )
        if beside is None:
            beside = next(
                (r for q, r in words if q is p and r.weekday is not None and r.start <= w.start < r.end), None
            )
        if beside is not None:
            near = {day + timedelta(days=beside.days_before)}
        elif w.weekday is None or not todays:
            continue
        else:
            future, past = is_future(p.folded, w.start, w.end, lang), is_past(p.folded, w.start, w.end, lang)
            if future == past:
                # A day named with its date and without «next» or «last» is of this week, before or after.
                continue
            step = -1 if future else 1
            near = {d for n in range(1, 7) if (d := day + timedelta(days=step * n)).weekday() in todays}
        fit = near if fit is None else fit & near
    if not fit or len(fit) != 1:
        return None
    day = fit.pop()
    return day if not todays or day.weekday() in todays else None


def _years(reading: Reading, lang: str) -> Iterator[tuple[int | None, Evidence | None]]:
    """Years that the text calls its own, or the last or the next one; without a number it is a hint for the editor."""
    pattern = YEARS.get(lang)
    if pattern is None:
        return
    for passage in reading.lines:
        for m in pattern.finditer(passage.folded):
            which = str(m.lastgroup) if m.lastgroup else "this"
            for name in OFFSET:
                if m[name]:
                    which = name
            if m[4]:
                yield int(m[4]) + OFFSET[which], reading.evidence(passage, m.start(), m.end(), f"{which}-year")
            elif which == "this":
                before = re.search(r"\d{1,2}\s\w+\s(?:من\s)?$", passage.folded[max(0, m.start() - 25) : m.start() + 3])
                if before:
                    yield None, reading.evidence(passage, max(0, m.start()), m.end(), "this-year")
