"""
A Latin stop where Urdu writes `۔`.

Only where the text has stops of its own, more of them, and behind a word that is no name of a letter: `ایم.اے`. Decimals have digits.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import LETTER, MARK
from ...engine import Certainty, Edit
from ...languages import URDU
from ...languages.urdu import LETTER_NAMES, STOP
from ...late import late
from .. import rule

LATIN = late(f'(?<=[{LETTER}{MARK}])\\.(?=[\\s"”“»)]|\\Z)(?! *\\.)')
WORD = late(f"[{LETTER}{MARK}]+\\Z")
REACH = 24


@rule(
    reason="a Latin sign stood for the Arabic one",
    certainty=Certainty.CERTAIN,
    mends={"یہ سچ ہے۔ وہ گھر گیا. اور میں بھی گیا۔": "یہ سچ ہے۔ وہ گھر گیا۔ اور میں بھی گیا۔"},
    leaves=["یہ ایم. اے کا طالب علم ہے۔ وہ ذہین ہے۔", "یہ سچ ہے. وہ گھر گیا."],
    signs=".",
    languages=[URDU],
)
def latin_stop(text: str) -> Iterator[Edit]:
    places = [m.start() for m in LATIN.finditer(text)]
    if text.count(STOP) <= len(places):
        return
    for at in places:
        word = WORD.search(text, max(0, at - REACH), at)
        if word and len(word[0]) > 1 and word[0] not in LETTER_NAMES:
            yield Edit(at, at + 1, STOP)
