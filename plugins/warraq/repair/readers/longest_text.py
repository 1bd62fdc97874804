"""
How long a text may be of which an article is made.

Repair and an edition take time and memory in proportion to a text, some eight seconds and 70 MB a million letters. A text of many books
would keep all others waiting, and no reader's browser would show its page. A saved page may be larger: its pictures are not counted.
"""

from __future__ import annotations

import re

from warraq.archive.original import Original
from warraq.language import message

from .unreadable import UnreadableError

LONGEST_TEXT = 5_000_000
"""Letters of an original: some 900,000 words, about ten thick books."""
INLINED = re.compile(r"data:[\w.+-]{1,60}/[^\s\"'<>]{100,}")
"""What a page holds of a picture or a font in itself."""


def too_long(original: Original) -> UnreadableError | None:
    """Say so of a text of which no article can be made, because it is too long."""
    length = len(original.text)
    if length > LONGEST_TEXT:
        length -= sum(len(found[0]) for found in INLINED.finditer(original.text))
    if length <= LONGEST_TEXT:
        return None
    return UnreadableError(
        message("The text has {length} letters, and an article has at most {most}.", length=length, most=LONGEST_TEXT),
        message("Split it into its chapters or articles, a file each."),
    )
