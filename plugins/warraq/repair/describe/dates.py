"""
Dates as newspapers write them: `الخميس/ 9 نوفمبر`, `8 نوفمبر/تشرين الثاني 2023`, `25/4/1445 هـ`, `۱۷ آبان ۱۴۰۲`, `2023-11-08`.

Only what is written; whether it is the day of publication is `dating`'s question. Decimals and shares are no dates, a year
of the Hijra is no year of our era, and where day and month can't be told apart, both readings are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from warraq.arabic.folding import same_length
from warraq.arabic.months import Calendar, months, weekdays
from warraq.arabic.numerals import ascii_digits

NUMERIC = re.compile(r"(?<![\d/.,%-])(\d{4}|\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{1,2})(?![\d/%]|[.,-]\d)(?:t\d\d:\d\d)?")
ERA = re.compile("\\s?(ه\N{ARABIC TATWEEL}|ه(?!\\w)|م(?!\\w))")
EARLIEST, LATEST = 1800, 2199
"""Years of our era that news may be of; what is beyond them is a number."""


@dataclass(frozen=True, slots=True)
class Written:
    """One date as it stands in a text; no year where none is written."""

    start: int
    end: int
    calendar: Calendar
    year: int | None
    month: int
    day: int
    weekday: int | None = None
    """Monday is 0; the one written before it."""
    turned: bool = False
    """Day and month may be the other way round, `3/4/2023`."""

    def days(self) -> tuple[date, ...]:
        """Give the days of our calendar that it may mean; none without a year, or where weekday and date disagree."""
        if self.year is None:
            return ()
        orders = [(self.month, self.day), (self.day, self.month)] if self.turned else [(self.month, self.day)]
        found = [d for month, day in orders for d in _gregorian(self.calendar, self.year, month, day)]
        if self.weekday is not None:
            # Where the new moon is seen is another day in another country: a Hijri day is sure within one.
            around = (-1, 0, 1) if self.calendar is Calendar.HIJRI else (0,)
            found = [n for d in found for k in around if (n := d + timedelta(days=k)).weekday() == self.weekday]
        return tuple(dict.fromkeys(found))

    def in_year(self, year: int) -> date | None:
        """Give the day that it means in a year of our era; None where its weekday disagrees or there is no such day."""
        try:
            day = date(year, self.month, self.day)
        except ValueError:
            return None
        return day if self.weekday in (None, day.weekday()) else None


def plain(text: str) -> str:
    """Fold a text for reading dates; every position stays."""
    return ascii_digits(same_length(text))


def written(folded: str, lang: str) -> Iterator[Written]:
    """Find the dates of a text folded by `plain`, in order."""
    found = [*_named(folded, lang), *_numeric(folded, lang)]
    at = 0
    for one in sorted(found, key=lambda w: (w.start, -w.end)):
        if one.start >= at:
            at = one.end
            yield one


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Day and month named; month before the day (`نوفمبر 8, 2023`); and a weekday at the end of what stands before."""
    names = "|".join(sorted(map(re.escape, {**months(lang), **months("en")}), key=len, reverse=True))
    week = "|".join(sorted(map(re.escape, {**weekdays(lang), **weekdays("en")}), key=len, reverse=True))
    day_first = re.compile(
        rf"(?<![\d.,/%])(\d{{1,2}})(?:st|nd|rd|th)?(?:\s(?:من\s)?(?:شهر\s)?|[-/]\s?|\s[-/]\s)ב?({names})(?!\w)"
        rf"(?:\s?[/(]\s?({names})(?!\w)\)?)?"
        rf"(?:(?:\s?[،,/-]\s?|\s)(?:(?:من|ל)\s)?(?:(?:عام|سنه|العام)\s)?(\d{{4}})(?![\d%]|[.,]\d))?"
    )
    month_first = re.compile(rf"(?<!\w)({names})\s(\d{{1,2}})(?:st|nd|rd|th)?\s?[،,]?\s(\d{{4}})(?![\d%]|[.,]\d)")
    weekday = re.compile(rf"(?<!\w)({week})(?:\s?[،,/(–-]\s?|\s)(?:الموافق[:\s]+|يوم\s)?$")
    return day_first, month_first, weekday


def _named(folded: str, lang: str) -> Iterator[Written]:
    known = {**months("en"), **months(lang)}
    day_first, month_first, _ = _patterns(lang)
    for m in day_first.finditer(folded):
        month, other = known[m[2]], known[m[3]] if m[3] else None
        if other is not None and other != month:  # 8 نوفمبر/تشرين الأول is no date
            continue
        yield from _made(m.start(), m.end(), month.calendar, m[4], month.number, m[1], folded, lang)
    for m in month_first.finditer(folded):
        month = known[m[1]]
        yield from _made(m.start(), m.end(), month.calendar, m[3], month.number, m[2], folded, lang)


def _numeric(folded: str, lang: str) -> Iterator[Written]:
    for m in NUMERIC.finditer(folded):
        first, middle, last = int(m[1]), int(m[3]), int(m[4])
        if (len(m[1]) == 4) == (len(m[4]) == 4):
            continue
        year, day = (m[1], last) if len(m[1]) == 4 else (m[4], first)
        calendar = Calendar.GREGORIAN
        if int(year) < 1500:
            calendar = Calendar.PERSIAN if lang == "fa" else Calendar.HIJRI
        month, turned = middle, False
        if len(m[4]) == 4:
            if month > 12 >= day:
                month, day = day, month
            else:
                turned = day <= 12 and day != month and calendar is Calendar.GREGORIAN
        yield from _made(m.start(), m.end(), calendar, year, month, str(day), folded, lang, turned)


def _made(
    start: int,
    end: int,
    calendar: Calendar,
    year: str | None,
    month: int,
    day: str,
    folded: str,
    lang: str,
    turned: bool = False,
) -> Iterator[Written]:
    number = int(year) if year else None
    if era := ERA.match(folded, end):
        end = era.end()
        if number is not None and (era[1][0] == "ه") != (number < 1500):  # 1445 م, 2023 هـ: a slip, and no date
            return
    if number is not None:
        if calendar is Calendar.GREGORIAN and not EARLIEST <= number <= LATEST:
            return
        if calendar is not Calendar.GREGORIAN and not 1200 <= number < 1500:
            return
    if not (1 <= month <= 12 and 1 <= int(day) <= 31):
        return
    before = _patterns(lang)[2].search(folded, max(0, start - 30), start)
    weekday = {**weekdays("en"), **weekdays(lang)}[before[1]] if before else None
    yield Written(before.start() if before else start, end, calendar, number, month, int(day), weekday, turned)


def _gregorian(calendar: Calendar, year: int, month: int, day: int) -> Iterator[date]:
    try:
        if calendar is Calendar.GREGORIAN:
            yield date(year, month, day)
        elif calendar is Calendar.HIJRI:
            from hijridate import Hijri

            given = Hijri(year, month, day).to_gregorian()
            yield date(given.year, given.month, given.day)
        else:
            import jdatetime  # type: ignore[import-untyped]  # it has no stubs

            yield jdatetime.date(year, month, day).togregorian()
    except (ValueError, OverflowError):
        return
