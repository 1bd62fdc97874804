"""A missing space after `،`, `؛` or `:`."""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import DIGIT, LETTER, WORD
from ...engine import Certainty, Edit
from ...languages import ARABIC, PERSIAN, URDU
from ...late import late
from .. import rule

SIGN = late(f"[،؛:](?:(?=[{LETTER}])|(?<!:)(?=[{DIGIT}]))")
BEFORE = late(f'[{WORD}]{{3,}}["»”)]?\\Z|["»”)]\\Z')
AFTER = late(f"[{WORD}]{{2}}")
NUMBER = late(f"[{DIGIT}]\\Z")
REACH = 24


@rule(
    reason="the space after the sign was missing",
    certainty=Certainty.CERTAIN,
    mends={"الأعمال،ودعم": "الأعمال، ودعم", "وقال:إنه": "وقال: إنه", "ذلك؛لأن": "ذلك؛ لأن"},
    leaves=["1،250،000", "الآية 3:12", "أ،ب،ج", "الأعمال، ودعم", "5:30"],
    signs="،؛:",
    languages=(ARABIC, PERSIAN, URDU),
)
def space_after_comma(text: str) -> Iterator[Edit]:
    for match in SIGN.finditer(text):
        at = match.start()
        window = text[max(0, at - REACH) : at].rstrip(" ")
        letter = AFTER.match(text, match.end())
        if match[0] == ":":
            wanted = bool(letter and BEFORE.search(window))
        elif letter or text[match.end()] == "و":
            wanted = window[-1:] not in ("", "\n") and not (len(window) > 1 and window[-2] in " \n،" and not letter)
        else:
            wanted = text[match.end()].isdigit() and bool(BEFORE.search(window))
        if wanted:
            yield Edit(match.end(), match.end(), " ")
