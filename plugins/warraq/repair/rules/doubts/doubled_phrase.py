"""Two words or more said twice in a row: a line set twice, or a speaker's emphasis."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from .. import rule
from .repetitions import repeated_at_once

STOPS = ".؟!"
NAMES = ("عبد ", "أبو ", "ابو ", "أبي ")
"""A name of two words may be the father's name too: `عبد الله عبد الله`."""


@rule(
    reason="several words stand twice in a row",
    certainty=Certainty.DOUBTFUL,
    mends={"على الوظائف الصحية على الوظائف الصحية وغيرها": "على الوظائف الصحية على الوظائف الصحية"},
    leaves=["فاز عبد الله عبد الله أمس", "من هنا إلى هنا", "يوما بعد يوم"],
)
def doubled_phrase(text: str) -> Iterator[Suspicion]:
    for start, middle, end in repeated_at_once(text):
        if text[middle - 1] not in STOPS and not text.startswith(NAMES, start):
            yield Suspicion(start, end)
