"""A bracket without its other half in the paragraph. `1)` and `أ)` number a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from ...late import late
from .. import rule

BRACKET = late(r"\( ?\(|\) ?\)|[()]")  # some set off verses with two
NUMBERED = late(r"(?:\A|[\s.،:؛;\-])[-–]?\w{1,3} ?\Z")
FACE = late(r"(?<!\w)[:;]-?\Z")
"""Of a face, `:-)`, that someone laughs with."""


@rule(
    reason="a bracket has no other half",
    certainty=Certainty.DOUBTFUL,
    mends={"شركة (تداول ثم خرج": "(", "شركة تداول) ثم خرج": ")"},
    leaves=["شركة (تداول) ثم", "قال تعالى: ((والعصر)) ثم شرح ( (السورة) )", "1) أولا", "أ) أولا", "Danke :-) Bis bald"],
    signs="()",
)
def unclosed_bracket(text: str) -> Iterator[Suspicion]:
    if text.count("(") == text.count(")") and not re.search(r"\([^()]*\n", text):
        return
    opened: int | None = None
    line_end = -1
    for match in BRACKET.finditer(text):
        at = match.start()
        if at and text[at - 1] in ":;-" and FACE.search(text, max(0, at - 3), at):
            continue
        if at > line_end:
            if opened is not None:
                yield Suspicion(opened, opened + 1)
                opened = None
            line_end = text.find("\n", at)
            line_end = len(text) if line_end < 0 else line_end
        if match[0][0] == "(":
            if opened is not None:
                yield Suspicion(opened, opened + 1)
            opened = at
        elif opened is not None:
            opened = None
        elif not NUMBERED.search(text, max(0, at - 6), at):
            yield Suspicion(at, at + 1)
    if opened is not None:
        yield Suspicion(opened, opened + 1)
