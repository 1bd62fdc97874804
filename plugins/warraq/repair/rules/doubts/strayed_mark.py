"""A vowel sign after a space that may belong to the word before it or to the one behind it."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from ...late import late
from .. import rule

STRAYED = late("[ \n]([\u064b-\u0652]+\\w*)")


@rule(
    reason="a vowel sign stands on nothing",
    certainty=Certainty.DOUBTFUL,
    mends={"يقول البعض ِمن بينهم": "ِمن"},
    leaves=["مشيراً إلى"],
    signs="\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652",
)
def strayed_mark(text: str) -> Iterator[Suspicion]:
    for match in STRAYED.finditer(text):
        yield Suspicion(*match.span(1))
