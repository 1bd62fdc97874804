"""A number in a line that is turned round, where nothing in the text says which way its numbers run: `45` may be `54`."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from .. import rule
from .backwards import backwards


@rule(
    reason="the number stands in a line that ran backwards, and may run backwards itself",
    certainty=Certainty.DOUBTFUL,
    mends={".لبقملا عوبسألا ةياهن ىتح 45 تايلاعفلا رمتستسو": "45"},
    leaves=[
        ".لبقملا عوبسألا ةياهن ىتح 44 تايلاعفلا رمتستسو",
        ".لبقملا عوبسألا ةياهن ىتح 45 تايلاعفلا رمتستسو\n.2014 ماع يف ةنيدملا ىلإ داع",
        "وستستمر الفعاليات حتى نهاية الأسبوع 45.",
    ],
)
def turned_number(text: str) -> Iterator[Suspicion]:
    if found := backwards(text):
        for start, end in found.numbers:
            yield Suspicion(start, end)
