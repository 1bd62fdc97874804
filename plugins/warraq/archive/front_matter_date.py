"""
Dates as editors write them in front matter.

A date is accepted if it can mean only one day, month or year: `2023-11-08`, `2023-11`, `2023`, in any digits. All else is refused with a
proposal, because `08/11/2023` is not the same day in Beirut and in Washington, and an archive asks rather than guesses.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from warraq.arabic.folding import fold
from warraq.arabic.months import Calendar, months
from warraq.language import message

from .other_calendars import FIRST_NEWSPAPER, gregorian, how_to_write
from .partial_date import PartialDate
from .problem import WrongValueError
from .yaml_values import CONTROLS

IN_WORDS = re.compile(r"(?:(\d{1,2})\.? +)?([^\d\s,،]+(?: [^\d\s,،]+)?),?،? +(\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?")
QUOTES = "\"'“”„‟‘’«»"


def ascii_decimals(text: str) -> str:
    """Write all decimal digits as 0–9."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def parse_date(value: object) -> PartialDate:
    """Read a date of the front matter; a WrongValueError says what to write."""
    if isinstance(value, PartialDate):
        return value
    text = CONTROLS.sub("", value if isinstance(value, str) else "").strip()
    plain = re.sub("[‐‑‒–—−]", "-", ascii_decimals(text))
    try:
        return PartialDate.parse(plain)
    except ValueError:
        pass
    what = message("“{value}” is not a date.", value=text)
    if (match := YEAR_FIRST.fullmatch(plain.strip(QUOTES))) and int(match[1]) < FIRST_NEWSPAPER:
        year, month, day = (int(part) if part else None for part in match.groups())
        if advice := how_to_write(*gregorian(year or 0, month, day, date.max)):
            raise WrongValueError(what, advice)
    if meant := _meant(plain.strip(QUOTES)):
        raise WrongValueError(what, message("Write {example}", example=str(meant)))
    raise WrongValueError(what, message("Write year-month-day, such as 2024-03-15, or 2024-03, or 2024."))


def _meant(text: str) -> PartialDate | None:
    """Guess the date that was meant, to propose it."""
    try:
        if match := YEAR_FIRST.fullmatch(text):
            return PartialDate.parse("-".join(f"{int(part):02}" for part in match.groups() if part))
        if match := IN_WORDS.fullmatch(text):
            month = {**months("en"), **months("ar")}[fold(match[2])]
            if month.calendar is not Calendar.GREGORIAN:
                return None
            day = int(match[1]) if match[1] else None
            date(int(match[3]), month.number, day or 1)
            return PartialDate(int(match[3]), month.number, day)
        return PartialDate.parse(text)
    except (ValueError, KeyError):
        return None
