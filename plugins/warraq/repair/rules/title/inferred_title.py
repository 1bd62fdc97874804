"""A text that states no title gets its first words as one; they stay in the body too."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...structure.title import stated_title
from .. import rule
from .staying import staying_title


@rule(
    reason="the text states no title: its first words are taken",
    certainty=Certainty.CERTAIN,
    mends={"قال الوزير نعم. ثم خرج.": "قال الوزير نعم\nقال الوزير نعم. ثم خرج."},
    leaves=["عنوان الخبر\nقال الوزير نعم."],
    layout=True,
)
def inferred_title(text: str) -> Iterator[Edit]:
    if text and stated_title(text) is None:
        yield Edit(0, 0, staying_title(text) + "\n")
