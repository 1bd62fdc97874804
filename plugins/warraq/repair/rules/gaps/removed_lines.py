"""The empty line that stays behind where a whole line was taken out."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule

EMPTY = late("(?<!\n)\n{2,}(?!\n)")


@rule(
    reason="empty lines and white space around lines were taken out",
    certainty=Certainty.CERTAIN,
    mends={"نص\n\nآخر\n": "نص\nآخر"},
    leaves=["نص\nآخر"],
    layout=True,
)
def removed_lines(text: str) -> Iterator[Edit]:
    if not text.strip("\n"):
        yield Edit(0, len(text), "")
        return
    start, end = len(text) - len(text.lstrip("\n")), len(text.rstrip("\n"))
    yield Edit(0, start, "")
    yield Edit(end, len(text), "")
    if "\n\n" in text:
        for match in EMPTY.finditer(text, start, end):
            yield Edit(*match.span(), "\n")
