"""Empty lines, and white space around a line: a line of the repaired text is a block, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule

BETWEEN = late("(?<![ \n])(?:\n[ \n]+|[ ]+\n[ \n]*)(?![ \n])")
BEFORE = late("[ \n]+")


@rule(
    reason="empty lines and white space around lines were taken out",
    certainty=Certainty.CERTAIN,
    mends={"نص\n\n  آخر \n": "نص\nآخر"},
    leaves=["نص\nآخر"],
    signs="\n ",
    layout=True,
)
def blank_lines(text: str) -> Iterator[Edit]:
    if match := BEFORE.match(text):
        yield Edit(*match.span(), "")
    if text[-1:] in (" ", "\n") and text.strip(" \n"):
        yield Edit(len(text.rstrip(" \n")), len(text), "")
    if "\n\n" in text or "\n " in text or " \n" in text:
        for match in BETWEEN.finditer(text):
            if match.start() > 0 and match.end() < len(text):
                yield Edit(*match.span(), "\n")
