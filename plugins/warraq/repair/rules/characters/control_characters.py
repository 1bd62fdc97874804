"""Control characters: orders to a teleprinter or to a program that is long gone. Line ends and tabs are not among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule

SIGNS = (
    "".join(chr(c) for c in [*range(0x20), *range(0x7F, 0xA0)] if chr(c) not in "\t\n\r\x0b\x0c\x85") + "\ufffe\uffff"
)
CONTROLS = late(f"[{re.escape(SIGNS)}]+")


@rule(
    reason="control characters stood in the text",
    certainty=Certainty.CERTAIN,
    mends={"نص\x1a\x1a هنا": "نص هنا", "نـ\x00ص": "نـص", "نص\ufffe": "نص"},
    leaves=["سطر\tثان"],
    signs=SIGNS,
)
def control_characters(text: str) -> Iterator[Edit]:
    for match in CONTROLS.finditer(text):
        yield Edit(*match.span(), "")
