"""
A vowel sign after a space: typed a moment too late, it stands on nothing.

Nunation ends a word, so it belongs to the word before; so does any sign that a space or an alef follows. Before another
letter its owner is unknown, so it stays (and is doubted).
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import LETTER, MARK
from ...engine import Certainty, Edit
from ...languages import ARABIC, PERSIAN, URDU
from ...late import late
from .. import rule

NUNATION = "\u064b-\u064d"
VOWEL = "\u064e-\u0652"
LOOSE = late(" [\u064b-\u0652]")
STRAYED = late(f"(?<=[{LETTER}{MARK}])( +)([{NUNATION}]|[{VOWEL}]{{1,2}}(?=[ \\n\u0627.،؛؟!]|\\Z))( *)")


@rule(
    reason="a vowel sign stood after a space",
    certainty=Certainty.CERTAIN,
    mends={"مشيرا ًإلى": "مشيراً إلى", "رحمك َ سأبدأ": "رحمكَ سأبدأ", "لوزارة ِالداخلية": "لوزارةِ الداخلية"},
    leaves=["البعض ِمن", "مشيراً إلى"],
    signs="\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652",
    languages=(ARABIC, PERSIAN, URDU),
)
def strayed_marks(text: str) -> Iterator[Edit]:
    if not LOOSE.search(text):
        return
    for match in STRAYED.finditer(text):
        yield Edit(*match.span(), match[2] + (" " if match.end() < len(text) and text[match.end()] != "\n" else ""))
