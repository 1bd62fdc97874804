"""
What readers call the months of the Hijri and the Persian calendar, and the signs of their years, by the languages of pages.

Babel's copy of the CLDR has the Gregorian calendar alone. These are the CLDR's, except the Persian months in Arabic: it has «تار» and «آيان»
there, where newspapers write تير and آبان.
"""

from __future__ import annotations

APART = "\N{ZERO WIDTH NON-JOINER}"
JOINED = "\N{ZERO WIDTH JOINER}"
MONTHS = {
    ("umalqura", "ar"): (
        *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"),
    ),
    ("umalqura", "fa"): (
        *("محرم", "صفر", f"ربیع{APART}الاول", f"ربیع{APART}الثانی", f"جمادی{APART}الاول", f"جمادی{APART}الثانی"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذیقعده", "ذیحجه"),
    ),
    ("umalqura", "en"): (
        *("Muharram", "Safar", "Rabiʻ I", "Rabiʻ II", "Jumada I", "Jumada II"),
        *("Rajab", "Shaʻban", "Ramadan", "Shawwal", "Dhuʻl-Qiʻdah", "Dhuʻl-Hijjah"),
    ),
    ("persian", "ar"): (
        *("فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور"),
        *("مهر", "آبان", "آذر", "دي", "بهمن", "إسفند"),
    ),
    ("persian", "fa"): (
        *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
        *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
    ),
    ("persian", "en"): (
        *("Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar"),
        *("Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"),
    ),
}
"""The months of a calendar in a language, the first first."""
ERAS = {
    ("umalqura", "ar"): "ه\N{ARABIC TATWEEL}",
    ("umalqura", "fa"): f"ه{JOINED}.ق.",
    ("umalqura", "en"): "AH",
    ("persian", "ar"): f"ه{JOINED}.ش",
    ("persian", "fa"): "",
    ("persian", "en"): "AP",
}
"""The sign that stands behind a year, without which 1402 may be either; Persian readers expect none behind their own."""


def month_in(calendar: str, number: int, language: str) -> str:
    """Give the name of a month of `umalqura` or `persian`."""
    return MONTHS[calendar, language][number - 1]
