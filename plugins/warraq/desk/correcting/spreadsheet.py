"""
What spreadsheet programs do to cells that nobody touched, and how it is told from what somebody wrote.

A CSV file says nothing of types, so Excel and LibreOffice guess: `2023-11-08` comes back as `08/11/2023` or `11/8/2023`, `2023-11` as
`Nov-23`, `007` as `7`. Such a cell was not corrected. A table has a mark of each value that was exported, by which the former one is known
again; and how a table writes the days that nobody touched tells how to read those that somebody did.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

from warraq.arabic.folding import fold
from warraq.arabic.months import Calendar, months
from warraq.archive.front_matter_date import ascii_decimals
from warraq.archive.partial_date import PartialDate
from warraq.archive.problem import WrongValueError
from warraq.archive.values import tidy
from warraq.language import message

FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""First characters by which a program takes a cell for a formula and runs it (OWASP, CSV injection), wide ones of East Asia too."""
GUARDED = re.compile(f"'+(?={FORMULA.pattern})")
NUMERIC = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})")
WITH_NAME = re.compile(r"(?:(\d{1,2})[-/. ،,]+)?([^\W\d_]+)\.?[-/. ،,]+(?:(\d{1,2})[،,] ?)?(\d{4}|\d{2})")
WITHOUT_YEAR = re.compile(r"\d{1,2}[-/ ]([^\W\d_]+)|([^\W\d_]+)[-/ ]\d{1,2}")
TIME = re.compile(r"[T ]\d{1,2}:\d\d(:\d\d)?( ?[AP]M)?$", re.IGNORECASE)
LOOKS_LIKE_DATE = re.compile(r"\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?|\d{1,2}:\d\d(:\d\d)?")
IN_BRACKETS = re.compile(r"\(\d+(\.\d+)?\)")
LANGUAGES = ("en", "ar", "fa", "fr", "de", "es", "tr")
"""Of the month names in which programs write a date."""
PIVOT = 30
"""Years of two digits below it are of this century, as in Excel and LibreOffice."""
LONGEST_NUMBER = 100
"""Signs."""
ERROR = re.compile(r"#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!)|Err:\d{3}|#{3,}")
"""What programs write instead of a value: `-خبر` is a formula to them, with a name that they don't know."""
SERIAL, FIRST_DAY = re.compile(r"\d{5}(\.\d+)?"), date(1899, 12, 30)
"""A day as Excel counts them, where its cell is no date any more."""
LONGEST_CELL = 32_000
"""Letters; what is longer, Excel cuts at 32,767."""
OF_OLD_PROGRAMS = ("cp1256", "cp1252", "mac_arabic")
NAMED, SERIAL_NUMBER = "named", "serial"
MARK = 12
"""Hexadecimal digits of a value's mark."""


def mark_of(field: str, value: str) -> str:
    """Give the mark by which an exported value is known again."""
    return sha256(f"{field}\0{value}".encode()).hexdigest()[:MARK]


def guarded(value: str) -> str:
    """Write a value so that no program takes it for a formula; `unguarded()` gives it back exactly."""
    return f"'{value}" if FORMULA.match(value) or GUARDED.match(value) else value


def unguarded(cell: str) -> str:
    """Give the value of a cell."""
    return cell[1:] if GUARDED.match(cell) else cell


def is_error(cell: str) -> bool:
    """Tell whether a program wrote that it could not compute a cell."""
    return bool(ERROR.fullmatch(cell.strip()[:LONGEST_NUMBER]))


def error_of(cell: str) -> WrongValueError:
    """Say that a cell holds such an error."""
    return WrongValueError(
        message("“{cell}” is an error of the spreadsheet program, and no value.", cell=cell.strip()),
        message("Write the value, with an apostrophe before it where it begins with = + - or @."),
    )


def is_rewritten(field: str, cell: str, present: str, was_exported: Callable[[str], bool]) -> bool:
    """Tell whether a program, and nobody else, made this cell of the value that was exported."""
    if field == "date":
        return any(was_exported(day) for _, day in readings(cell))
    return was_exported(present) and _is_same_to_a_program(present, cell)


def _is_same_to_a_program(value: str, cell: str) -> bool:
    if tidy(value).casefold() == tidy(cell).casefold() in ("true", "false"):
        return True
    if len(cell) >= LONGEST_CELL and value.startswith(cell):
        return True
    if LOOKS_LIKE_DATE.fullmatch(value) and (":" in cell if ":" in value else any(readings(cell, short=True))):
        return True
    if max(len(value), len(cell)) > LONGEST_NUMBER:
        return False
    if IN_BRACKETS.fullmatch(value):  # as bookkeepers write what is negative
        value = f"-{value[1:-1]}"
    try:
        number, other = Decimal(ascii_decimals(value)), Decimal(ascii_decimals(cell))
        return number == other or ("E" in cell.upper() and abs(number - other) <= abs(number) / 1000)
    except ArithmeticError:  # no number, or one that is too large to compare
        return False


def is_garbled(cell: str, present: str) -> bool:
    """Tell whether a program saved a value in an encoding that lacks its letters, or opened it in another than it was saved in."""
    if cell == present or present.isascii():
        return False
    for encoding in OF_OLD_PROGRAMS:
        if "?" in cell and present.encode(encoding, "replace").decode(encoding) == cell:
            return True
        with suppress(UnicodeDecodeError):
            if present.encode().decode(encoding, "replace") == cell:
                return True
    return False


def readings(cell: str, *, short: bool = False) -> Iterator[tuple[str, str]]:
    """
    Yield the dates that a cell may mean, each with how it is written: `dmy`, `mdy`, `ymd`, or with the month's name.

    The first of a month may stand for the month. `short`: without a year, too (`3-Apr`).
    """
    if len(cell) > LONGEST_NUMBER:
        return
    text = tidy(TIME.sub("", ascii_decimals(cell).strip()))
    if SERIAL.fullmatch(text):
        yield SERIAL_NUMBER, (FIRST_DAY + timedelta(days=int(text[:5]))).isoformat()
        return
    if match := NUMERIC.fullmatch(text):
        one, two, three = match.groups()
        orders = {"ymd": (one, two, three)} if len(one) > 2 else {"dmy": (three, two, one), "mdy": (three, one, two)}
        for order, (year, month, day) in orders.items():
            for made in _days(year, int(month), int(day)):
                yield order, made
                if int(day) == 1:
                    yield order, made[:-3]
    elif match := WITH_NAME.fullmatch(text):
        before, name, after, year = match.groups()
        if month := _month(name):
            day = before or after
            for made in _days(year, month, int(day or 1)):
                yield NAMED, made if day else made[:-3]
                if day and int(day) == 1:
                    yield NAMED, made[:-3]
    elif short and (match := WITHOUT_YEAR.fullmatch(text)) and _month(match[1] or match[2]):
        yield NAMED, text


def _days(year: str, month: int, day: int) -> Iterator[str]:
    if len(year) == 2:
        number = int(year)
        years = [2000 + number, 1900 + number] if number < PIVOT else [1900 + number, 2000 + number]
    else:
        years = [int(year)] if len(year) == 4 else []
    for each in years:
        with suppress(ValueError):
            yield str(PartialDate.parse(f"{each:04}-{month:02}-{day:02}"))


def _month(name: str) -> int | None:
    folded = fold(name)
    for language in LANGUAGES:
        known = months(language)
        found = known.get(folded) or next(
            (m for n, m in known.items() if len(folded) >= 3 and n.startswith(folded)), None
        )
        if found and found.calendar is Calendar.GREGORIAN:
            return found.number
    return None
