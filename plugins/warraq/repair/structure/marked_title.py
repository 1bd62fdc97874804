"""
A title that HTML marks as one: `<h1>`, `<title>`, `og:title`, JSON-LD's headline, Word's `class=MsoTitle`.

Such a line needs no proof by its length or its last sign: «هل ينجح المعرض؟» is the title where the page says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from warraq.archive.change import Change

from ..changes import inverse, position_map
from ..late import late
from ..readers.metadata import metadata_of

LONGEST = 400
"""Code points of a title, and before its first word to the tag that marks it."""
MARKING = late(
    r"""
    < (?: h[1-6] | title ) (?= [\s>] ) (?: (?! </h[1-6] | <br | <p\b | <div\b | <li\b ) . )*+ \Z
    | < p \s [^<>]{0,200}? class=["']? (?: [\w\ -]{0,80} \s )? (?: MsoTitle | title ) (?= ["'\s>] ) [^<>]* > (?: (?! </p | <br ) . )*+ \Z
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)


def is_marked(original: str, repaired: str, changes: Sequence[Change]) -> bool:
    """Say whether the first line of a repaired text stands in O where a title is marked."""
    first, separator, rest = repaired.partition("\n")
    if not separator or not rest.strip() or len(first) > LONGEST or not any(c.isalpha() for c in first):
        return False
    back = position_map(inverse(changes))
    at = back(0, 1)
    if MARKING.search(original, max(0, at - LONGEST), at):
        return True
    if changes and changes[0].start == 0 and changes[0].after.startswith(first):  # a title that was put in
        return "boilerplate" in changes[0].rules
    return any(t.start <= at < t.end for t in metadata_of(original).titles)
