"""
A paragraph given twice in a row: a template that prints it once in the lead and once in the body.

Verses and answers are repeated rightly: only a line of some length is taken for a paragraph. A title that the first
paragraph repeats word for word stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...structure.title import stated_title
from .. import rule

LONG = 40
PARAGRAPH = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل."


@rule(
    reason="the paragraph was given twice in a row",
    certainty=Certainty.CERTAIN,
    mends={f"{PARAGRAPH}\n{PARAGRAPH}\nثم خرج.": f"{PARAGRAPH}\nثم خرج."},
    leaves=["يمشي ويشقى.\nيمشي ويشقى.", f"{PARAGRAPH} {PARAGRAPH}"],
)
def repeated_paragraph(text: str) -> Iterator[Edit]:
    lines = text.split("\n")
    if len(lines) == len(set(lines)):
        return
    at = 0
    for i, line in enumerate(lines):
        again = i > 0 and len(line) >= LONG and line == lines[i - 1]
        if again and not (i == 1 and stated_title(text) == line):
            yield Edit(at - 1, at + len(line), "")
        at += len(line) + 1
