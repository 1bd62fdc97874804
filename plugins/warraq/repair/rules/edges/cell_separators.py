"""Pipes at the ends of a line: what is left of a table's cells. Between two words a pipe may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule

PIPES = "|¦│┃║‖"
AT_END = late(f"(?<![{PIPES} ])[{PIPES} ]++(?=\n|\\Z)")
AT_START = late(f"^[{PIPES} ]++", re.MULTILINE)


@rule(
    reason="a separator of table cells was left at the end of the line",
    certainty=Certainty.CERTAIN,
    mends={"نص. |\nآخر": "نص.\nآخر", "| نص | |": "نص"},
    leaves=["برنت 80.5$ | الخام 76.1$"],
    signs=PIPES,
)
def cell_separators(text: str) -> Iterator[Edit]:
    for pattern in (AT_START, AT_END):
        for match in pattern.finditer(text):
            if match[0].strip(" ") and (pattern is AT_START or not _whole(match, text)):
                yield Edit(*match.span(), "")


def _whole(match: re.Match[str], text: str) -> bool:
    """Say whether a match is a whole line, and found already by its start."""
    return match.start() == 0 or text[match.start() - 1] == "\n"
