"""
A mark of direction where Persian writes a zero width non-joiner: `دانشگاه[U+200E]ها`.

Some keyboards and programs had the one for the other. It is proved where an ending or a prefix stands that is never written apart
without it (`ها`, `می`); then the text's other marks between letters are of the same hand. A word that is whole with them, `تنها`, proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import LETTER
from ...engine import Certainty, Edit
from ...languages import PERSIAN
from ...late import late
from .. import rule

MARK = "\N{LEFT-TO-RIGHT MARK}"
JOINER = "\N{ZERO WIDTH NON-JOINER}"
PLACE = late(f"(?<=[{LETTER}]){MARK}+(?=[{LETTER}])")
BEFORE = late(f"(?<![{LETTER}])[{LETTER}]{{1,24}}\\Z")
PLURAL = late(f"ها(?:ی|یی|یش|یشان|یمان|یتان|یم|یت|ست|ییست)?(?![{LETTER}{MARK}])")
VERB = late(
    "(?:شو|کن|گوی|رو|باش|توان|خواه|ده|گیر|آی|رس|دار|یاب|ساز|بر|بین|نمای|دان|مان|پرداز|افزای|نویس|خوان|زن|خور|خر|فروش|گذر|گذار|گرد|کوش|کش|پذیر"
    "|شناس|بخش|آور|یافت|کرد|شد|داشت|گفت|رفت|خواست|داد|گرفت|آمد|رسید|ساخت|برد|دید|دانست|توانست|زد|ماند|پرداخت)"
    f"(?:د|ند|م|یم|ید|ی|ه)?(?<!دان)(?<!زن)(?<!خوان)(?<!بین)(?![{LETTER}])"
)
WHOLE = ("تن", "من", "انت", "اشت", "ب", "ر", "م", "پن", "وال", "ال")
"""Beginnings of words that end in `ها` and are one word: `تنها`, `منتها`."""


@rule(
    reason="a mark of direction stood for the zero width non-joiner",
    certainty=Certainty.CERTAIN,
    mends={
        f"این دانشگاه{MARK}ها را ببینید": f"این دانشگاه{JOINER}ها را ببینید",
        f"این کار را می{MARK}کند و تصمیم{MARK}گیری با او است": f"این کار را می{JOINER}کند و تصمیم{JOINER}گیری با او است",
    },
    leaves=[f"او تن{MARK}ها است", f"از می{MARK}دان آمد", "این دانشگاه را ببینید"],
    signs=MARK,
    languages=[PERSIAN],
)
def direction_mark_for_joiner(text: str) -> Iterator[Edit]:
    places = list(PLACE.finditer(text))
    if any(_proves(text, match) for match in places):
        for match in places:
            yield Edit(*match.span(), JOINER)


def _proves(text: str, match: re.Match[str]) -> bool:
    before = BEFORE.search(text, max(0, match.start() - 25), match.start())
    if before is None:
        return False
    if before[0] in ("می", "نمی"):
        return bool(VERB.match(text, match.end()))
    return before[0] not in WHOLE and bool(PLURAL.match(text, match.end()))
