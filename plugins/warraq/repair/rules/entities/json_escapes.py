r"""
Characters written as a program writes them in its data: `\u0627`, `\n`, `\"`, `\/`.

A text that was cut out of a page's JSON has them. A backslash before another letter stays: it is a path, or a formula. Signs beyond U+FFFF
are written as two halves there; of one that was cut nobody knows what it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import LETTER
from ...engine import Certainty, Edit
from ...halves import whole
from ...late import late
from .. import rule

ESCAPES = late(
    rf"\\(?:u[0-9a-fA-F]{{4}}(?:\\u[0-9a-fA-F]{{4}})*|(?:r\\)?n(?=[{LETTER}\s\\«“\"(]|\Z)|t(?=[{LETTER}\s]|\Z)|[\"/])"
)
"""All begin with the backslash: a page of none is passed over at once."""


@rule(
    reason="the character was written as in a program's data",
    certainty=Certainty.CERTAIN,
    mends={
        "\\u0646\\u0639\\u0645 قال": "نعم قال",
        "نعم.\\nثم خرج": "نعم.\nثم خرج",
        'قال \\"نعم\\"': 'قال "نعم"',
        "\\ud83d\\ude00 قال": "\N{GRINNING FACE} قال",
        "قال \\ud83d إن": "قال \N{REPLACEMENT CHARACTER} إن",
    },
    leaves=["C:\\new\\text", "a\\b"],
    signs="\\",
)
def json_escapes(text: str) -> Iterator[Edit]:
    import json  # few texts have any

    for match in ESCAPES.finditer(text):
        meant = whole(json.loads(f'"{match[0]}"'))
        yield Edit(*match.span(), " " if meant == "\t" else meant.replace("\r\n", "\n"))
