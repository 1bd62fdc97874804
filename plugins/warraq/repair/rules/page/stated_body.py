"""
The article's text as the page states it for programs, `articleBody` of JSON-LD: a witness of which blocks are the article.

What both have is the article's, whatever its container is called. What only the statement has, the page may have cut: half of a text is
shown, and «read more» or a wall keeps the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache

from ...halves import whole
from ...html_tags import strip_tags
from ...html_tags.references import unescape
from ...late import late
from .containers import containers_of, is_prose
from .extracted import NOT_WORDS, words_of
from .scanned import TextBlock
from .seen import SeenPage

BODY = late(r'"articleBody"\s{0,20}:\s{0,20}(?P<text>"(?:[^"\\]++|\\.)*+")', re.DOTALL)
MOST_BODIES = 5
"""Statements of one page that are read."""
LARGEST = 300_000
"""Code points of one."""
SHORTEST = 200
"""Letters and digits of a statement that is the whole text; what is shorter is a summary."""
MOST_BLOCKS = 400
"""Blocks that are looked for in a statement."""
RUN = 100
"""Letters and digits that follow one another and are not shown: fewer are a caption, or another mark."""
LONG = 25
"""Letters and digits of a block by which it is found."""
SAME = 0.5
"""Of the chosen letters, those that the statement has at least, where it is of the same text."""
PICTURES = frozenset({"figure", "video", "audio"})
MISSING, LEAST_MISSING = 0.2, 300
"""Of a statement's letters, and letters, that are not shown: then the page may have cut the text."""


@lru_cache(maxsize=1)
def stated_bodies(text: str) -> tuple[str, ...]:
    """Give the texts that a page states, without their tags."""
    if '"articleBody"' not in text:
        return ()
    found: list[str] = []
    for match, _ in zip(BODY.finditer(text), range(MOST_BODIES), strict=False):
        if len(match["text"]) <= LARGEST:
            try:
                said = json.loads(match["text"], strict=False)
            except ValueError:
                continue
            found.append(unescape(strip_tags(unescape(whole(said)))))
    return tuple(found)


def _words_stated(text: str, chosen: Sequence[TextBlock]) -> str:
    """Give the letters and digits of the statement that is of the chosen blocks' text; empty where none is."""
    bodies = stated_bodies(text)
    if not bodies:
        return ""
    keys = [words_of(text, b) for b in chosen if b.letters >= LONG][:MOST_BLOCKS]
    for body in bodies:
        words = NOT_WORDS.sub("", body)
        if len(words) >= SHORTEST and sum(len(k) for k in keys if k in words) > SAME * sum(map(len, keys)):
            return words
    return ""


def with_stated(page: SeenPage, chosen: Sequence[TextBlock]) -> list[TextBlock]:
    """Add the paragraphs that a statement of the same text has as well."""
    if not (words := _words_stated(page.text, chosen)):
        return list(chosen)
    known = {id(b) for b in chosen}
    had = {words_of(page.text, b) for b in chosen}
    for block in page.blocks:
        is_shown = is_prose(block) and chosen[0].start < block.start and not _is_of_picture(block)
        if id(block) not in known and is_shown:
            key = words_of(page.text, block)
            if key not in had and key in words:
                known.add(id(block))
                had.add(key)
    return [b for b in page.blocks if id(b) in known]


def _is_of_picture(block: TextBlock) -> bool:
    """Say whether a block is a caption, or a notice in place of a film: statements hold them too."""
    return any(e.is_caption or e.name in PICTURES for e in containers_of(block))


def lacks_stated(text: str, chosen: Sequence[TextBlock]) -> bool:
    """Say whether the page states much more of the chosen text than these blocks have: long runs that none of them says."""
    if not (words := _words_stated(text, chosen)):
        return False
    shown: list[tuple[int, int]] = []
    at = 0
    for key in [k for b in chosen if len(k := words_of(text, b)) >= LONG][:MOST_BLOCKS]:
        place = words.find(key, at)
        if place < 0 and (place := words.find(key, 0, at)) < 0:  # a lead says again what stands further below
            continue
        at = place + len(key)
        shown.append((place, at))
    at = left = 0
    for start, end in sorted([*shown, (len(words), len(words))]):
        left += max(0, start - at) * (start - at >= RUN)
        at = max(at, end)
    return left >= max(LEAST_MISSING, MISSING * len(words))
