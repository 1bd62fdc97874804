"""
A word said twice in Persian, Urdu or Hebrew.

All three say short words twice for «one by one», «slowly», «each his own» (`بار بار`, `کم کم`, `לאט לאט`), and spell letters (`بی بی سی`).
Long words are doubted that nobody says twice, and little words that are doubled by mistake alone (`از از`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import LETTER, MARK
from ...engine import Certainty, Suspicion
from ...languages import HEBREW, HEBREW_LETTER, HEBREW_MARK, PERSIAN, URDU, hebrew, persian, urdu
from ...late import late
from .. import rule

TWICE = persian.TWICE | urdu.TWICE | hebrew.TWICE
NEVER_TWICE = persian.NEVER_TWICE | urdu.NEVER_TWICE | hebrew.NEVER_TWICE
LETTER_NAMES = persian.LETTER_NAMES | urdu.LETTER_NAMES
SIGN = f"{LETTER}{MARK}{HEBREW_LETTER}{HEBREW_MARK}\N{ZERO WIDTH NON-JOINER}"
TWO = late(f"(?<![{SIGN}])([{SIGN}]{{2,}}) \\1(?![{SIGN}\"'”״׳])")
BEFORE = late(f"[{SIGN}]+ \\Z")
AFTER = late(f" ([{SIGN}]+)")
GOING_ON = late("[^ے]+(?:تے|تی|تا|ئے)")
"""Urdu's «while going»: `چلتے چلتے`."""
LONG = 5
SIDES = late("(?:ایرانی|عربی|فلسطینی|داخلی|افغان|پاکستانی|ישראלי|פלסטיני)(?:ות|ת)?")
"""Two of them may be the two sides of something."""


@rule(
    reason="a word stands twice in a row",
    certainty=Certainty.DOUBTFUL,
    mends={
        "این تصمیم را دولت دولت و مجلس از هم شنیدند و برای برای مردم": "برای برای",
        "یہ فیصلہ حکومت حکومت کے لیے ہے": "حکومت حکومت",
        "הוא אמר כי הממשלה הממשלה תחליט": "הממשלה הממשלה",
    },
    leaves=[
        "کم کم به این نتیجه رسیدند که از بی بی سی است",
        "وہ بار بار اور آہستہ آہستہ چلتے چلتے ساتھ ساتھ آئے ہیں",
        "یہ بی بی سی اور سی سی پی او کی اور ڈی ایم کے کے اراکین کی خبر ہے",
        "הוא הלך לאט לאט וסוף סוף הגיע אל הבית",
    ],
    languages=[PERSIAN, URDU, HEBREW],
)
def doubled_word_elsewhere(text: str) -> Iterator[Suspicion]:
    for match in TWO.finditer(text):
        word = match[1]
        if word in NEVER_TWICE:
            wrong = not _spelled(text, match)
        else:
            wrong = len(word) >= LONG and word not in TWICE and word not in LETTER_NAMES
            wrong = wrong and not GOING_ON.fullmatch(word) and not SIDES.fullmatch(word)
        if wrong:
            yield Suspicion(*match.span())


def _spelled(text: str, match: re.Match[str]) -> bool:
    """Say whether names of letters stand beside this place: then the word is one of them."""
    if match[1] not in LETTER_NAMES:
        return False
    before = BEFORE.search(text, max(0, match.start() - 12), match.start())
    after = AFTER.match(text, match.end())
    names = before[0].strip() if before else "", after[1] if after else ""
    return any(name in LETTER_NAMES for name in names)
