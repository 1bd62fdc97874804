"""
A stop in the midst of a sentence, with words lost or moved around it.

Two signs that the file itself gives: a stop followed by a few words that stand elsewhere in the text as the end of an
enumeration (`. احترام التنوع الثقافي.` where another line has `واحترام التنوع الثقافي`); and a stop behind words that the same
sentence has said already, followed by a preposition (`… والتحالف الاستراتيجي. في الفضاء الأوراسي`).
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from ...languages import ARABIC
from ...late import late
from .. import rule

SHORT = late("\\. ([^\\n.،؛:؟!]{8,45})\\.(?=\n|\\Z)")
SAID = late("(و\\S{3,} \\S{4,})\\. (?:في|على|من|إلى|عن|مع|بين|خلال) \\S+")
STOP = late("\\. (?:في|على|من|إلى|عن|مع|بين|خلال) ")
SENTENCE = 400
"""Code points before the stop in which the same words are looked for."""


@rule(
    reason="the stop may be false: the sentence seems to go on",
    certainty=Certainty.DOUBTFUL,
    mends={
        "أشاد بالمساواة. احترام التنوع الثقافي.\nثم أكد المساواة واحترام التنوع الثقافي للدول.": "احترام التنوع الثقافي.",
        "في مجال الشراكة والتحالف الاستراتيجي، وآفاقهما والتحالف الاستراتيجي. في الفضاء": "والتحالف الاستراتيجي. في الفضاء",
    },
    leaves=["أشاد بالمساواة. وأكد التنوع الثقافي.", "في الشراكة والتحالف الاستراتيجي. في الفضاء"],
    languages=(ARABIC,),
)
def false_stop(text: str) -> Iterator[Suspicion]:
    for match in SHORT.finditer(text):
        if f" و{match[1]}" in text:
            yield Suspicion(match.start(1), match.end())
    if ". " not in text:
        return
    for match in STOP.finditer(text):
        said = SAID.match(text, text.rfind(" و", max(0, match.start() - 60), match.start()) + 1)
        if not said or said.end(1) != match.start():
            continue
        low = max(
            match.start() - SENTENCE,
            *(text.rfind(sign, max(0, said.start() - SENTENCE), said.start()) for sign in ".\n؟!"),
        )
        if text.find(said[1], max(0, low), said.start()) >= 0:
            yield Suspicion(*said.span())
