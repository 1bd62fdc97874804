"""
Dates as readers see them.

Names of months follow the country that the archive is made for (نوفمبر, تشرين الثاني, نونبر) and come from Babel's copy of
the CLDR, never from the machine's locale; digits are Western, as in the agencies' own texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel.dates import get_day_names, get_month_names

from warraq.archive.archive import Site
from warraq.archive.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class DisplayDate:
    """A date for `<time datetime="machine">text</time>`."""

    machine: str
    text: str


def month_name(month: int, site: Site) -> str:
    """Give the name that the archive's readers have for a month."""
    return _months(site.months if site.language == "ar" else site.language)[month]


@cache
def _months(locale: str) -> dict[int, str]:
    return {
        n: str(name).removesuffix("\N{ARABIC HAMZA ABOVE}")
        for n, name in get_month_names("wide", locale=locale).items()
    }


def display_date(date: PartialDate, site: Site, *, weekday: bool = False) -> DisplayDate:
    """Format a date for readers, with no more of it than is known."""
    parts = [str(date.year)]
    if date.month:
        parts.insert(0, month_name(date.month, site))
    if date.day:
        parts.insert(0, str(date.day))
        if weekday:
            parts.insert(0, str(get_day_names("wide", locale=site.language)[date.first_day().weekday()]))
    return DisplayDate(str(date), " ".join(parts))
