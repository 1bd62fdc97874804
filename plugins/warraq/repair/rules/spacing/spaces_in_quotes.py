"""Spaces inside quotation marks: `« نعم »`. The inner side of a straight quote is unknown: its spaces stay."""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import in_arabic
from ...engine import Certainty, Edit
from ...late import late
from .. import rule

INSIDE = late("(?<=[«“]) +(?=[^ \n»”«“])|(?<=[^ \n«“»”]) +(?=[»”])")
MARKS = "«»“”„"
PAIRS = ("« ", "“ ", " »", " ”")


@rule(
    reason="a space stood inside the quotation marks",
    certainty=Certainty.CERTAIN,
    mends={"« نعم »": "«نعم»", "“ نعم”": "“نعم”"},
    leaves=["«نعم» و «لا»", '" نعم "', "« non »"],
    signs="«»“”",
)
def spaces_in_quotes(text: str) -> Iterator[Edit]:
    if not any(pair in text for pair in PAIRS):
        return
    counted = line_start = 0
    seen = dict.fromkeys(MARKS, 0)
    for match in INSIDE.finditer(text):
        # reversed quotes (»نعم«) are read the other way round: which space is the inner one, the line has to show
        start = text.rfind("\n", counted, match.start()) + 1
        if start > line_start:
            counted = line_start = start
            seen = dict.fromkeys(MARKS, 0)
        for mark in MARKS:
            seen[mark] += text.count(mark, counted, match.start())
        counted = match.start()
        closing = text[match.end()] in "»”"
        pair = "«»" if (text[match.end()] == "»" if closing else text[match.start() - 1] == "«") else "“”"
        if seen["„"]:
            continue  # there “ is the closing one
        if seen[pair[0]] - seen[pair[1]] == 1 and in_arabic(text, counted):
            yield Edit(*match.span(), "")
