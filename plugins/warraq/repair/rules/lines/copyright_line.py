"""
A line that only states whose the page is: `جميع الحقوق محفوظة لصحيفة الميناء`, `© 2015`.

It stood at the foot of the page and came along when the text was copied. A sentence about rights has a stop, and stands within
the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .elsewhere import RIGHTS as ELSEWHERE
from .outer_lines import outer_lines

RIGHTS = late(
    r"(?:(?:جميع|كافة|كل) الحقوق محفوظة|(?:جميع |كافة )?حقوق (?:النشر|الطبع|النشر والطبع|الطبع والنشر|الملكية) (?:والتوزيع )?محفوظة"
    rf"|الحقوق محفوظة|حقوق النشر ?©|©|{ELSEWHERE}|Copyright\b|\(c\) [0-9]{{4}}|All [Rr]ights [Rr]eserved)[^\n]{{0,160}}"
)
SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


@rule(
    reason="the line states the rights of the page it stood on",
    certainty=Certainty.CERTAIN,
    mends={f"{SENTENCE}\nجميع الحقوق محفوظة لصحيفة الميناء 2015": f"{SENTENCE}\n"},
    leaves=[
        f"{SENTENCE}\nجميع الحقوق محفوظة في النظام الجديد الذي أقره المجلس أمس، كما قال الوزير في ختام الجلسة.",
        f"{SENTENCE}\nحقوق المرأة",
        "© 2015",
    ],
)
def copyright_line(text: str) -> Iterator[Edit]:
    if "حقوق" in text or "©" in text or "opyright" in text or "ights" in text or "זכויות" in text:
        for start, end in outer_lines(text):
            if RIGHTS.fullmatch(text, start, end):
                yield Edit(start, end, "")
