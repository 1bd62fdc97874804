"""
A drawing that stands, as it is, in an attribute of a tag: `<img src='data:image/svg+xml,<svg …></svg>'>`.

SingleFile puts it where a page shows one picture twice, and pages put it where a picture is loaded late. Its own tags would cut the tag
that it stands in, and the rest of that tag would be left as text.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule

BEGIN = "data:image/svg+xml"
OPENING, END = "<svg", "</svg>"
FURTHEST = 60
"""Code points between the beginning of the address and that of the drawing: a charset."""
LONGEST = 100_000


@rule(
    reason="it is a drawing within a tag of the page",
    certainty=Certainty.CERTAIN,
    mends={"<img src='data:image/svg+xml,<svg width=\"3\"><rect/></svg>' alt=ا>نص": "<img src='' alt=ا>نص"},
    leaves=["<svg><rect/></svg>", "data:image/svg+xml;base64,PHN2Zz4=", "data:image/svg+xml,<svg>نص"],
    signs="<",
)
def inlined_drawing(text: str) -> Iterator[Edit]:
    start = text.find(BEGIN)
    while start >= 0:
        opening = text.find(OPENING, start, start + FURTHEST)
        if opening < 0:
            start = text.find(BEGIN, start + len(BEGIN))
            continue
        end = text.find(END, opening, opening + LONGEST)
        if end < 0:
            return
        yield Edit(start, end + len(END), "")
        start = text.find(BEGIN, end)
