"""
A number glued to a word: `عام2014`, `20مليون`.

Names have numbers in them (`عربي21`, `كوفيد19`), clitics and units stand close (`الـ20`, `2024م`, `5كلم`): only a word that
often has a number after it, a year after any long word, and a long word after a number are set apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import DIGIT, LETTER, TATWEEL
from ...engine import Certainty, Edit
from .. import rule

TAKES_NUMBER = (
    "عام|سنة|منذ|حتى|إلى|نحو|حوالي|قرابة|يوم|بنسبة|نسبة|بمبلغ|مبلغ|رقم|الساعة|بلغ|بلغت|بعد|قبل|خلال|عدد|بعدد|مدة"
    "|لمدة|أكثر من|الفصل|المادة|مارس|أبريل"
    "|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|يناير|فبراير|مقابل|بقيمة|قيمة|موسم|لعام|بعام|العام|عمره|على|من|بين|في|وفي|ومن"
)
WORD_FIRST = re.compile(
    f"(?<![{LETTER}{TATWEEL}])[وفبل]?(?:{TAKES_NUMBER})(?=[{DIGIT}])|[{LETTER}]{{3,}}(?=(?:1[3-9]|20)[0-9]{{2}}(?![0-9.,:/%]|[A-Za-z]))"
)
NUMBER_FIRST = re.compile(f"[{DIGIT}]++(?=[{LETTER}]{{4,}}|(?:عام|يوم|ألف|سنة|شهر|دول|نقط)[{LETTER}]*)")
GLUED_BEFORE = re.compile(f"[A-Za-z{LETTER}{TATWEEL}]")
NOT_NAMES = re.compile("(?:عربي|كوفيد|فرانس|روسيا|مجموعة|أبولو|ميغ|سوخوي|إف|قناة|نيوز|ال)\\Z")


@rule(
    reason="a number was glued to a word",
    certainty=Certainty.CERTAIN,
    mends={"عام2014": "عام 2014", "نحو20مليون": "نحو 20 مليون", "منذ1961": "منذ 1961"},
    leaves=["عربي21", "الـ20", "2024م", "1445هـ", "كوفيد19", "5كلم", "مجموعة ال20", "ب5"],
    signs="0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
)
def glued_numbers(text: str) -> Iterator[Edit]:
    set_apart = set()
    for match in WORD_FIRST.finditer(text):
        if not NOT_NAMES.search(match[0]):
            set_apart.add(match.end())
            yield Edit(match.end(), match.end(), " ")
    for match in NUMBER_FIRST.finditer(text):
        start = match.start()
        if start == 0 or start in set_apart or not GLUED_BEFORE.match(text[start - 1]):
            yield Edit(match.end(), match.end(), " ")
