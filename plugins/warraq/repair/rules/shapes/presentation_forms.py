"""
Arabic letters stored as shapes.

PDF extractors and old Windows programs store the *shape* of a letter (U+FE8D, "alef, isolated form") where Unicode has
one code point for the letter and leaves its shape to the font. Such text looks right and can't be searched.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .order import turned

# Whole words in one code point, such as the honorific at U+FDFA, are meant.
SIGNS = "".join(
    chr(c) for c in [*range(0xFB1D, 0xFB50), *range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE70, 0xFEFD)]
)
SHAPES = late("[\ufb1d-\ufbb1\ufbd3-\ufbff\ufe70-\ufefc]+")


@rule(
    reason="the letters were stored as shapes, which can't be searched",
    certainty=Certainty.CERTAIN,
    mends={
        "\ufe8d\ufedf\ufeb4\ufefc\ufee1": "\u0627\u0644\u0633\u0644\u0627\u0645",
        "\ufb2a\u05dc\u05d5\ufb26": "\u05e9\u05c1\u05dc\u05d5\u05dd",
    },
    leaves=["\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}"],
    signs=SIGNS,
)
def presentation_forms(text: str) -> Iterator[Edit]:
    backwards = [(start, end) for start, end, _ in turned(text)]  # another rule's
    at = 0
    for match in SHAPES.finditer(text):
        while at < len(backwards) and backwards[at][1] <= match.start():
            at += 1
        if at == len(backwards) or match.start() < backwards[at][0]:
            yield Edit(*match.span(), letters(match[0]))


def letters(shapes: str) -> str:
    """Give the letters; a vowel sign alone is decomposed to a space and the sign: it stands on the letter before it."""
    return "".join(unicodedata.normalize("NFKC", c).lstrip(" ") if SHAPES.match(c) else c for c in shapes)
