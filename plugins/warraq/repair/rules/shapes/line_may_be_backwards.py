"""A line that may run from left to right: too few of its words prove it, or its stop stands where a line from right to left ends."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from .. import rule
from .backwards import backwards


@rule(
    reason="the line may have been stored from left to right",
    certainty=Certainty.DOUBTFUL,
    mends={
        "حتتفا سيئر ةيدلبلا ضرعم نوتيزلا يف ةعاق .ءانيملا": "حتتفا سيئر ةيدلبلا ضرعم نوتيزلا يف ةعاق .ءانيملا",
        "ضرعم ةنيدم": "ضرعم ةنيدم",
        "حتتفا سيئر ةيدلبلا ضرعم نوتيزلا يف ةعاق ءانيملا.": "حتتفا سيئر ةيدلبلا ضرعم نوتيزلا يف ةعاق ءانيملا.",
    },
    leaves=["معرض المدينة", "مثلا فعلا أصلا", "הגדול", "في 2014", "كلمة «ةياهن» هي «نهاية» مقروءة من آخرها."],
)
def line_may_be_backwards(text: str) -> Iterator[Suspicion]:
    if found := backwards(text):
        for start, end in found.doubtful:
            yield Suspicion(start, end)
