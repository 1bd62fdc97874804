"""
A line that shows the way to the page: `الرئيسية » أخبار » اقتصاد`.

It begins at the site's home page and has a sign between its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule
from .outer_lines import outer_lines

WAY = re.compile(
    r"[^\w\n]{0,4}(?:(?:الصفحة )?الرئيسي?ة|أنت هنا ?:[^\n]{2,20}|Home)(?: ?[»›>←/\\|•·:–—-]+ ?[^\n»›>←/\\|•·.؟!]{2,130}?){1,6}[ »›>|]*"
)
SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


@rule(
    reason="the line shows the way to the page it stood on",
    certainty=Certainty.CERTAIN,
    mends={f"الرئيسية » أخبار » اقتصاد\nعنوان\n{SENTENCE}": f"\nعنوان\n{SENTENCE}"},
    leaves=[f"الرئيسية\n{SENTENCE}", f"الرئيسية التونسية قيد الإعداد\n{SENTENCE}", "الرئيسية » أخبار » اقتصاد"],
)
def way_to_the_page(text: str) -> Iterator[Edit]:
    if "رئيسية" in text or "رئيسة" in text or "Home" in text or "أنت هنا" in text:
        for start, end in outer_lines(text):
            if end - start <= 200 and WAY.fullmatch(text, start, end):
                yield Edit(start, end, "")
