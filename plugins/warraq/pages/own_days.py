"""
The day of an article as its own source wrote it, in a calendar that is not ours.

A paper of Riyadh that is dated 25 Rabi II says so by the moon that was seen there: what it printed is its day, not what a calendar reckons of ours.
"""

from __future__ import annotations

import re

from warraq.arabic.numerals import ascii_digits
from warraq.archive.partial_date import PartialDate
from warraq.edition.edition import Edition

from .calendars import Day

YEAR = re.compile(r"1[2-4]\d\d", re.ASCII)
"""A Hijri or a Persian year that news may be of."""
SAYS = "date"
"""What the evidence of a stated day says."""
NEAR = {"hijri": ("umalqura", 2), "persian": ("persian", 0)}
"""Our names of the calendars that texts are read in, and how many days what they say may be off: a moon is seen a day sooner or later."""


def own_days(public: Edition) -> tuple[tuple[str, Day], ...]:
    """Give the days on which a date rests as the text has them, by calendar; none where an editor wrote another date, or the text has ours."""
    described = public.record.described.get("date") if public.record else None
    date = public.article.date
    if described is None or date is None or not date.day or described.value != str(date):
        return ()
    quotes = [evidence.quote for evidence in described.evidence if evidence.says == SAYS]
    return tuple(
        {calendar: day for quote in quotes for calendar, day in _written(quote, public.article.lang, date)}.items()
    )


def _written(quote: str, lang: str, date: PartialDate) -> list[tuple[str, Day]]:
    """Read the days of the other calendars in a quotation that may mean a date."""
    if not YEAR.search(ascii_digits(quote)):
        return []
    from warraq.repair.describe.dates import find_dates, fold_dates  # all of repair, for few quotations

    found = []
    for written in find_dates(fold_dates(quote), lang):
        calendar, away = NEAR.get(written.calendar, ("", 0))
        if calendar and any(abs((day - date.first_day()).days) <= away for day in written.days()):
            found.append((calendar, Day(written.year or 0, written.month, written.day)))
    return found
