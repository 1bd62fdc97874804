"""
A quotation mark or bracket without its other half.

A quotation may go on over several paragraphs, each opened anew and only the last one closed: that is not a mistake. The half
that is missing, and its place, are unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from ...languages import ARABIC, PERSIAN
from ...late import late
from .. import rule
from .odd_quotes import Does, odd_quotes

PAIRS = {"“": "”", "«": "»"}
PRIME = "\N{DOUBLE PRIME}"
"""An inch, or what a program makes of the closing quote after a digit."""
REVERSED = late("»[^«»\n]{1,60}«(?!\\w)")


@rule(
    reason="a quotation mark has no other half",
    certainty=Certainty.DOUBTFUL,
    mends={"قال “نعم ثم خرج من القاعة.": "“نعم", "قال «نعم ثم “لا” وخرج.": "«نعم", "قال نعم» ثم خرج.": "»"},
    leaves=["قال “نعم” ثم «لا».", "“نعم.\n“لا.” ثم خرج.", "معرض “وظائف 2015″ في المدينة"],
    signs="“”«»",
    languages=(ARABIC, PERSIAN),
)
def unclosed_quote(text: str) -> Iterator[Suspicion]:
    for opening, closing in PAIRS.items():
        if opening not in text and closing not in text:
            continue
        if opening == "«" and _turned_round(text):
            continue
        does = {opening: Does.OPENS, closing: Does.CLOSES, PRIME: Does.MAY_CLOSE}
        other = PRIME if opening == "“" else ""
        marks = re.finditer(f"[{opening}{closing}{other}]", text)
        yield from odd_quotes(text, ((match.start(), does[match[0]]) for match in marks))


def _turned_round(text: str) -> bool:
    """Say whether the text has its quotes the other way round throughout: another rule's business."""
    first_open, first_closed = text.find("«"), text.find("»")
    return 0 <= first_closed < first_open and text.count("«") == text.count("»") and bool(REVERSED.search(text))
