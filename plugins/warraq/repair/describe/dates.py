"""
Dates as newspapers write them: `الخميس/ 9 نوفمبر`, `8 نوفمبر/تشرين الثاني 2023`, `25/4/1445 هـ`, `۱۷ آبان ۱۴۰۲`, `2023-11-08`.

Only what is written is read; whether it is the day of publication is `dating`'s question. Decimals and shares are not dates, a year
of the Hijra is not a year of our era, and where day and month can't be told apart, both readings are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from warraq.arabic.folding import fold_letters
from warraq.arabic.months import Calendar, months, weekdays
from warraq.arabic.numerals import ascii_digits
from warraq.missing import needed

NUMERIC = re.compile(
    r"""
    (?<![\d/.,%-])                     # not within a longer number
    (?P<first>\d{4}|\d{1,2}) (?P<sign>[/.-]) (?P<middle>\d{1,2}) (?P=sign) (?P<last>\d{4}|\d{1,2})
    (?! [\d/%] | [.,-]\d )             # no share, no decimal, no longer number
    (?: t\d\d:\d\d )?                  # the hour of ISO 8601
    """,
    re.VERBOSE,
)
CHINESE = re.compile(r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일号]")
"""`2023年11月8日`, and so in Japanese and Korean."""
ERA = re.compile(
    """
    \\s? (?: (?P<hijri> ه\N{ARABIC TATWEEL} | ه(?!\\w) ) | م(?!\\w) )   # هـ of the Hijra, م of our era
    """,
    re.VERBOSE,
)
ORDINAL = r"(?:st|nd|rd|th|er|º|\.)?"
MONTH_FIRST = frozenset({"ar", "en", "fa", "ur", "he"})
"""Languages in which `3/4/2023` may be the fourth of March; with stops, `3.4.2023`, it is nowhere."""
YEAR = r"(?P<year>\d{4})(?![\d%]|[.,]\d)"
SHORT_YEAR = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}")
"""`13.09.22`, as Hebrew papers write a day."""
CENTURY = 50
"""A year of two digits below it is of this century."""
EARLIEST, LATEST = 1800, 2199
"""Years of our era that news may be of; what is beyond them is a number."""
EARLIEST_ISLAMIC, BEFORE_OUR_ERA = 1200, 1500
"""Years of the Hijri and the Persian calendar that news may be of, the second excluded; from it on a year is of our era."""
WEEKDAY_REACH = 30
"""Code points before a date in which its weekday stands."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
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


def fold_dates(text: str) -> str:
    """Fold a text for reading dates; every position stays."""
    return ascii_digits(fold_letters(text))


