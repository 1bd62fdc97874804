"""
Words that place a text in time by its own day: `اليوم الأربعاء`, `أمس الثلاثاء`, `سيزور`, `العام الجاري 2023`.

By language; a language that is missing here only gives fewer hints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from warraq.arabic.months import weekdays

NEAR = r"[\s،,/(«\"“-]{1,3}(?:يوم\s)?"
RELATIVE = {
    "ar": {"اليوم": 0, "أمس الأول": 2, "أول أمس": 2, "أول من أمس": 2, "أمس": 1, "البارحة": 1, "غدا": -1, "غد": -1},
    "fa": {"امروز": 0, "دیروز": 1, "پریروز": 2, "فردا": -1},
    "ur": {"آج": 0},
    "he": {"היום": 0, "אתמול": 1, "מחר": -1},
    "en": {"today": 0, "yesterday": 1, "tomorrow": -1},
}
"""How many days before the day of publication."""
SAYS = {0: "today", 1: "yesterday", 2: "day-before-yesterday", -1: "tomorrow"}

# The future: سيزور, سوف, عشية … Nouns that begin with س and such a letter (سياسة, سيارة) are none.
NOUNS = "ياس|يار|يد|يطر|يناء|ينما|يناري|تين|تون|ته|نو|نه|ند|نغاف|يول|يرا|يره|تار|يما|يف|يبيريا|يدني|ين"
FUTURE = {
    "ar": re.compile(
        rf"(?<!\w)(?:[وف]?س(?!{NOUNS})[يتن]\w{{2,}}|سوف|[وب]?عشيه|[وب]?قبيل|المقبله?|القادمه?|من المقرر|المقرر|[يت]عتزم\w*"
        r"|و?اعتبار[اً]{1,2} من|و?ابتداء[اً]? من|و?بحلول|غدا)(?!\w)"
    ),
    "fa": re.compile(r"(?<!\w)(?:خواهد|خواهند|اينده|فردا|در استانه)(?!\w)"),
    "en": re.compile(r"(?<!\w)(?:will|next|upcoming|ahead of|tomorrow|is to|are to)(?!\w)"),
}
PAST = {
    "ar": re.compile(r"(?<!\w)(?:الماضي|الماضيه|المنصرم|الفائت|المنصرمه|امس|كان|كانت)(?!\w)"),
    "fa": re.compile(r"(?<!\w)(?:گذشته|ديروز)(?!\w)"),
    "en": re.compile(r"(?<!\w)(?:last|ago|yesterday|was|were)(?!\w)"),
}
YEARS = {
    "ar": re.compile(
        r"(?<!\w)(?:(?P<this>(?:(?:خلال|في|من|منذ|ل)?\s?)(?:هذا العام|هذه السنه|العام الحالي|العام الجاري|السنه الحاليه|السنه الجاريه))"
        r"|(?P<last>العام الماضي|السنه الماضيه|العام المنصرم|العام الفائت)"
        r"|(?P<next>العام المقبل|العام القادم|السنه المقبله|السنه القادمه))(?:\s?[(،]?\s?(?:اي\s)?(\d{4})(?![\d%]|[.,]\d))?"
    ),
}
"""Groups: which year, and its number where it is named too."""
AFTER = re.compile(r"[\s،,)]{1,3}")
OFFSET = {"this": 0, "last": 1, "next": -1}


@dataclass(frozen=True, slots=True)
class Relative:
    """A word that counts from the day of publication."""

    start: int
    end: int
    days_before: int
    weekday: int | None
    """The day it names; Monday is 0."""

    @property
    def says(self) -> str:
        """The name of this evidence in a record (`describe.says`)."""
        return SAYS[self.days_before]


@cache
def _pattern(lang: str) -> tuple[re.Pattern[str], dict[str, int]] | None:
    from .dates import fold_dates

    if lang not in RELATIVE:
        return None
    known = {fold_dates(word): days for word, days in RELATIVE[lang].items()}
    words = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    week = "|".join(sorted(map(re.escape, weekdays(lang)), key=len, reverse=True))
    return re.compile(rf"(?<!\w)({words})(?!\w)(?:{NEAR}({week})(?!\w))?"), known


def find_relative(folded: str, lang: str) -> Iterator[Relative]:
    """Find what is counted from the day of publication, in a text folded by `dates.fold_dates`."""
    if found := _pattern(lang):
        pattern, known = found
        for m in pattern.finditer(folded):
            yield Relative(m.start(), m.end(), known[m[1]], weekdays(lang)[m[2]] if m[2] else None)


def is_future(folded: str, start: int, end: int, lang: str) -> bool:
    """Say whether the clause around a date speaks of what is to come: up to eighty letters before it, a few after it."""
    if lang not in FUTURE:
        return False
    beside = AFTER.match(folded, end)
    return bool(
        FUTURE[lang].search(_clause_before(folded, start))
        or FUTURE[lang].match(folded, beside.end() if beside else end)
    )


def is_past(folded: str, start: int, end: int, lang: str) -> bool:
    """Say whether the clause around a date speaks of what was."""
    if lang not in PAST:
        return False
    return bool(PAST[lang].search(_clause_before(folded, start)) or PAST[lang].match(folded[end : end + 12].lstrip()))


def _clause_before(folded: str, start: int) -> str:
    near = folded[max(0, start - 80) : start]
    return re.split(r"[.!?؟؛]\s", near)[-1]
