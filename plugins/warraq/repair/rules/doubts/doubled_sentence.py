"""A sentence said twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from .. import rule
from .repetitions import repeated_at_once

SENTENCE = "أعلن الوزير أن المشروع سيكتمل في العام المقبل."


@rule(
    reason="a sentence stands twice in a row",
    certainty=Certainty.DOUBTFUL,
    mends={f"{SENTENCE} {SENTENCE} ثم خرج.": f"{SENTENCE} {SENTENCE}"},
    leaves=["يمشي ويشقى. حياتنا معه."],
)
def doubled_sentence(text: str) -> Iterator[Suspicion]:
    for start, middle, end in repeated_at_once(text):
        if text[middle - 1] in ".؟!":
            yield Suspicion(middle if end - start > 200 else start, end)
