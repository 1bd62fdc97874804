"""Days as newspapers print them, in the months of their language and country."""

from __future__ import annotations

import datetime as dt

import jdatetime  # type: ignore[import-untyped]  # it has no stubs
from babel.dates import format_date
from hijridate import Gregorian

LOCALES = {"ar": ("ar_EG", "ar_LB", "ar_DZ"), "fa": ("fa",), "ur": ("ur",), "he": ("he",), "en": ("en_GB", "en_US")}
PATTERNS = {
    "long": "EEEE d MMMM y",
    "day": "d MMMM y",
    "american": "MMMM d, y",
    "slashes": "yyyy/MM/dd",
    "ambiguous": "dd/MM/yyyy",
    "weekday": "EEEE dd/MM/yyyy",
    "dots": "dd.MM.yyyy",
}
DIGITS = {"ar": "٠١٢٣٤٥٦٧٨٩", "fa": "۰۱۲۳۴۵۶۷۸۹", "ur": "۰۱۲۳۴۵۶۷۸۹"}
PERSIAN_MONTHS = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)


def shown(day: dt.date, style: str, language: str, country: int = 0, *, own_digits: bool = False) -> str:
    """Print a day; `solar` is the Persian and `hijri` the Islamic calendar, `iso` is for machines."""
    if style == "iso":
        return day.isoformat()
    if style == "hijri":
        moon = Gregorian(day.year, day.month, day.day).to_hijri()
        return f"{moon.day} {moon.month_name('ar')} {moon.year} هـ"
    if style == "solar":
        solar = jdatetime.date.fromgregorian(date=day)
        return in_digits(f"{solar.day} {PERSIAN_MONTHS[solar.month - 1]} {solar.year}", "fa")
    locales = LOCALES[language]
    pattern = PATTERNS[style]
    if language == "he":
        pattern = pattern.replace("MMMM", "בMMMM")
    text = in_digits(format_date(day, pattern, locale=locales[country % len(locales)]), "")
    return in_digits(text, language) if own_digits else text


def in_digits(text: str, language: str) -> str:
    """Write all digits as a language has them; Latin ones for those without their own."""
    digits = DIGITS.get(language, "0123456789")
    return "".join(digits[int(c)] if c.isdecimal() else c for c in text)
