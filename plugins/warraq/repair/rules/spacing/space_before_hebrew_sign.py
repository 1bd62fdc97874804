"""A space before a sign that belongs to the Hebrew word before it: `אתמול , השר`. A dash has one on both sides, and three dots may."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...languages import HEBREW, HEBREW_LETTER, HEBREW_MARK
from ...late import late
from .. import rule

SPACED = late(
    f' (?<=[{HEBREW_LETTER}{HEBREW_MARK}] )(?<=[{HEBREW_LETTER}][^ ] ) *(?=(?:[,;:]|[?!]{{1,3}}|\\.)(?:[\\s"”]|\\Z))'
)


@rule(
    reason="a space stood before the sign",
    certainty=Certainty.CERTAIN,
    mends={"כך אמר השר אתמול , והוסיף .": "כך אמר השר אתמול, והוסיף."},
    leaves=["כך אמר השר - והוסיף", "כך אמר השר ... והוסיף", "התוצאה 3 : 1"],
    signs=",;:?!.",
    languages=[HEBREW],
)
def space_before_hebrew_sign(text: str) -> Iterator[Edit]:
    for match in SPACED.finditer(text):
        yield Edit(*match.span(), "")
