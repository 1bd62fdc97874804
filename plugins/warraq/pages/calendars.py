"""
Days of the Gregorian calendar in those that readers may know better: Umm al-Qura (Hijri) and Persian.

Hijri months began where the moon was seen, so that a newspaper may have another day than the calendar of Saudi Arabia has: what is converted is
near the truth, and pages mark it so (≈). Where a calendar is not known surely nothing is said: Umm al-Qura is printed
from 1343 on (1924) and calculated to 1500 (2077); Iran counts solar years since 1304 (1925), and of the first leap year on which tables differ
(1502, 2124) nobody can know which is right.

Hijri days are hijridate's, taken from the printed calendars. Those of ICU and of Java, which browsers have, are calculated before 1420 (2000) and
a day or two off: by them the war of 10 Ramadan 1393 began on the ninth.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from warraq.archive.partial_date import PartialDate

KNOWN = {
    "umalqura": (date(1924, 8, 1), date(2077, 11, 16)),
    "persian": (date(1925, 3, 21), date(2124, 3, 19)),
}
"""The first and the last day that is known surely, in each calendar that is converted to."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of another calendar."""

    year: int
    month: int
    day: int


def converted(written: PartialDate, calendar: str) -> tuple[Day, Day] | None:
    """
    Give the first and the last day that a date may mean, in `umalqura` or `persian`; None where one of them is not known.

    A month of ours reaches over two of theirs, or over three; a year over two, and over three Hijri ones where it has all of one (1943, 1976, 2008).
    """
    first, last = written.first_day(), _last_day(written)
    begins, ends = KNOWN[calendar]
    if first < begins or last > ends:
        return None
    convert = _hijri if calendar == "umalqura" else _persian
    found = convert(first)
    return found, found if first == last else convert(last)


def _last_day(written: PartialDate) -> date:
    month = written.month or 12
    return date(written.year, month, written.day or monthrange(written.year, month)[1])


def _hijri(day: date) -> Day:
    from hijridate import Gregorian  # seldom needed, as the next one

    return Day(*Gregorian.fromdate(day).to_hijri().datetuple())


def _persian(day: date) -> Day:
    import jdatetime  # type: ignore[import-untyped]  # it has no stubs

    found = jdatetime.date.fromgregorian(date=day)
    return Day(found.year, found.month, found.day)
