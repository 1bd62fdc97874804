"""Lam and alef that a PDF tool took apart the wrong way round: `اإلدارة`, `االشتراك`. No word is written so."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule
from .lam_alef import swapped


@rule(
    reason="lam and alef had changed places",
    certainty=Certainty.CERTAIN,
    mends={
        "قالت اإلدارة": "قالت الإدارة",
        "تجديد االشتراك": "تجديد الاشتراك",
        "اآلن وباألمس": "الآن وبالأمس",
        "دعم لالستثمار": "دعم للاستثمار",
        "قالت اإلدارة إن االشتراك متاح لألعضاء خالل اإلجازة، ال بعدها": "قالت الإدارة إن الاشتراك متاح للأعضاء خلال الإجازة، لا بعدها",
    },
    leaves=[
        "سافر لألمانيا لإلغاء الحجز",
        "سالم في المركز الثالث خاليا",
        "قال الإمام لآل البيت",
        "ئاالیەک",
        "لالش",
        "االكتاب واالنظام",
        "الم",
        "وزارة ال سعودية",
    ],
)
def swapped_lam_alef(text: str) -> Iterator[Edit]:
    if found := swapped(text):
        for start, end in found.sure:
            yield Edit(start, end, text[start:end][::-1])
