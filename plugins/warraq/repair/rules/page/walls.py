"""
What a page says where the rest of its text is for those who pay or log in: «اشترك لمتابعة القراءة».

Such a notice is none of the article's words. It begins with what it asks for or for whom the text is, and is short; a sentence that tells of a
newspaper's subscribers begins otherwise. A box that begins with one is a notice with all that is in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...html_tags.references import unescape
from .containers import containers_of, is_prose
from .scanned import ScannedPage, TextBlock
from .seen import SeenPage
from .wall_words import NOTICE

LONGEST = 300
"""Code points of a notice."""
LARGEST_BOX = 600
"""Letters of a box that begins with a notice."""
NEAR = 12
"""Blocks behind the article in which a notice is its own."""


def is_notice(text: str, block: TextBlock) -> bool:
    """Say whether a block is a notice of a wall."""
    if not 0 < block.letters <= LONGEST:
        return False
    words = " ".join(unescape("".join(text[start:end] for start, end in block.pieces)).split())
    return len(words) <= LONGEST and NOTICE.match(words) is not None


def without_notices(page: SeenPage, chosen: Sequence[TextBlock]) -> list[TextBlock]:
    """Take notices out, each with the box that begins with it; nothing where nothing would be left."""
    notices = [b for b in chosen if is_notice(page.text, b)]
    if not notices:
        return list(chosen)
    gone = {id(b) for b in notices}
    starts = [b.start for b in chosen]
    first = next((b.start for b in chosen if is_prose(b) and id(b) not in gone), len(page.text))
    for notice in (b for b in notices if b.start > first):  # above the article only the notice itself is one
        at = bisect_left(starts, notice.start)
        for box in containers_of(notice):
            inside = chosen[at : bisect_left(starts, box.end)]
            if bisect_left(starts, box.start) != at or sum(b.letters for b in inside) > LARGEST_BOX:
                break
            gone |= {id(b) for b in inside}
    rest = [b for b in chosen if id(b) not in gone]
    return rest if any(b.letters for b in rest) else list(chosen)


def notice_beside(page: ScannedPage, text: str, blocks: Sequence[TextBlock]) -> bool:
    """Say whether a notice stands among an article's blocks or soon behind them."""
    starts = [b.start for b in page.blocks]
    first, last = bisect_left(starts, blocks[0].start), bisect_right(starts, blocks[-1].start)
    return any(is_notice(text, b) for b in page.blocks[first : last + NEAR])
