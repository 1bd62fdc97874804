"""
The marks that git leaves in a file which two people changed in the same lines.

Published, they would be text. YAML takes some of them for values, so they are looked for before anything is read.
"""

from __future__ import annotations

import re

from warraq.language import message

from .problem import Problem

MARKS = re.compile(
    r"^<{7}(?: [^\n]*)?\n(?:(?!={7}$|>{7})[^\n]*\n)*={7}\n(?:(?!>{7})[^\n]*\n)*>{7}(?: |$)", re.MULTILINE
)
"""What one wrote, a line of seven =, and what the other wrote."""


def conflict_marks(path: str, text: str) -> Problem | None:
    """Give the problem of the first such place."""
    if "<<<<<<<" not in text or not (found := MARKS.search(text)):
        return None
    what = message("Git left a conflict here: two people changed the same lines, and both versions stand in the file.")
    todo = message(
        "Settle it: python3 tasks.py merge; or mend it by hand, without the lines <<<<<<<, ======= and >>>>>>>."
    )
    return Problem(path, text.count("\n", 0, found.start()) + 1, 1, "", what, todo)
