"""
A missing space after a stop of Urdu: `ہے۔انہوں`.

`۔` is no sign of anything else, but between names of letters (`پی۔ٹی۔آئی`), single letters (`ن۔م۔راشد`) and digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import LETTER, WORD
from ...engine import Certainty, Edit
from ...languages import URDU
from ...languages.urdu import LETTER_NAMES, STOP
from .. import rule

SIGN = re.compile(f"[{STOP}؟!.](?=[{LETTER}])")
BEFORE = re.compile(f'([{WORD}]*+)["»”“’‘)\\]%]?\\Z')
AFTER = re.compile(f"[{WORD}]{{1,30}}")
REACH = 24


@rule(
    reason="the space after the stop was missing",
    certainty=Certainty.CERTAIN,
    mends={
        "یہ فیصلہ آج کیا گیا ہے۔انہوں نے کہا": "یہ فیصلہ آج کیا گیا ہے۔ انہوں نے کہا",
        "کیا یہ ممکن ہے؟وزیر نے کہا": "کیا یہ ممکن ہے؟ وزیر نے کہا",
    },
    leaves=["پی۔ٹی۔آئی کے کارکن", "ن۔م۔راشد کی نظم", "یہ کیا ہے۔۔۔اور کیوں ہے", "ڈان.کام کی خبر ہے"],
    signs=STOP + "؟!.",
    languages=[URDU],
)
def space_after_urdu_stop(text: str) -> Iterator[Edit]:
    for match in SIGN.finditer(text):
        at = match.start()
        window = text[max(0, at - REACH) : at]
        before, after = BEFORE.search(window), AFTER.match(text, match.end())
        if before is None or after is None or window.rstrip(" ")[-1:] in ("", "\n", "(", ".", "…", STOP):
            continue
        joined = before[1] in LETTER_NAMES and after[0] in LETTER_NAMES
        short = before[0] == before[1] and len(before[1]) < (3 if match[0] == "." else 2)
        if match[0] in (STOP, ".") and (joined or short or len(after[0]) < 2 or after[0] in ("کام", "نیٹ")):
            continue
        yield Edit(match.end(), match.end(), " ")
