"""Letters by themselves that may be a word, or several: nothing says where a word ends."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from .. import rule
from .apart import apart


@rule(
    reason="the letters may be a word's, set apart",
    certainty=Certainty.DOUBTFUL,
    mends={"صحيفة ا ل ع ر ب": "ا ل ع ر ب"},
    leaves=["الحروف أ ب ج د ه و ز", "س ص ع ل متغيرات", "ك ه ي ع ص", "ه ه ه ه", "(أ ف ب)", "أ و ب و ج و د"],
)
def letters_may_be_set_apart(text: str) -> Iterator[Suspicion]:
    found = apart(text)
    for start, end in found.doubtful if found else ():
        yield Suspicion(start, end)
