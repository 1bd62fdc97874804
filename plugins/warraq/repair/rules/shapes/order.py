"""
The words and lines of shapes that are stored in the order of the eye, from left to right.

A shape says on which sides its letter joins: a word can't begin with a final form, nor end in an initial one. Read from the other end it
can. Where no word of a line is stored the right way round, nor has letters of the common kind, the line as a whole was stored as it was seen:
its words run backwards too, numbers and Latin words don't, and brackets are mirrored.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ...alphabet import LETTER
from ...late import late

SHAPE = "\ufb50-\ufbb1\ufbd3-\ufbff\ufe70-\ufefc"
WORD = late(f"(?<![{LETTER}{SHAPE}])[{SHAPE}]{{2,}}(?![{LETTER}{SHAPE}])")
LINE = late("[^\n]+")
COMMON = late(f"[{LETTER}]")
FORWARD = late(r"[A-Za-z0-9٠-٩۰-۹](?:[A-Za-z0-9٠-٩۰-۹ .,:/@_٫٬'&+-]*[A-Za-z0-9٠-٩۰-۹])?")
MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
BEFORE, BEHIND = {"<final>", "<medial>"}, {"<initial>", "<medial>"}


def turned(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the places that are stored the wrong way round, with their shapes in the right order."""
    for line in LINE.finditer(text):
        words = [m.span() for m in WORD.finditer(text, *line.span())]
        backwards = [span for span in words if _reads(text[slice(*span)][::-1]) and not _reads(text[slice(*span)])]
        if not backwards:
            continue
        forwards = any(_reads(text[slice(*span)]) and not _reads(text[slice(*span)][::-1]) for span in words)
        if forwards or COMMON.search(line[0]):
            for start, end in backwards:
                yield start, end, text[start:end][::-1]
        else:
            lines = line[0].translate(MIRRORED)[::-1]
            yield *line.span(), FORWARD.sub(lambda m: m[0][::-1], lines)


def _reads(word: str) -> bool:
    """Say whether every letter joins those beside it as its shape says."""
    joins = [_joins(c) for c in word]
    return not joins[0][0] and not joins[-1][1] and all(one[1] == two[0] for one, two in pairwise(joins))


@cache
def _joins(shape: str) -> tuple[bool, bool]:
    """Say whether it joins the letter before it, and the one behind it."""
    form = unicodedata.decomposition(shape).partition(" ")[0]
    return form in BEFORE, form in BEHIND
