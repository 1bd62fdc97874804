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
from ...late import late
from .. import rule
from .stops_elsewhere import spaces_after

SIGN = late(f"[{STOP}؟!.](?=[{LETTER}])")
BEFORE = late(f'([{WORD}]*+)["»”“’‘)\\]%]?\\Z')


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
    yield from spaces_after(text, SIGN, BEFORE, f"\n(.…{STOP}", _joins)


def _joins(sign: str, before: re.Match[str], after: str) -> bool:
    """Say whether a stop or a dot between these words is none."""
    joined = before[1] in LETTER_NAMES and after in LETTER_NAMES
    short = before[0] == before[1] and len(before[1]) < (3 if sign == "." else 2)
    return sign in (STOP, ".") and (joined or short or len(after) < 2 or after in ("کام", "نیٹ"))
