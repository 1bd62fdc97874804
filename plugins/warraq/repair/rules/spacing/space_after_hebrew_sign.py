"""
A missing space after a sign of Hebrew: `אתמול.השר`, `אמר,כי`.

Between single letters a sign joins: `א.ב. יהושע`, `ת.ז.`, `סעיף א,ב`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...languages import HEBREW, HEBREW_LETTER, HEBREW_MARK
from ...late import late
from .. import rule

WORD = f"[{HEBREW_LETTER}{HEBREW_MARK}]"
QUOTE = "\"'”“’״׳"
SIGN = late(f"[.,;:?!](?=[{HEBREW_LETTER}])")
BEFORE = late(f"{WORD}[{QUOTE}]?{WORD}+[{QUOTE})\\]%]?\\Z")
AFTER = late(f"{WORD}[{QUOTE}]?{WORD}")
INCLUSIVE = late(f"(?:י?ות|ים|ה|ת|ית|נה)(?!{WORD})")
"""Endings that are set off by a dot, for women and men alike: `תלמידים.ות`."""
REACH = 16


@rule(
    reason="the space after the sign was missing",
    certainty=Certainty.CERTAIN,
    mends={
        "כך אמר השר אתמול.הוא הוסיף": "כך אמר השר אתמול. הוא הוסיף",
        "השר אמר,כי העבודה תימשך": "השר אמר, כי העבודה תימשך",
    },
    leaves=["הסופר א.ב. יהושע", "סעיף א,ב", 'ח"כ ותלמידים.ות', "מה זה...ולמה"],
    signs=".,;:?!",
    languages=[HEBREW],
)
def space_after_hebrew_sign(text: str) -> Iterator[Edit]:
    for match in SIGN.finditer(text):
        at, end = match.span()
        inclusive = match[0] == "." and INCLUSIVE.match(text, end)
        if BEFORE.search(text, max(0, at - REACH), at) and AFTER.match(text, end) and not inclusive:
            yield Edit(end, end, " ")
