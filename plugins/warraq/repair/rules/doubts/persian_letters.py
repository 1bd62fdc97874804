"""
Persian ی and ک in Arabic words: the reader sees no difference, the search does.

They are right in Persian names and quotations, so the words are only pointed at; and not at all where the text is Persian
or Urdu, or the word has another letter that Arabic lacks.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import WORD
from ...engine import Certainty, Suspicion
from ...languages import ARABIC
from ...late import late
from .. import rule

FOUND = late(f"(?<![{WORD}])[{WORD}]*[یک][{WORD}]*")
OWN = late("[پچژگۀھہےٹڈڑںۓ\u200c]")
IN_ARABIC = late("[يكةىأإ]")


@rule(
    reason="the word has Persian letters that look like Arabic ones",
    certainty=Certainty.DOUBTFUL,
    mends={"وصل إلی المدينة وكان الجميع في انتظاره": "إلی"},
    leaves=["این کتاب برای شما است", "قال پول إن الشركة كبيرة"],
    signs="یک",
    languages=(ARABIC,),
)
def persian_letters(text: str) -> Iterator[Suspicion]:
    own = text.count("ی") + text.count("ک") + 2 * len(OWN.findall(text))
    if own <= len(IN_ARABIC.findall(text)):
        for match in FOUND.finditer(text):
            if not OWN.search(match[0]):
                yield Suspicion(*match.span())
