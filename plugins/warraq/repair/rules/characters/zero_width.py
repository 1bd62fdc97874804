"""
Characters of no width: zero width space, soft hyphen, word joiner, a byte order mark in the midst of a text.

A zero width joiner between two letters joins what is joined anyway; elsewhere it gives a letter its shape, and holds emoji
together. The zero width non-joiner stays, whatever the language: Persian and Urdu are written with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import LETTER
from ...engine import Certainty, Edit
from ...late import late
from .. import rule

SIGNS = (
    "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}\N{WORD JOINER}\N{MONGOLIAN VOWEL SEPARATOR}"
    "\N{OBJECT REPLACEMENT CHARACTER}\ufff9\ufffa\ufffb\u2061\u2062\u2063\u2064"
)
JOINER = "\N{ZERO WIDTH JOINER}"
NONE = late(f"[{SIGNS}]+|(?<=[{LETTER}]){JOINER}+(?=[{LETTER}])")


@rule(
    reason="characters that can't be seen split the words, so that they can't be found",
    certainty=Certainty.CERTAIN,
    mends={"السل\N{ZERO WIDTH SPACE}ام": "السلام", "كت\N{SOFT HYPHEN}اب": "كتاب"},
    leaves=["می\N{ZERO WIDTH NON-JOINER}رود", "هـ\N{ZERO WIDTH JOINER}"],
    signs=SIGNS + JOINER,
)
def zero_width(text: str) -> Iterator[Edit]:
    for match in NONE.finditer(text):
        yield Edit(*match.span(), "")
