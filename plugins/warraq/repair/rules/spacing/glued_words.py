"""
Two words glued after a ta marbuta: `وزارةالتعليم`.

No word goes on after `ة`, so a word has ended there; nor after an alef with
nunation (`مشيراًإلى`), nor do the commonest words in `ى` before an article (`إلىالرياض`; elsewhere `ى` may stand for `ي`).

Behind a letter that joins nothing, the text itself has to prove it (`run_together`).

A heading or caption may have ended there as well (`جانب من المباراةتجاوز منتخبنا`): that is a doubt of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import LETTER, MARK
from ...engine import Certainty, Edit
from ...languages import ARABIC
from ...late import late
from .. import rule
from .run_together import run_together

GLUED = late(f"ة[{MARK}]*(?=[{LETTER}][{LETTER}{MARK}]{{2}})")
AFTER_OTHERS = late(
    f"(?<=اً)(?=[{LETTER}]{{2}})|(?<![{LETTER}{MARK}])[وف]?(?:إلى|الى|على|حتى|لدى|سوى|مستشفى|منتدى|كبرى)(?=ال[{LETTER}]{{3}})"
)
BEFORE = late(f"[{LETTER}{MARK}]{{2}}\\Z")


def glued(text: str) -> Iterator[int]:
    """Give the places where a word begins right after a ta marbuta."""
    for match in GLUED.finditer(text):
        if BEFORE.search(text, max(0, match.start() - 2), match.start()):
            yield match.end()


@rule(
    reason="two words were glued together",
    certainty=Certainty.CERTAIN,
    mends={
        "وزارةالتعليم": "وزارة التعليم",
        "مشيراًإلى ذلك": "مشيراً إلى ذلك",
        "سافر إلىالرياض": "سافر إلى الرياض",
        "وزير الخارجية، ثم وزيرالخارجية": "وزير الخارجية، ثم وزير الخارجية",
        "وقال الوزيرإن": "وقال الوزير إن",
    },
    leaves=[
        "المملةكة",
        "مدرسةً جديدة",
        "الىوم",
        "اللذين علىهما",
        "شيئاً",
        "وزيرالخارجية",
        "عبد العزيز عبدالعزيز",
        "شبكة لينكدإن",
        "حفر الباطن #مهرجان_حفرالباطن_36",
        "إلى الفيدرالية",
    ],
    signs="ةىًلإ",
    languages=(ARABIC,),
)
def glued_words(text: str) -> Iterator[Edit]:
    for at in glued(text):
        yield Edit(at, at, " ")
    if "اً" in text or "ىال" in text:
        for match in AFTER_OTHERS.finditer(text):
            yield Edit(match.end(), match.end(), " ")
    for at in run_together(text):
        yield Edit(at, at, " ")
