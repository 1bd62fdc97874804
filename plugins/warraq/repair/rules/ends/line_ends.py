"""Line ends of other systems: CR LF, CR, U+2028, U+2029, NEL, form feed. Here a line ends in a line feed."""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import BLANK_LINE_ENDS
from ...engine import Certainty, Edit
from ...late import late
from .. import rule

END = f"\r\n|[{BLANK_LINE_ENDS}]"
ENDS = late(f"(?:{END})+")
ONE = late(END)


@rule(
    reason="the line ended as on another system",
    certainty=Certainty.CERTAIN,
    mends={"سطر\r\nثان": "سطر\nثان", "سطر\N{LINE SEPARATOR}ثان": "سطر\nثان"},
    leaves=["سطر\nثان"],
    signs=BLANK_LINE_ENDS,
    layout=True,
)
def line_ends(text: str) -> Iterator[Edit]:
    for match in ENDS.finditer(text):
        yield Edit(*match.span(), ONE.sub("\n", match[0]))
