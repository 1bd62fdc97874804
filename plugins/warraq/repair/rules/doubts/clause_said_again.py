"""A clause said twice in one paragraph with other words between: a sentence begun anew, and both beginnings kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from .. import rule
from .repetitions import says_anything_twice

LENGTH = 9
"""Words: titles and names of that length are rare, and stand once in a paragraph."""
NEAR = 30
"""Words from the first to the second."""


@rule(
    reason="a clause stands twice in the same paragraph",
    certainty=Certainty.DOUBTFUL,
    mends={
        "وصفها بأنها عنصر أساسي في الحفاظ على السلام والاستقرار في المنطقة، ثم بأنها عنصر أساسي في الحفاظ على السلام والاستقرار في أوراسيا": (
            "بأنها عنصر أساسي في الحفاظ على السلام والاستقرار في"
        )
    },
    leaves=["قال إنه راض، وقال إنه عائد"],
)
def clause_said_again(text: str) -> Iterator[Suspicion]:
    if not says_anything_twice(text):
        return
    for line in re.finditer("[^\n]+", text):
        words = line[0].split()
        if len(words) < 2 * LENGTH:
            continue
        yield from (Suspicion(line.start() + a, line.start() + b) for a, b in _again(line[0], words))


def _again(line: str, words: list[str]) -> Iterator[tuple[int, int]]:
    last: dict[tuple[str, str, str], int] = {}
    until = 0
    spans: list[tuple[int, int]] = []
    for i, key in enumerate(zip(words, words[1:], words[2:], strict=False)):
        before = last.get(key)
        last[key] = i
        if before is None or before < until or i - before > NEAR or i - before < LENGTH:
            continue
        length = 3
        while before + length < i and i + length < len(words) and words[before + length] == words[i + length]:
            length += 1
        if length >= LENGTH and length < i - before:  # side by side it is a phrase doubled
            spans = spans or [m.span() for m in re.finditer(r"\S+", line)]
            until = i + length
            yield spans[i][0], spans[i + length - 1][1]
