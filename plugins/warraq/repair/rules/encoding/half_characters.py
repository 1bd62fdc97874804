"""Halves of characters (surrogates without their other half): no file can hold them as text."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule

HALVES = late("[\ud800-\udfff]+")


@rule(
    reason="half a character was left, which no text can hold",
    certainty=Certainty.CERTAIN,
    mends={"نص\ud83d.": "نص\N{REPLACEMENT CHARACTER}."},
    leaves=["نص \N{GRINNING FACE}"],
)
def half_characters(text: str) -> Iterator[Edit]:
    if text.isascii():
        return
    try:
        text.encode()
    except UnicodeEncodeError:
        for match in HALVES.finditer(text):
            yield Edit(*match.span(), "\N{REPLACEMENT CHARACTER}" * len(match[0]))
