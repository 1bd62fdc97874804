"""
Signs that a program could not show and replaced by question marks.

Digits (`خليجي ????`), the sign between two verses (`السيارة ? وحرم`), letters (`\N{REPLACEMENT CHARACTER}`). What
stood there is in no file.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import in_arabic
from ...engine import Certainty, Suspicion
from ...late import late
from .. import rule

LOST = late('[?؟\ufffd](?:(?<=\ufffd)\ufffd*|(?<=[?؟])(?<![^\\s(«“"\\d][?؟])[?؟]+|(?<=\\s\\?)(?=\\s|\\Z))')
"""Begins with the signs themselves: the machine looks for these much faster than for what may stand before them."""


@rule(
    reason="signs were lost here: a program put question marks in their place",
    certainty=Certainty.DOUBTFUL,
    mends={"استضافة خليجي ???? أكد": "????", "السيارة ? وحرم": "?", "مد\ufffd\ufffdنة": "\ufffd\ufffd"},
    leaves=["لماذا؟ ثم", "حقا؟؟ نعم", "Pourquoi ? Non"],
    signs="?؟\ufffd",
)
def lost_signs(text: str) -> Iterator[Suspicion]:
    for match in LOST.finditer(text):
        if match[0] != "?" or in_arabic(text, match.start()):
            yield Suspicion(*match.span())
