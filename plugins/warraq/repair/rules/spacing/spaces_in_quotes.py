"""Spaces inside quotation marks: `« نعم »`. Of straight quotes nobody knows which side is the inner one: they stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule

INSIDE = re.compile("(?<=[«“]) +(?=[^ \n»”«“])|(?<=[^ \n«“»”]) +(?=[»”])")
PAIRS = ("« ", "“ ", " »", " ”")


@rule(
    reason="a space stood inside the quotation marks",
    certainty=Certainty.CERTAIN,
    mends={"« نعم »": "«نعم»", "“ نعم”": "“نعم”"},
    leaves=["«نعم» و «لا»", '" نعم "'],
    signs="«»“”",
)
def spaces_in_quotes(text: str) -> Iterator[Edit]:
    if not any(pair in text for pair in PAIRS):
        return
    for match in INSIDE.finditer(text):
        # reversed quotes (»نعم«) are read the other way round: which space is the inner one, the line has to show
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        closing = text[match.end()] in "»”"
        pair = "«»" if (text[match.end()] in "»" if closing else text[match.start() - 1] == "«") else "“”"
        if "„" in line:
            continue  # there “ is the closing one
        is_open = line.count(pair[0]) - line.count(pair[1])
        if is_open == 1:
            yield Edit(*match.span(), "")
