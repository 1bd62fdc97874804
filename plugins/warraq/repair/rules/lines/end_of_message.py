"""
An agency's sign that its report ends: `انتهای پیام/ 4021`, `(انتهى)`, `/النهاية/ م ك`.

It is for the wire, with the writer's letters or number, and stands by itself or behind the last sentence's stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule
from .outer_lines import BODY

END = re.compile(
    r"(?:(?<=\n)|(?<=[.؟!…»۔]) {0,3})[ /(\[|*-]{0,4}(?:انتهای (?:پیام|خبر|گزارش|مطلب)[ /.)\]|*-]{0,4}[\w./ ]{0,12}"
    r"|(?<=[/(\[])(?:انتهى|النهاية)[/)\]]{1,3}[\w./ ]{0,12})[ ./*-]{0,3}\Z"
)
REACH = 80
"""Code points at the end of a text in which it is looked for."""
SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."
PERSIAN = "وزیر امروز اعلام کرد که طرح در سال آینده به پایان می‌رسد و از همه کارکنان تشکر کرد."


@rule(
    reason="an agency's sign that its report ends is no word of the text",
    certainty=Certainty.CERTAIN,
    mends={
        f"{PERSIAN}\nانتهای پیام/": f"{PERSIAN}\n",
        f"{PERSIAN} انتهای پیام/ 4021": PERSIAN,
        f"{SENTENCE}\n(انتهى)": f"{SENTENCE}\n",
        f"{SENTENCE} /النهاية/ م ك": SENTENCE,
    },
    leaves=[f"{SENTENCE}\nانتهى العمل", f"{PERSIAN}\nانتهای پیام او روشن بود و همه آن را فهمیدند.", "انتهای پیام/"],
    signs="ن",
)
def end_of_message(text: str) -> Iterator[Edit]:
    first = max(0, len(text) - REACH)
    if (found := END.search(text, first)) and BODY.search(text[: found.start()]):
        yield Edit(found.start(), found.end(), "")
