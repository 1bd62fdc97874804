"""A few lines that may have been broken to fit a width: too few to be sure, for a list or a verse may look like them."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from .. import rule
from .hyphens import hyphenated
from .width import broken


@rule(
    reason="the lines may have been broken to fit a width",
    certainty=Certainty.DOUBTFUL,
    mends={
        "أعلنت الوزارة أن الموسم بدأ هذا الأسبوع في\nجميع المحافظات، وأن المعاصر ستعمل على مدار\nالساعة.": "في\nجميع",
        "The mayor opened the fair yester-\nday.": "yester-\nday",
    },
    leaves=["عنوان الخبر الأول\nأعلنت الوزارة أن الموسم بدأ.\nثم بدأ."],
)
def lines_may_be_wrapped(text: str) -> Iterator[Suspicion]:
    found = broken(text)
    if found and found.doubtful:
        start, end = found.doubtful  # one doubt is enough to make an editor look
        line = text.rfind("\n", 0, start) + 1
        yield Suspicion(max(line, text.rfind(" ", line, start) + 1), _word_end(text, end))
    hyphens = hyphenated(text)
    if hyphens and not hyphens.ends and not (found and found.ends):
        for start, end in hyphens.doubtful:
            yield Suspicion(start, end)


def _word_end(text: str, start: int) -> int:
    return min(at for sign in (" ", "\n") if (at := text.find(sign, start)) > 0 or (at := len(text)))
