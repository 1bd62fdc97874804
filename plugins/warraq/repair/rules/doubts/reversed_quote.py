"""Quotation marks the wrong way round: `لـ»المدينة«`, or closed by an opening one."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from ...languages import ARABIC, PERSIAN
from ...late import late
from .. import rule

# A closing mark where a word begins; up to the opening one where a word ends, if there is one.
REVERSED = late(r"[»”](?=\w)[^«»“”\n]{0,60}(?:[«“](?!\w))?")
BEFORE = " \n(\N{ARABIC TATWEEL}"


@rule(
    reason="quotation marks stand the wrong way round",
    certainty=Certainty.DOUBTFUL,
    mends={"قال لـ»المدينة« أمس": "»المدينة«"},
    leaves=["قال «نعم» ثم", "قال “نعم”، ثم"],
    signs="»”",
    languages=(ARABIC, PERSIAN),
)
def reversed_quote(text: str) -> Iterator[Suspicion]:
    for match in REVERSED.finditer(text):
        if match.start() == 0 or text[match.start() - 1] in BEFORE:
            yield Suspicion(*match.span())
