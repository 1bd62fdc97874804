"""The rest of a tag that was cut on both sides: a line that begins with `style="…"`, without any `>`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import LETTER
from ...engine import Certainty, Edit
from ...late import late
from .. import rule

ATTRIBUTE = late(
    r"^[ \t]*+(?:(?:style|class|dir|align|lang|href|src|id|width|height|border|target|rel|color|face|size|alt|title)"
    rf" *= *(?:\"[^\"<>\n{LETTER}]*\"?|[”“][^”“\"<>\n{LETTER}]*[”“\"]?|'[^'<>\n{LETTER}]*'?)[ ;]*)+(?![^\n]*>)",
    re.MULTILINE,
)


@rule(
    reason="the attributes of a cut HTML tag stood in the text",
    certainty=Certainty.CERTAIN,
    mends={'style="text-align: justify;" قال الوزير': "قال الوزير"},
    leaves=["قيمة x = 5", "x = 5"],
    signs="=",
)
def attribute_remnants(text: str) -> Iterator[Edit]:
    for match in ATTRIBUTE.finditer(text):
        yield Edit(*match.span(), "")
