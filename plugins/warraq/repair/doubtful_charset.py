"""
The doubt about a text whose words, and no declaration that makes sense, told its encoding.

It is no rule's: a rule reads letters, and whether these are the right ones is seen in the bytes. It stands at the first word that
another encoding would give other letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warraq.archive.change import Doubt
from warraq.archive.original import Original

from .changes import inverse, position_map
from .engine import LONGEST_DOUBT, by_place
from .late import late
from .naming import CHARSET_INFERRED

if TYPE_CHECKING:
    from .repairing import Repaired

TELLING = late(r"[a-zA-Z]*+[^\W\d_a-zA-Z]\w*+")
ANY = late(r"\S+")


def with_doubtful_charset(repaired: Repaired, original: Original) -> tuple[Doubt, ...]:
    """Give the doubts of a repaired text, with that of its encoding where it was inferred."""
    text = repaired.document.text
    word = (TELLING.search(text) or ANY.search(text)) if original.encoding_inferred else None
    if word is None:
        return repaired.doubts
    back = position_map(inverse(repaired.changes))
    start = back(word.start(), 1)
    end = min(max(back(word.end(), -1), start), start + LONGEST_DOUBT)
    return tuple(sorted([*repaired.doubts, Doubt(CHARSET_INFERRED, start, end)], key=by_place))
