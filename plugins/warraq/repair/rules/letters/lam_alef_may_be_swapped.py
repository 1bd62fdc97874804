"""Words in which lam and alef may have changed places, in a text where they have elsewhere, or by a typist's second alef."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from ...languages import ARABIC
from .. import rule
from .lam_alef import swapped


@rule(
    reason="lam and alef may have changed places",
    certainty=Certainty.DOUBTFUL,
    mends={
        "قالت اإلدارة إن الدخول متاح لألعضاء": "لألعضاء",
        "أعلنت اإلدارة واألعضاء بقاء سالم": "سالم",
        "االكتاب الجديد": "االكتاب",
    },
    languages=(ARABIC,),
    leaves=["سافر لألمانيا لإلغاء الحجز", "سالم في المركز الثالث", "قالت اإلدارة لألمانيا"],
)
def lam_alef_may_be_swapped(text: str) -> Iterator[Suspicion]:
    if found := swapped(text):
        for start, end in found.doubtful:
            yield Suspicion(start, end)
