"""
A decimal number turned round by a mark of direction: `66.1` with a right-to-left mark in it is shown as `1.66`.

Which of the two its writer meant depends on what he saw on his screen.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from ...late import late
from .. import rule

TURNED = late("(?<!\\d)\\d+[.,٫:/]?[\u200e\u200f\u061c]+[.,٫:/]?\\d+")


@rule(
    reason="a mark of direction turns the number round",
    certainty=Certainty.DOUBTFUL,
    mends={"قيمته 66.\N{RIGHT-TO-LEFT MARK}1 مليون": "66.\N{RIGHT-TO-LEFT MARK}1"},
    leaves=["قيمته 66.1 مليون"],
    signs="\u200e\u200f\u061c",
)
def turned_decimal(text: str) -> Iterator[Suspicion]:
    for match in TURNED.finditer(text):
        yield Suspicion(*match.span())
