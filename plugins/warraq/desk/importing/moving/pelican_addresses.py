"""The addresses that Pelican makes of a pattern, `{date:%Y}/{slug}.html`, and the days that it reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime

from .jekyll_permalinks import MONTHS
from .wordpress_html import words_of

FIELD = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
NO_DAY = datetime(1, 1, 1)  # noqa: DTZ001 - of no zone
"""What a date that states no year is taken for."""


def filled(pattern: str, values: Mapping[str, str], day: str) -> str:
    """Fill a pattern; a day that is not known leaves its place empty."""

    def field(match: re.Match[str]) -> str:
        if match[1] != "date":
            return values.get(match[1], "")
        try:
            return _written(datetime.fromisoformat(day), match[2] or "%Y-%m-%d")
        except ValueError:
            return ""

    return FIELD.sub(field, pattern)


def any_day(written: str) -> str:
    """Give the day of a date in any form that Pelican reads; empty of anything else."""
    from dateutil.parser import parse  # type: ignore[import-untyped] # comes with Pelican, without types

    try:
        day = parse(re.sub(" +", " ", written), default=NO_DAY)
    except (ValueError, OverflowError, TypeError):
        return ""
    return day.date().isoformat() if day.year != NO_DAY.year else ""


def slugged(words: str) -> str:
    """Make a slug as Pelican does, which writes other alphabets in Latin letters."""
    from unidecode import unidecode  # comes with Pelican

    plain = unidecode(unicodedata.normalize("NFKC", words_of(words)))
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip()).lower()


def _written(day: datetime, form: str) -> str:
    """Write a day as the form of an address says, its months in English: this machine's language is not the former one's."""
    name = MONTHS[day.month - 1]
    parts = {
        "Y": f"{day.year:04}",
        "y": f"{day.year % 100:02}",
        "m": f"{day.month:02}",
        "d": f"{day.day:02}",
        "j": f"{day.timetuple().tm_yday:03}",
        "B": name,
        "b": name[:3],
        "H": f"{day.hour:02}",
        "M": f"{day.minute:02}",
        "S": f"{day.second:02}",
        "%": "%",
    }

    def part(found: re.Match[str]) -> str:
        written = parts.get(found[2], found[0])
        return written.lstrip("0") or "0" if found[1] else written

    return re.sub("%(-?)([A-Za-z%])", part, form)
