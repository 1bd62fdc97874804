"""
In which calendars, and in which digits, the pages of an archive say their days and numbers.

Both have the names of the CLDR, as browsers do. Few who write them know these names, so that other words for the same are proposed by them.
"""

from __future__ import annotations

from collections.abc import Mapping

from warraq.language import listed, message

from .did_you_mean import did_you_mean
from .problem import WrongValueError

CALENDARS = ("gregory", "umalqura", "persian")
"""Gregorian; Hijri, as Saudi Arabia reckons it; solar Hijri, as Iran and Afghanistan do."""
DIGITS = ("latn", "arab", "arabext")
"""2023, ٢٠٢٣, ۲۰۲۳."""
CALENDARS_CALLED = {
    "gregory": ("gregorian", "western", "julian", "ميلادي", "میلادی"),
    "umalqura": ("hijri", "hijrah", "islamic", "islamic-umalqura", "lunar", "qamari", "هجري", "هجري قمري", "قمری"),
    "persian": ("jalali", "shamsi", "solar", "iranian", "solar hijri", "هجري شمسي", "شمسي", "شمسی", "خورشیدی"),
}

DIGITS_CALLED = {
    "latn": ("latin", "western", "european", "0-9", "0123456789", "غربية", "لاتينية"),
    "arab": ("arabic", "arabic-indic", "eastern", "hindi", "indic", "٠-٩", "٠١٢٣٤٥٦٧٨٩", "عربية", "هندية", "مشرقية"),
    "arabext": ("persian", "farsi", "urdu", "fa", "ur", "extended", "۰-۹", "۰۱۲۳۴۵۶۷۸۹", "فارسية", "فارسی"),
}


def check_calendar(value: str) -> str:
    """Check the name of a calendar; a WrongValueError says which there are, and which was probably meant."""
    return _checked(value, CALENDARS_CALLED)


def check_digits(value: str) -> str:
    """Check the name of a set of digits, in the same way."""
    return _checked(value, DIGITS_CALLED)


def or_gregorian(values: tuple[str, ...]) -> tuple[str, ...]:
    """Take no calendar as the Gregorian one."""
    return values or CALENDARS[:1]


def _checked(value: str, words: Mapping[str, tuple[str, ...]]) -> str:
    if value in words:
        return value
    what = message("“{value}” is not one of: {allowed}.", value=value, allowed=listed(words))
    meant = next((name for name, others in words.items() if value.lower() in (name, *others)), None)
    if meant:
        raise WrongValueError(what, message("Did you mean {guess}?", guess=meant))
    raise WrongValueError(what, did_you_mean(value.lower(), words, message("Write one of them.")))
