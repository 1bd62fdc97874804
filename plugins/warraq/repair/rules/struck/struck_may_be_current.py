"""Words that their author struck out, in a title, which has no marks, or where nothing says how far the line goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import LONGEST_DOUBT, Certainty, Suspicion
from ...html_tags.struck import struck_places
from ...late import late
from .. import rule

HEADING = late(r"<(?P<closing>/?)(?:h1|title)\b", re.IGNORECASE)
REACH = 600


@rule(
    reason="its author struck this out, and here that can't be shown",
    certainty=Certainty.DOUBTFUL,
    mends={
        "<h1>حضر <s>12</s> 15 شخصا</h1>": "<s>12</s>",
        "<p>قال <del>لا نعم": "<del>لا نعم",
    },
    leaves=["<h1>حضر 15</h1><p>حضر <s>12</s> 15 شخصا</p>", "العلامة [s] والحاشية [د]"],
    signs="<[",
)
def struck_may_be_current(text: str) -> Iterator[Suspicion]:
    for (start, end), (_, closed) in struck_places(text):
        if closed:
            above = [m["closing"] for m in HEADING.finditer(text, max(0, start - REACH), start)]
            if above and not above[-1]:
                yield Suspicion(start, closed)
        elif text[start] == "<":
            line = text.find("\n", end, start + LONGEST_DOUBT)
            yield Suspicion(start, line if line >= 0 else min(len(text), start + LONGEST_DOUBT))