def find_dates(folded: str, lang: str) -> Iterator[WrittenDate]:
    """Find the dates of a text folded by `fold_dates`, in order."""
    found = [*_named(folded, lang), *_numeric(folded, lang)]
    at = 0
    for one in sorted(found, key=lambda w: (w.start, -w.end)):
        if one.start >= at:
            at = one.end
            yield one


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The dates of a language that have words in them."""

    day_first: re.Pattern[str]
    """`8 نوفمبر/تشرين الثاني 2023`, `8th November 2023`."""
    month_first: re.Pattern[str]
    """`November 8, 2023`."""
    weekday: re.Pattern[str]
    """A weekday at the end of what stands before a date."""


@cache
def _weekdays(lang: str) -> dict[str, int]:
    """Give the days of the week by name; Persian joins a name of two words without a space, سه‌شنبه."""
    names = {**weekdays("en"), **weekdays(lang)}
    return {**names, **{name.replace(" ", "\N{ZERO WIDTH NON-JOINER}"): day for name, day in names.items()}}


@cache
def _patterns(lang: str) -> _Patterns:
    months_of = rf"(?:{_alternatives({**months(lang), **months('en')})})"
    days_of = rf"(?:{_alternatives(_weekdays(lang))})"
    day_first = rf"""
        (?<![\d.,/%]) (?P<day>\d{{1,2}}) {ORDINAL}
        (?: \s(?:(?:من|de|di|ta')\s)?(?:شهر\s)? | [-/]\s? | \s[-/]\s )     # 8 من شهر نوفمبر, 8-نوفمبر, 8 / نوفمبر
        ב? (?P<month>{months_of}) \u0654? (?!\w) (?:(?<=[a-z])\.)?           # Persian may join a year by ezafe: ژانویهٔ
                                                                             # Hebrew has «in» before the month: ב
        (?: \s?[/(]\s? (?P<other>{months_of}) (?!\w) \)? )?  # its other name: نوفمبر/تشرين الثاني
        (?:
            (?: \s?[،,/-]\s? | \s )
            (?: (?:من|ל|del?)\s )? (?: (?:عام|سنه|العام)\s )?     # من عام 2023
            {YEAR}
        )?
    """
    month_first = rf"(?<!\w) (?P<month>{months_of}) \s (?P<day>\d{{1,2}}) {ORDINAL} \s?[،,]? \s {YEAR}"
    weekday = rf"""
        (?<!\w) (?P<weekday>{days_of}) (?: \s?[،,/(–-]\s? | \s )
        (?: الموافق[:\s]{{1,30}} | يوم\s )? $                 # الأربعاء الموافق 8 نوفمبر
    """
    return _Patterns(*(re.compile(pattern, re.VERBOSE) for pattern in (day_first, month_first, weekday)))


def _alternatives(names: Iterable[str]) -> str:
    """Give the inside of a group that matches these names, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _named(folded: str, lang: str) -> Iterator[WrittenDate]:
    """Find dates whose month has a name."""
    known = {**months("en"), **months(lang)}
    patterns = _patterns(lang)
    for m in patterns.day_first.finditer(folded):
        month, other = known[m["month"]], known[m["other"]] if m["other"] else None
        if other is None or other == month:  # 8 نوفمبر/تشرين الأول is not a date
            year = int(m["year"]) if m["year"] else None
            yield from _checked(WrittenDate(*m.span(), month.calendar, year, month.number, int(m["day"])), folded, lang)
    for m in patterns.month_first.finditer(folded):
        month = known[m["month"]]
        date_ = WrittenDate(*m.span(), month.calendar, int(m["year"]), month.number, int(m["day"]))
        yield from _checked(date_, folded, lang)


def _numeric(folded: str, lang: str) -> Iterator[WrittenDate]:
    """Find dates whose month is a number: the year stands first or last, and has four digits."""
    for m in CHINESE.finditer(folded):
        found = WrittenDate(*m.span(), Calendar.GREGORIAN, int(m["year"]), int(m["month"]), int(m["day"]))
        yield from _checked(found, folded, lang)
    for m in NUMERIC.finditer(folded):
        first, month, last = int(m["first"]), int(m["middle"]), int(m["last"])
        if lang == "he" and SHORT_YEAR.fullmatch(m[0]):
            last += 2000 if last < CENTURY else 1900
            yield from _checked(WrittenDate(*m.span(), Calendar.GREGORIAN, last, month, first), folded, lang)
            continue
        year_first, year_last = len(m["first"]) == 4, len(m["last"]) == 4
        if year_first == year_last:
            continue
        year, day = (first, last) if year_first else (last, first)
        calendar = Calendar.GREGORIAN
        if year < BEFORE_OUR_ERA:
            calendar = Calendar.PERSIAN if lang == "fa" else Calendar.HIJRI
        turned = False
        if year_last and month > 12 >= day:
            month, day = day, month
        elif year_last:
            turned = (
                day <= 12
                and day != month
                and calendar is Calendar.GREGORIAN
                and m["sign"] != "."
                and lang in MONTH_FIRST
            )
        yield from _checked(WrittenDate(*m.span(), calendar, year, month, day, turned=turned), folded, lang)


def _checked(found: WrittenDate, folded: str, lang: str) -> Iterator[WrittenDate]:
    """Yield the date with the era behind it and the weekday before it; nothing where no calendar has such a day."""
    start, end, year = found.start, found.end, found.year
    if era := ERA.match(folded, end):
        end = era.end()
        if year is not None and bool(era["hijri"]) != (year < BEFORE_OUR_ERA):  # 1445 م, 2023 هـ: a slip, not a date
            return
    if year is not None:
        if found.calendar is Calendar.GREGORIAN and not EARLIEST <= year <= LATEST:
            return
        if found.calendar is not Calendar.GREGORIAN and not EARLIEST_ISLAMIC <= year < BEFORE_OUR_ERA:
            return
    if not (1 <= found.month <= 12 and 1 <= found.day <= 31):
        return
    weekday = None
    if before := _patterns(lang).weekday.search(folded, max(0, start - WEEKDAY_REACH), start):
        start, weekday = before.start(), _weekdays(lang)[before["weekday"]]
    yield replace(found, start=start, end=end, weekday=weekday)


def _gregorian(calendar: Calendar, year: int, month: int, day: int) -> Iterator[date]:
    try:
        if calendar is Calendar.GREGORIAN:
            yield date(year, month, day)
        elif calendar is Calendar.HIJRI:
            with needed("calendars", "A Hijri date"):
                from hijridate import Hijri

            given = Hijri(year, month, day).to_gregorian()
            yield date(given.year, given.month, given.day)
        else:
            with needed("calendars", "A Persian date"):
                import jdatetime  # type: ignore[import-untyped]  # it has no stubs

            yield jdatetime.date(year, month, day).togregorian()
    except (ValueError, OverflowError):
        return
