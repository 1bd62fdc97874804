"""
A heading glued to the sentence before it: `عالمي جديد.تنمية التعاون بين البلدين`.

A page's headings were set in a line of their own by its style sheet, and are run into the paragraph when only the text is
taken. What is certain: the line goes on behind a stop without a space, is short and has no stop of its own, and a paragraph
follows. With a space behind the stop it needs the habit of the whole text: all its other paragraphs end in a stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import LETTER
from ...engine import Certainty, Edit
from ...structure.title import STOPPED
from .. import rule

# The last stop of a line, and a short rest behind it that has none.
GLUED = re.compile(f'(?:[.؟!]["”»)]?|[”»])( ?)(?=((?:[{LETTER}0-9«“"(])[^\n.؟!…:]{{6,84}})\n)')
TWO_WORDS = re.compile(f"[{LETTER}]{{2}}(?: |ة(?=[{LETTER}])).*[{LETTER}]{{2}}")
LONG = 60
HABIT = 2
"""Other paragraphs that have to end in a stop."""
CARRIES_ON = re.compile(
    r"(?:و(?!زير|زار|فاة|فد|صول|كيل|كال|اشنطن|حد|رش|سط|ثي|داع|ضع|قف|ظا|ظي|جه|جود|الد|لي|لاي|فاق|باء|رق|رث|طن|عي|ساط|صف|زن|قود|قوع)"
    r"|كما|حيث|مشير|مؤكد|موضح|مضيف|لافت|مبين|منوه|معرب|معتبر|يذكر|يشار|إلا|لكن|بينما|فيما|بل |ثم |أو |أن |إن |الذي"
    r"|التي|هذا|هذه|ذلك|تلك|لأن|كذلك|أيضا"
    r"|فإن|فقد|فهو|فهي|فلم|فلا|قال|وفق)"
)
SENTENCE = "أعلن الوزير في مؤتمر صحفي أن المشروع سيكتمل في العام المقبل، وأن العمل يجري ليلا ونهارا في جميع المواقع."


@rule(
    reason="a heading was glued to the sentence before it",
    certainty=Certainty.CERTAIN,
    mends={
        f"{SENTENCE}تنمية التعاون بين البلدين\n{SENTENCE}": f"{SENTENCE}\nتنمية التعاون بين البلدين\n{SENTENCE}",
    },
    leaves=[f"{SENTENCE} تنمية التعاون بين البلدين", f"{SENTENCE} وقال إنه راض\n{SENTENCE}"],
    signs=".؟!”»",
)
def glued_heading(text: str) -> Iterator[Edit]:
    if "\n" not in text:
        return
    habit: bool | None = None
    last = _last_paragraph(text)
    for match in GLUED.finditer(text):
        heading = match[2]
        start = text.rfind("\n", 0, match.start()) + 1
        if match.start() - start < 40 or match.end(2) > last or STOPPED.search(heading):
            continue
        sure = not match[1] and heading[0] not in '"”»'
        if not sure:
            if match[0][0] in "”»" or not TWO_WORDS.search(heading) or CARRIES_ON.match(heading):
                continue
            if habit is None:
                habit = _habit(text)
            if not habit:
                continue
        if match[0].strip() in ("”", "»") and len(heading.split()) < 3:
            continue
        yield Edit(match.start(1), match.end(1), "\n")


def _last_paragraph(text: str) -> int:
    """Where the last line of some length begins: what stands behind it is over no paragraph."""
    end = len(text)
    while (start := text.rfind("\n", 0, end) + 1) > 0 and end - start < LONG:
        end = start - 1
    return start


def _habit(text: str) -> bool:
    """All long lines but one end in a stop."""
    long = [line for line in text.split("\n") if len(line) >= LONG]
    ended = sum(bool(STOPPED.search(line)) or line[-1] in '”»"' for line in long)
    return ended >= HABIT and ended >= len(long) - 1
