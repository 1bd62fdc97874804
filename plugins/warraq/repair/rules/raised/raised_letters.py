"""
Letters and terms that a page sets above or below the line, for which Unicode has no signs: `2<sup>k</sup>`, `e<sup>x+1</sup>`.

Without their tags they are glued to what they stand at, and say something else. The endings of ordinals and abbreviations, `1<sup>st</sup>`,
`M<sup>me</sup>`, are written in the line too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import DIGIT, LETTER
from ...engine import Certainty, Suspicion
from ...late import late
from .. import rule
from .places import raised
from .raised_digits import written_with_digits

LONGEST = 20
ENDING = late(r"[a-zäéèºª]{2,6}|[а-яё]{1,3}|[eoarsdtmM]|TM|SM|MC|[®©™°]|[(\[].*[)\]]", re.IGNORECASE)
"""What is read the same in the line; brackets keep a mark apart."""
GLUES = late(rf"[\w{LETTER}{DIGIT}+\u2212-]")


@rule(
    reason="this stood above or below the line, and stands in it now",
    certainty=Certainty.DOUBTFUL,
    mends={
        "قيمته 2<sup>k</sup> فقط": "2<sup>k</sup>",
        "e<sup>x+1</sup>": "e<sup>x+1</sup>",
        "الثابت ك<sub>ص</sub> معروف": "ك<sub>ص</sub>",
        "الكلمة<sup>ص</sup> هنا": "ة<sup>ص</sup>",
    },
    leaves=[
        "the 1<sup>st</sup> day",
        "la 67<sup>e</sup> place",
        "M<sup>me</sup> Roche",
        "1<sup>й</sup>",
        "Marke<sup>®</sup>",
        "10<sup>6</sup>",
    ],
    signs="<[",
)
def raised_letters(text: str) -> Iterator[Suspicion]:
    for it in raised(text):
        if len(it.words) > LONGEST or not GLUES.match(it.before) or not GLUES.match(it.words):
            continue
        if not ENDING.fullmatch(it.words) and written_with_digits(it, text) is None:
            yield Suspicion(it.start - 1 if text[it.start - 1] == it.before else it.start, it.end)
