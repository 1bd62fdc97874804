"""
A number glued to a word: `عام2014`, `20مليون`.

Names have numbers in them (`عربي21`, `كوفيد19`), clitics and units stand close (`الـ20`, `2024م`, `5كلم`): only a word that
often has a number after it, a year after any long word, and a long word after a number are set apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import DIGIT, LETTER, TATWEEL
from ...engine import Certainty, Edit
from ...languages import ARABIC
from ...late import late
from .. import rule

TAKES_NUMBER = (
    "عام|سنة|منذ|حتى|إلى|نحو|حوالي|قرابة|يوم|بنسبة|نسبة|بمبلغ|مبلغ|رقم|الساعة|بلغ|بلغت|بعد|قبل|خلال|عدد|بعدد|مدة"
    "|لمدة|أكثر من|الفصل|المادة|مارس|أبريل"
    "|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|يناير|فبراير|مقابل|بقيمة|قيمة|موسم|لعام|بعام|العام|عمره|على|من|بين|في|وفي|ومن"
)
NUMBER = late(f"[{DIGIT}]++")
WORD = late(f"[{LETTER}{TATWEEL}]+\\Z")
TAKES = late(f"[وفبل]?(?:{TAKES_NUMBER})")
YEAR = late("(?:1[3-9]|20)[0-9]{2}")
NOT_YEAR = late("[.,:/](?=[0-9])|[%A-Za-z]")
NOT_NAMES = late("(?:عربي|كوفيد|فرانس|روسيا|مجموعة|أبولو|ميغ|سوخوي|إف|قناة|نيوز|ال)\\Z")
LONG_WORD = late(
    f"[{LETTER}]{{4,}}|(?:عام|يوم|ألف|سنة|شهر|دول|نقط)|(?:متر|طن|مرة|ريال|عضو|شخص|قتيل|لاعب|كان)(?![{LETTER}])"
)
JOINED = late(f"[A-Za-z{LETTER}{TATWEEL}]")
REACH = 20


@rule(
    reason="a number was glued to a word",
    certainty=Certainty.CERTAIN,
    mends={"عام2014": "عام 2014", "نحو20مليون": "نحو 20 مليون", "منذ1961": "منذ 1961"},
    leaves=["عربي21", "الـ20", "2024م", "1445هـ", "كوفيد19", "5كلم", "مجموعة ال20", "ب5"],
    signs="0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    languages=(ARABIC,),
)
def glued_numbers(text: str) -> Iterator[Edit]:
    for match in NUMBER.finditer(text):
        start, end = match.span()
        joined = start > 0 and JOINED.match(text[start - 1])
        if joined and _set_apart(text, start, match[0]):
            yield Edit(start, start, " ")
            joined = None
        if not joined and LONG_WORD.match(text, end):
            yield Edit(end, end, " ")


def _set_apart(text: str, start: int, number: str) -> bool:
    """Say whether the word before this place takes a number behind it, or the number is a year."""
    if not (word := WORD.search(text, max(0, start - REACH), start)) or NOT_NAMES.search(word[0]):
        return False
    if TAKES.fullmatch(word[0].rpartition("ة")[2] or word[0]):
        return True
    year = YEAR.fullmatch(number) and not NOT_YEAR.match(text, start + len(number))
    return bool(year) and len(word[0]) > 2 and TATWEEL not in word[0]
