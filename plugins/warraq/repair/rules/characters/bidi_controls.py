"""
Controls of writing direction where they have nothing to do.

A mark (RLM, LRM, ALM) beside a digit, a Latin letter or a sign may hold a number or a formula together, and a number turned
round by one is a doubt: there it stays. Embeddings and overrides were made for screens, not for texts, and are taken out.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import LETTER, MARK, TATWEEL
from ...engine import Certainty, Edit
from ...late import late
from .. import rule

MARKS = "\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT MARK}\N{ARABIC LETTER MARK}"
FRAMES = "\u202a-\u202e\u2066-\u2069"
PLAIN = f'{LETTER}{MARK}{TATWEEL}\u0590-\u05f4\u200c\\s،۔؛؟«»“”"()<>\\-\u200b\ufeff\u00ad\ufb50-\ufdff\ufe70-\ufefc'
CONTROLS = late(
    f'(?:(?<=[{PLAIN}])|(?<![\\s\\S]))[{MARKS}{FRAMES}]++(?=[{PLAIN}.:!]|\\Z)|(?<=[.:!])[{MARKS}{FRAMES}]++(?=[\\s"»”)]|\\Z)|[{FRAMES}]+'
)


@rule(
    reason="controls of writing direction stood where they have nothing to do",
    certainty=Certainty.CERTAIN,
    mends={
        "السل\N{RIGHT-TO-LEFT MARK}ام": "السلام",
        "\N{RIGHT-TO-LEFT OVERRIDE}نص\N{POP DIRECTIONAL FORMATTING}": "نص",
    },
    leaves=["66.\N{RIGHT-TO-LEFT MARK}1", "C++\N{LEFT-TO-RIGHT MARK} لغة"],
    signs=MARKS + "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
def bidi_controls(text: str) -> Iterator[Edit]:
    for match in CONTROLS.finditer(text):
        yield Edit(*match.span(), "")
