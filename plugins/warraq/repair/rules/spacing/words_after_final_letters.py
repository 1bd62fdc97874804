"""
Two words glued after a letter that stands at the end of words only: `שלוםלכולם` in Hebrew, `میںنے` in Urdu.

In Urdu the prefix `بے` is often written so (`بےشمار`); and where a program took `ے` for every `ی` (`مےں`), nothing ends there.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import LETTER
from ...engine import Certainty, Edit
from ...languages import HEBREW, HEBREW_LETTER, URDU
from ...languages.hebrew import FINAL
from ...late import late
from .. import rule

GLUED = late(
    f"[{FINAL}ےں](?:"
    f"(?<=[{HEBREW_LETTER}][{FINAL}])(?=[{HEBREW_LETTER}]{{2}})(?!י?ות(?![{HEBREW_LETTER}]))"
    f"|(?<=[{LETTER}]{{2}}[ےں])(?=[{LETTER}]{{2}})(?<!رائے)(?<!بلے)(?<!برائے)(?<!پائے)(?<!روئے)(?!(?:گا|گی|گے|کہ)(?![{LETTER}])))"
)
"""`جائےگا` and `کیوںکہ` are as right as with a space, and `رائےدہی` is one word."""
SWAPPED = late("(?<![^\\s])(?:مےں|ہےں|ہےن|اےک|نہےں|کےا)(?!\\S)")


@rule(
    reason="two words were glued together",
    certainty=Certainty.CERTAIN,
    mends={
        "הוא אמר שלוםלכולם ויצא": "הוא אמר שלום לכולם ויצא",
        "انہوںنے کہا ہے کہ": "انہوں نے کہا ہے کہ",
    },
    leaves=["יש כאן שלום רב", "یہ بےشمار لوگوں کے لیے ہے کیوںکہ وہ آئےگا", "ہمارے مےں سےکڑوں اسلےحہ", "תלמידיםות"],
    signs=FINAL + "ےں",
    languages=[HEBREW, URDU],
)
def words_after_final_letters(text: str) -> Iterator[Edit]:
    if "ے" in text and SWAPPED.search(text):
        return
    for match in GLUED.finditer(text):
        yield Edit(match.end(), match.end(), " ")
