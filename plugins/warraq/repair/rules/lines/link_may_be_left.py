"""The last line of a list of links, over a paragraph: a link like those before it, or a heading."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from .. import rule
from .outer_lines import BODY
from .read_also import SENTENCE, sent


@rule(
    reason="the line may be a link to another article",
    certainty=Certainty.DOUBTFUL,
    mends={f"{SENTENCE}\nاقرأ أيضا\nوزير جديد للزراعة\n{SENTENCE}": "وزير جديد للزراعة"},
    leaves=[
        f"{SENTENCE}\nوزير جديد للزراعة\n{SENTENCE}",
        f"{SENTENCE}\nاقرأ أيضا: وزير جديد\nموسم الزيتون يبدأ\n{SENTENCE}",
    ],
)
def link_may_be_left(text: str) -> Iterator[Suspicion]:
    if BODY.search(text):
        for place in sent(text).doubtful:
            yield Suspicion(*place)
