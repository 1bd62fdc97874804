"""
Shapes stored in the order of the eye, the last letter of a word first.

Programs that knew nothing of writing from right to left kept lines as they were drawn, and some PDF files give them so.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule
from .order import turned
from .presentation_forms import SIGNS, letters


@rule(
    reason="the letters were stored as shapes, from left to right",
    certainty=Certainty.CERTAIN,
    mends={
        "\ufee1\ufefc\ufeb4\ufedf\ufe8d عليكم": "السلام عليكم",
        ".(2014) \ufee1\ufe8e\ufecb \ufea2\ufee0\ufebc\ufedf\ufe8d": "الصلح عام (2014).",
    },
    leaves=["\ufe8d\ufedf\ufeb4\ufefc\ufee1", "\ufea9\ufe8d\ufead"],
    signs=SIGNS,
)
def shapes_from_left_to_right(text: str) -> Iterator[Edit]:
    for start, end, shapes in turned(text):
        yield Edit(start, end, letters(shapes))
