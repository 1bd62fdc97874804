"""
Two words glued after a ta marbuta: `وزارةالتعليم`. No word goes on after `ة`, so a word has ended there.

A heading or caption may have ended there as well (`جانب من المباراةتجاوز منتخبنا`): that is a doubt of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import LETTER, MARK
from ...engine import Certainty, Edit
from .. import rule

GLUED = re.compile(f"ة[{MARK}]*(?=[{LETTER}][{LETTER}{MARK}]{{2}})")
BEFORE = re.compile(f"[{LETTER}{MARK}]{{2}}\\Z")


def glued(text: str) -> Iterator[int]:
    """Give the places where a word begins right after a ta marbuta."""
    for match in GLUED.finditer(text):
        if BEFORE.search(text, max(0, match.start() - 2), match.start()):
            yield match.end()


@rule(
    reason="two words were glued together",
    certainty=Certainty.CERTAIN,
    mends={"وزارةالتعليم": "وزارة التعليم"},
    leaves=["المملةكة", "مدرسةً جديدة"],
    signs="ة",
)
def glued_words(text: str) -> Iterator[Edit]:
    for at in glued(text):
        yield Edit(at, at, " ")
