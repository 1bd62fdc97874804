"""
Words that their author struck out: `<s>`, `<del>`, `<strike>`, a style or a forum's code that draws a line through.

A page that corrects itself shows both, «حضر 12 15 شخصا» with a line through the 12. Without their tags both are read as current, so the
tags go by changes of this rule, which tell what is written as struck out (`structure/struck.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...html_tags.struck import struck_places
from .. import rule


@rule(
    reason="its author struck this out",
    certainty=Certainty.CERTAIN,
    mends={
        "حضر <s>12</s> 15 شخصا": "حضر 12 15 شخصا",
        "كان <del datetime='2014-05-01'>غدا</del> اليوم": "كان غدا اليوم",
        'قال <span style="text-decoration: line-through">لا</span> نعم': "قال لا نعم",
        "قال [s]لا[/s] نعم": "قال لا نعم",
    },
    leaves=["<s> وحدها", "العلامة [s] والحاشية [د]", "<strong>نعم</strong>"],
    signs="<[",
)
def struck_words(text: str) -> Iterator[Edit]:
    for place in struck_places(text):
        if place.end[1]:
            yield Edit(*place.begin, "")
            yield Edit(*place.end, "")
