"""Letters of a word that were set apart, `ا ل ع ر ب`, where wider gaps or the word elsewhere in the text prove it."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule
from .apart import apart


@rule(
    reason="the letters of a word were set apart",
    certainty=Certainty.CERTAIN,
    mends={
        "ا ل ع ر ب   ا ل ي و م": "العرب   اليوم",
        "ا ل ع ر ب\nقالت صحيفة العرب": "العرب\nقالت صحيفة العرب",
        "ن ا م ۀ   م ر د م": "نامۀ   مردم",
    },
    leaves=[
        "الحروف أ ب ج د ه و ز",
        "س ص ع ل متغيرات",
        "ك ه ي ع ص",
        "ه ه ه ه",
        "(أ ف ب)",
        "أ و ب و ج و د",
        "ا ل ع ر ب",
    ],
)
def letters_set_apart(text: str) -> Iterator[Edit]:
    found = apart(text)
    for start, end in found.gaps if found else ():
        yield Edit(start, end, "")
