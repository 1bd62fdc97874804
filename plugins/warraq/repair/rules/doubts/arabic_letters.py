"""
Arabic ي and ك in Persian and Urdu words: the reader hardly sees a difference, the search does.

Where the whole text is typed with them it is its keyboard's way, and a quotation in Arabic has them rightly: words with other letters that are
Arabic alone, and those beside them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import WORD
from ...engine import Certainty, Suspicion
from ...languages import PERSIAN, URDU
from ...late import late
from .. import rule

FOUND = late(f"(?<![{WORD}])[{WORD}]*[يك][{WORD}]*")
ARABIC = late("[ةإأىؤ\u064b-\u0652]|\\bال|\\b[وبف]ال")
OWN = late("[یک]")
NEAR = 12


@rule(
    reason="the word has Arabic letters that look like its own",
    certainty=Certainty.DOUBTFUL,
    mends={"این كتاب را برای کودکان نوشته است و می\N{ZERO WIDTH NON-JOINER}گوید که": "كتاب"},
    leaves=["این کتاب «حي على الصلاة» است که برای یک نفر است", "این كتاب براي كودكان نوشته شده است كه"],
    signs="يك",
    languages=[PERSIAN, URDU],
)
def arabic_letters(text: str) -> Iterator[Suspicion]:
    found = [m for m in FOUND.finditer(text) if not ARABIC.search(m[0])]
    if 4 * len(found) > len(OWN.findall(text)):
        return
    for match in found:
        around = text[max(0, match.start() - NEAR) : match.start()], text[match.end() : match.end() + NEAR]
        if not any(ARABIC.search(side) for side in around):
            yield Suspicion(*match.span())
