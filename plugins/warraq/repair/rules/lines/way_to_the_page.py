"""
A line that shows the way to the page: `الرئيسية » أخبار » اقتصاد`.

It begins at the site's home page and has a sign between its parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .elsewhere import HOME
from .outer_lines import outer_lines

WAY = late(
    rf"[^\w\n]{{0,4}}(?:(?:الصفحة )?الرئيسي?ة|أنت هنا ?:[^\n]{{2,20}}|Home|{HOME})"
    rf"(?: ?[»›>←/\\|•·:–—-]+ ?[^\n»›>←/\\|•·.؟!]{{2,130}}?){{1,6}}[ »›>|]*"
)
LONGEST = 200
SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


@rule(
    reason="the line shows the way to the page it stood on",
    certainty=Certainty.CERTAIN,
    mends={f"الرئيسية » أخبار » اقتصاد\nعنوان\n{SENTENCE}": f"\nعنوان\n{SENTENCE}"},
    leaves=[f"الرئيسية\n{SENTENCE}", f"الرئيسية التونسية قيد الإعداد\n{SENTENCE}", "الرئيسية » أخبار » اقتصاد"],
)
def way_to_the_page(text: str) -> Iterator[Edit]:
    for start, end in outer_lines(text):
        if 0 < end - start <= LONGEST and WAY.fullmatch(text, start, end):
            yield Edit(start, end, "")
