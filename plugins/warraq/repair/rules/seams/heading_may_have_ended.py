"""Two words glued after a ta marbuta, of which the second does not carry on the first: a heading or a caption may have ended there."""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import LETTER
from ...engine import Certainty, Suspicion
from ...languages import ARABIC
from ...late import late
from .. import rule
from ..spacing.glued_words import glued

FIRST = late(f"[{LETTER}]*\\Z")
SECOND = late(f"[{LETTER}]{{1,30}}")


@rule(
    reason="two words were glued together: a heading or a caption may have ended here",
    certainty=Certainty.DOUBTFUL,
    mends={"جانب من المباراةتجاوز منتخبنا": "المباراةتجاوز"},
    leaves=["وزارةالتعليم"],
    signs="ة",
    languages=(ARABIC,),
)
def heading_may_have_ended(text: str) -> Iterator[Suspicion]:
    for at in glued(text):
        first, second = FIRST.search(text, max(0, at - 20), at), SECOND.match(text, at)
        if first and second and not second[0].startswith("ال"):
            yield Suspicion(first.start(), second.end())
