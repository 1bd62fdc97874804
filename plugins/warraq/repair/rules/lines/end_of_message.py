"""
An agency's sign that its report ends: `انتهای پیام/ 4021`, `(انتهى)`, `/النهاية/ م ك`.

It is for the wire, with the writer's letters or number, and stands by itself or behind the last sentence's stop.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .outer_lines import BODY

SIGN = (
    r"[ /(\[|*-]{0,4}(?:انتهای (?:پیام|خبر|گزارش|مطلب)[ /.)\]|*-]{0,4}[\w./ ]{0,12}"
    r"|(?<=[/(\[])(?:انتهى|النهاية)[/)\]]{1,3}[\w./ ]{0,12})[ ./*-]{0,3}"
)
LINE = late(SIGN)
LINES = late(r"[^\n]+")
GLUED = late(rf"(?<=[.؟!…»۔]) {{0,3}}{SIGN}\Z")
LONGEST = 60
"""Code points of a sign."""
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
    if "انته" not in text and "النهاية" not in text:
        return
    end = len(text)
    while (line := text.rfind("\n", 0, end)) >= 0 and end - line <= LONGEST and LINE.fullmatch(text, line + 1, end):
        end = line
    if not BODY.search(text[:end]) and not GLUED.search(text, max(0, end - LONGEST), end):
        return
    if end < len(text):
        yield from (Edit(m.start(), m.end(), "") for m in LINES.finditer(text, end))
    elif (glued := GLUED.search(text, max(0, end - LONGEST), end)) and BODY.search(text[: glued.start()]):
        yield Edit(glued.start(), glued.end(), "")
