"""
Dates as readers see them.

Names of months follow the country that the archive is made for (نوفمبر, تشرين الثاني, نونبر) and come from Babel's copy of
the CLDR, never from the machine's locale. `calendars:` of `content/site.yaml` says in which calendars a day stands: the first
leads, others follow in brackets, and what was converted is marked ≈. An archive keeps Gregorian dates; a day that the source
itself wrote in another calendar is said as it wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from babel.dates import get_day_names, get_month_names

from warraq.arabic.numerals import in_digits
from warraq.archive.archive import Site
from warraq.archive.partial_date import PartialDate

from .calendar_names import ERAS, month_in
from .calendars import Day, converted
from .direction import direction

GREGORY = "gregory"
"""In which an archive keeps its dates."""
KEEPS = "\N{NO-BREAK SPACE}"
"""Between a sign and its number, which stand on one line."""
NEAR = f"≈{KEEPS}"
"""Stands before a date that was converted."""


@dataclass(frozen=True, slots=True)
class DisplayDate:
    """A date for `<time datetime="machine">text</time>`."""

    machine: str
    text: str


def year_name(year: int, site: Site) -> str:
    """Name a year of the Gregorian calendar in the digits of the site."""
    return in_digits(str(year), site.digits)


def month_name(month: int, site: Site) -> str:
    """Give the name that the archive's readers have for a month."""
    return _months(site.months if site.language == "ar" else site.language)[month]


@cache
def _months(locale: str) -> dict[int, str]:
    return {
        n: str(name).removesuffix("\N{ARABIC HAMZA ABOVE}")
        for n, name in get_month_names("wide", locale=locale).items()
    }


def display_date(
    date: PartialDate, site: Site, *, weekday: bool = False, own: Iterable[tuple[str, Day]] = ()
) -> DisplayDate:
    """Format a date for readers, with no more of it than is known; `own`: the same day by other calendars, as the source wrote it."""
    stated = dict(own)
    written = [text for calendar in site.calendars if (text := _in_calendar(date, calendar, site, stated))]
    lead, *others = written or [_gregorian(date, site)]
    comma = ", " if site.language == "en" else "، "
    text = f"{lead} ({comma.join(others)})" if others else lead
    if weekday and date.day:
        text = f"{get_day_names('wide', locale=site.language)[date.first_day().weekday()]} {text}"
    return DisplayDate(str(date), in_digits(text, site.digits))


def display_period(period: PartialDate, site: Site) -> str:
    """Name a year or a month by which articles are listed: by the Gregorian calendar, in which it is one, then by the others of the site."""
    others = (calendar for calendar in site.calendars if calendar != GREGORY)
    return display_date(period, replace(site, calendars=(GREGORY, *others))).text


def plain_site(site: Site) -> Site:
    """Give the site as it writes dates where they leave its pages: for feeds, and for citations in files."""
    return replace(site, calendars=(GREGORY,), digits="latn")


def _in_calendar(date: PartialDate, calendar: str, site: Site, stated: Mapping[str, Day]) -> str:
    """Write a date in a calendar; nothing where it can't be said surely."""
    if calendar == GREGORY:
        return _gregorian(date, site)
    own = stated.get(calendar)
    days = (own, own) if own else converted(date, calendar)
    if not days:
        return ""
    era = ERAS[calendar, site.language]
    return f"{'' if own else NEAR}{_span(*days, date, calendar, site)}{KEEPS if era else ''}{era}"


def _gregorian(date: PartialDate, site: Site) -> str:
    parts = [str(date.year)]
    if date.month:
        parts.insert(0, month_name(date.month, site))
    if date.day:
        parts.insert(0, str(date.day))
    return " ".join(parts)


def _span(first: Day, last: Day, date: PartialDate, calendar: str, site: Site) -> str:
    """Write the days from `first` to `last` of another calendar as exactly as the date is known."""
    months = [month_in(calendar, day.month, site.language) for day in (first, last)]
    if date.day:
        return f"{first.day} {months[0]} {first.year}"
    if not date.month:
        return f"{first.year}{_dash(site)}{last.year}"
    if (first.year, first.month) == (last.year, last.month):  # a short February within a long month
        return f"{months[0]} {first.year}"
    if first.year == last.year:
        return f"{months[0]} – {months[1]} {last.year}"
    return f"{months[0]} {first.year} – {months[1]} {last.year}"


def _dash(site: Site) -> str:
    """Give the dash between two years: Arabic digits make both run from the right, among words from the left too, unless marks part them."""
    mark = "\N{LEFT-TO-RIGHT MARK}" if site.digits == "arab" and direction(site.language) == "ltr" else ""
    return f"{mark}–{mark}"
