"""A line of PDF text that was stored as it is drawn, from left to right, or spelled backwards: it is turned round."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule
from .backwards import backwards


@rule(
    reason="the line was stored from left to right",
    certainty=Certainty.CERTAIN,
    mends={
        ".لبقملا عوبسألا ةياهن ىتح تايلاعفلا رمتستسو": "وستستمر الفعاليات حتى نهاية الأسبوع المقبل.",
        ".(ساو) 2014 ماع يف ةنيدملا ىلإ Reuters نع القن": "نقلا عن Reuters إلى المدينة في عام 2014 (واس).",
        "םירהצ רחא לודגה םילתה תכורעת": "תערוכת התלים הגדול אחר צהרים",
        ".ےہ ںیم رہش شئامن": "نمائش شہر میں ہے.",
        ".تسا هدش حاتتفا رهش رد هاگشیامن نیا هک": "که این نمایشگاه در شهر افتتاح شده است.",
    },
    leaves=[
        "وستستمر الفعاليات حتى نهاية الأسبوع المقبل.",
        "كلمة «ةياهن» هي «نهاية» مقروءة من آخرها، و«ىتح» هي «حتى».",
        "مثلا فعلا أصلا رجالا ونساء وأموالا",
        "الهمزة ء والتاء ة",
        "هک شدن سایت",
        "ك ل م ن ة ء",
    ],
)
def lines_from_left_to_right(text: str) -> Iterator[Edit]:
    if found := backwards(text):
        for start, end, turned in found.turned:
            yield Edit(start, end, turned)
