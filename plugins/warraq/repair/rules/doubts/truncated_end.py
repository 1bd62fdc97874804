"""
A paragraph that breaks off: it is long, has no stop, and the others of the text have one; or it ends in a word that asks for another.

The first line may be a title, which has no stop however long it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from ...late import late
from ...structure.title import is_stopped
from .. import rule

LONG = 110
ASKS = late(
    r"(?:،|(?<= )(?:في|من|إلى|على|عن|أن|إن|التي|الذي|الذين|بين|مع|حتى|لكن|أو|ثم|كما|بعد|قبل|خلال|منذ|و|ولا|وفي|ومن|حيث|بأن|لأن))\Z"
)
SENTENCE = "أعلن الوزير في مؤتمر صحفي أن المشروع سيكتمل في العام المقبل، وأن العمل يجري ليلا ونهارا في جميع المواقع التي زارها أمس"


@rule(
    reason="the paragraph seems to break off",
    certainty=Certainty.DOUBTFUL,
    mends={f"{SENTENCE}.\n{SENTENCE}\n{SENTENCE}.": "وأن العمل يجري ليلا ونهارا في جميع المواقع التي زارها أمس"},
    leaves=[
        f"{SENTENCE}.\nعنوان\n{SENTENCE}.",
        f"{SENTENCE}\n{SENTENCE}",
        f"{SENTENCE}\n{SENTENCE}.\n{SENTENCE}.",
    ],
)
def truncated_end(text: str) -> Iterator[Suspicion]:
    lines = text.split("\n")
    long = [line for line in lines if len(line) >= LONG]
    ended = sum(_ended(line) for line in long)
    if ended == len(long):
        return
    habit = ended >= 2 and ended >= 0.8 * (len(long) - 1)
    at = 0
    for line in lines:
        if len(line) >= LONG and not _ended(line) and ((habit and at) or ASKS.search(line)):
            end = at + len(line)
            start = at + max(line.rfind(sign, 0, len(line) - 12) + 1 for sign in ".،؟!")
            if end - start > 60:
                start = text.rfind(" ", start, end - 24) + 1 or end - 24
            start = max(start, at)
            yield Suspicion(start + (text[start] == " "), end)
        at += len(line) + 1


def _ended(line: str) -> bool:
    return (is_stopped(line) and line[-1] not in "،,") or line[-1] in '”»")“«'
