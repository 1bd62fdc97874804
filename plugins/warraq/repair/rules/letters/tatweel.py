"""
Words stretched with tatweel to fill a printed line.

Only between two letters of which the first reaches out to the second. After a letter that does not, or beside a space,
people use it as a dash, and `هـ` is the sign of a Hijri year: both are meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import JOINING, LETTER, MARK, TATWEEL
from ...engine import Certainty, Edit
from ...languages import ARABIC, PERSIAN, URDU
from ...late import late
from .. import rule

STRETCHED = late(f"(?<!{TATWEEL}){TATWEEL}++(?=[{LETTER}])")
BEFORE = late(f"[{JOINING}{MARK}](?<![0-9\u0660-\u0669]ه)\\Z")


@rule(
    reason="the word was stretched to fill a printed line",
    certainty=Certainty.CERTAIN,
    mends={"الـســـلام": "السلام"},
    leaves=["عام 1445هـ", "لـ«الرياض»", "الرياض ــ واس", "جدةــالرياض", "الـ20"],
    signs=TATWEEL,
    languages=(ARABIC, PERSIAN, URDU),
)
def tatweel(text: str) -> Iterator[Edit]:
    for match in STRETCHED.finditer(text):
        if BEFORE.search(text, max(0, match.start() - 2), match.start()):
            yield Edit(*match.span(), "")
