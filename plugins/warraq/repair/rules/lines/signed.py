"""
A line that says who wrote the text and when it appeared: `بقلم سالم بن ناصر وليلى حداد | نُشر: 1 مارس 2014، آخر تحديث: 3 مارس 2014`.

It is read as parts between signs. Each part must be a name behind a label, a job, or a time; a line with any other word in it is a sentence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from warraq.arabic.folding import fold_letters
from warraq.arabic.months import months, weekdays
from warraq.arabic.numerals import ascii_digits

from ...alphabet import MARK
from ...late import late

LONGEST = 180
"""Code points of such a line."""
MOST_PARTS = 12
LANGUAGES = ("ar", "fa", "ur", "he", "en", "fr", "de", "es", "it", "pt", "tr", "nl")
SPACED = r"بقلم|By|Written by|Von|Par|Por|Di|Door|מאת"
"""Labels that a name follows with nothing between."""
LABEL = late(
    rf"(?:(?:{SPACED}|كتبت?|إعداد|اعداد|تحرير|الكاتبة?|المؤلف|نوشته|نویسنده|نویسندگان|گزارش|خبرنگار|مصنفین?|تحریر"
    r"|כתב|כתבה|Authors?|Autore?|Auteur)"
    rf"\s?[:：،,]\s?|(?:{SPACED})\s)(?P<name>\S.*)",
    re.IGNORECASE,
)
PEOPLE = late(r"(?:[^\W\d_]{1,2}\.\s?|[^\W\d_][^\s\d:؟?!.()«»“”\"|]*(?:\s|\Z)){2,9}")
LITTLE_OF_NAMES = frozenset(
    [
        "and",
        "und",
        "et",
        "y",
        "e",
        "en",
        "och",
        "og",
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "di",
        "da",
        "du",
        "dos",
        "la",
        "le",
        "ten",
        "ter",
        "zu",
        "bin",
        "bint",
        "al",
        "el",
        "ben",
        "ibn",
        "abu",
        "ould",
    ]
)
"""Words of a name, or between two, that begin with a small letter."""
NO_NAMES = frozenset(
    ["في", "من", "على", "إلى", "عن", "أن", "إن", "به", "در", "از", "که", "کہ", "میں", "سے", "של", "על", "את", "כי"]
)
"""Words of sentences, which are in no name."""
BARE = late(r"بقلم|كتبت?|إعداد|اعداد|تحرير|By|Von|Par|Por|מאת", re.IGNORECASE)
"""A label whose name stands behind a dash."""
JOB = late(
    r"(?:[^\W\d_][\w'’-]*\s){0,3}(?:editor|reporter|correspondent|writer|columnist|staff)"
    r"|محررة?(?:\s\w+)?|مراسلة?(?:\s\w+)?|כתבת?(?:\s\w+)?|نامہ نگار|خبرنگار",
    re.IGNORECASE,
)
TOLD = (
    r"نشرت?|النشر|تم النشر|بتاريخ|تاريخ|التاريخ|published|posted|publi[eé]e?|ver[oö]ffentlicht|erstellt"
    r"|publicado|pubblicato|yayinlanma|yayın\w*|gepubliceerd"
    r"|منتشر شده|انتشار|درج|شائع شده|شايع شده|اشاعت|פורסם|פורסמה|התפרסם"
    r"|اخر تحديث|تحديث|تم التحديث|حدث|عدل|last updated?|updated?|modified|mis a jour|mise? à jour|modifi[eé]e?|aktualisiert"
    r"|actualizado|aggiornato|güncelle\w*"
    r"|bijgewerkt|بروزرساني|به روز رساني|اپ ڈيٹ|اپڈيٹ|עודכן|עדכון(?: אחרון)?"
)
LITTLE = (
    r"اخر|اخرين|تم|last|dernière|في|يوم|الساعه|ساعه|ساعت|بتوقيت|غرينتش|جرينتش|مكه|المكرمه|القاهره|الموافق|م|ه|هـ|ص|صباحا|مساء|من|عام"
    r"|gmt|utc|est|bst|am|pm|a m|p m|on|at|um|uhr|am"
    r"|den|der|le|à|a|de|del|h|il|el|las|saat|kl|בשעה|ב|של|תאריך|تاريخ خبر|بجي|بجے|ء|st|nd|rd|th|er"
)
SAYS_TOLD = late(rf"(?<!\w)(?:{TOLD})(?!\w)")
APART = late(r"\s*[|·•]+\s*|\s+[-–—]+\s+|\s*[،,;؛]\s+")
BEFORE_LABEL = late(rf"\s+(?=(?:{TOLD})\s?[:：]|(?:{TOLD})\s(?:on|at|le|am|في|ב)?\s?\d{{1,2}}(?!\d))", re.IGNORECASE)
MARKS = late(f"[{MARK}]")
YEAR = late(r"(?<!\d)(?:1[3-9]|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2}(?!\d)")
FIGURE = late(r"[0-9]+")
FEWEST = 2
"""Figures of a day with its year."""
NOT_WORDS = late(r"[\W\d_]+")


class Signed(NamedTuple):
    """What such a line says."""

    names: tuple[tuple[int, int], ...]
    """The places of names in the line, without their labels; none where it states a time alone."""
    is_told: bool
    """A word calls a time that of publication or of a change."""


@cache
def _of_time() -> re.Pattern[str]:
    named = {n for lang in LANGUAGES for n in (*months(lang), *weekdays(lang))}
    names = "|".join(sorted(map(re.escape, named), key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![^\W\d_])ב?(?:{TOLD}|{names}|{LITTLE})(?![^\W\d_])", re.IGNORECASE)


def signed(line: str) -> Signed | None:
    """Read a line that states names and a time, or a time alone behind its label; None of any other line."""
    if len(line) > LONGEST or not YEAR.search(folded := ascii_digits(fold_letters(line))):
        return None
    names: list[tuple[int, int]] = []
    unnamed: tuple[int, int] | None = None
    is_told = has_job = is_labelled = False
    figures = 0
    parts = _parts(line, folded)
    for n, (start, end) in enumerate(parts):
        label = LABEL.fullmatch(line, start, end)
        if label and _is_people(label["name"]):
            names.append((label.start("name"), end))
        elif _is_time(folded[start:end]):
            figures += len(FIGURE.findall(folded, start, end))
            is_told |= _is_told(folded[start:end])
        elif BARE.fullmatch(line, start, end):
            is_labelled = True
            continue
        elif is_labelled and _is_people(line[start:end]):
            names.append((start, end))
        elif JOB.fullmatch(line, start, end):
            has_job = True
        elif names and names[-1][1] == parts[n - 1][1] and _is_people(line[start:end]):
            names.append((start, end))
        elif n == 0 and _is_people(line[start:end]):
            unnamed = start, end
        else:
            return None
        is_labelled = False
    if unnamed:
        if names or not has_job:
            return None
        names = [unnamed]
    return (
        Signed(tuple(names), is_told) if figures >= FEWEST and (names or is_told) and len(parts) <= MOST_PARTS else None
    )


def names_of(line: str) -> tuple[tuple[int, int], ...]:
    """Give the places of the names in a line that states them with a time; nothing of any other line."""
    said = signed(line)
    return said.names if said else ()


def _parts(line: str, folded: str) -> list[tuple[int, int]]:
    cuts = sorted(m.span() for pattern in (APART, BEFORE_LABEL) for m in pattern.finditer(folded))
    found = []
    at = 0
    for start, end in (*cuts, (len(line), len(line))):
        if start > at and line[at:start].strip():
            found.append((at, start))
        at = max(at, end)
    return found


def _is_people(text: str) -> bool:
    words = text.split()
    is_named = words[:1] != [] and not words[0][0].islower() and NO_NAMES.isdisjoint(words)
    return (
        is_named
        and all(not w[0].islower() or w in LITTLE_OF_NAMES for w in words)
        and PEOPLE.fullmatch(text.strip()) is not None
    )


def _is_time(folded: str) -> bool:
    return not NOT_WORDS.sub("", _of_time().sub(" ", MARKS.sub("", folded.lower())))


def _is_told(folded: str) -> bool:
    return SAYS_TOLD.search(MARKS.sub("", folded.lower())) is not None
