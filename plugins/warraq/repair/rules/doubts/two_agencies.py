"""Two agencies run together without a word between: `عن وكالة تسنيم للأنباء وكالة أنباء “تاس”`."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from ...languages import ARABIC
from ...late import late
from .. import rule

TWO = late(
    '(?:وكالة|صحيفة|قناة)(?: [^\\s،.؛:«“"و(][^\\s،.؛:«“"(]*){1,4} (?:وكالة|صحيفة|قناة) \\S+(?: [“«"][^”»"\n]{1,30}[”»"])?'
)


@rule(
    reason="two agencies are named without a word between them",
    certainty=Certainty.DOUBTFUL,
    mends={"نقلا عن وكالة تسنيم للأنباء وكالة أنباء “تاس”، اليوم": "وكالة تسنيم للأنباء وكالة أنباء “تاس”"},
    leaves=["عن وكالة الأنباء الفرنسية ووكالة رويترز", "وكالة الأنباء، وكالة رويترز"],
    languages=(ARABIC,),
)
def two_agencies(text: str) -> Iterator[Suspicion]:
    if "وكالة" in text or "صحيفة" in text or "قناة" in text:
        for match in TWO.finditer(text):
            yield Suspicion(*match.span())
