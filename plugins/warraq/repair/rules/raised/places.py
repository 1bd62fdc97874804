"""The places where tags, codes or a style set something above or below the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...html_tags import strip_tags
from ...html_tags.elements import BREAKS_LINE, CELLS, alternatives
from ...late import late

OPENING = late(
    r"""
    <(?P<name>su[pb])(?P<attributes>\s[^<>]{0,500})?> | \[(?P<code>su[pb])\]
    | <(?P<span>span)\s[^<>]{0,300}?vertical-align\s*:\s*(?P<way>su(?:per|b))\b[^<>]{0,300}>
    """,
    re.IGNORECASE | re.VERBOSE,
)
CLOSING = {
    "tag": late(r"</su[pb]\s*>", re.IGNORECASE),
    "code": late(r"\[/su[pb]\]", re.IGNORECASE),
    "span": late(r"</span\s*>", re.IGNORECASE),
}
LONGEST = 400
"""Code points between the two tags; a note's mark has a link in it."""
NO_SIGNS = late(rf"<(?:su[pb]|span|{alternatives(BREAKS_LINE | CELLS)})\b", re.IGNORECASE)
INNER_SPAN = late(r"</?span\b[^<>]*>", re.IGNORECASE)
TAG_BEFORE = late(r"<[^<>]{1,200}>\Z")
MOST_TAGS = 4
NOTE = late(r"\bhref\s*=\s*[\"']?[^\s\"'<>]{0,300}#|\b(?:foot|end)?note|\bcite|\breference", re.IGNORECASE)
"""A link to a place of a page, or a class that says so."""


class Raised(NamedTuple):
    """What stands above or below the line, with its tags."""

    start: int
    end: int
    """Of both tags and what they hold."""
    words: str
    """What they hold, without tags and the spaces around it."""
    is_below: bool
    is_note: bool
    """It leads to a note."""
    before: str
    """The character before it, tags aside; empty at the beginning."""
    behind: str
    """A space, if what they hold ends in one."""


def raised(text: str) -> Iterator[Raised]:
    """Yield all of them in order; none that holds a line end of its own or another one of them."""
    at = 0
    while opening := OPENING.search(text, at):
        at = opening.end()
        kind = "code" if opening["code"] else "span" if opening["span"] else "tag"
        closing = CLOSING[kind].search(text, at, at + LONGEST)
        if closing is None:
            continue
        inner = text[at : closing.start()]
        if "\n" in inner.strip() or NO_SIGNS.search(inner if kind == "span" else INNER_SPAN.sub("", inner)):
            continue
        words = strip_tags(inner)
        way = (opening["name"] or opening["code"] or opening["way"]).lower()
        note = NOTE.search((opening["attributes"] or "") + inner) is not None
        behind = " " if words[-1:].isspace() else ""
        yield Raised(
            opening.start(), closing.end(), words.strip(), way == "sub", note, _before(text, opening.start()), behind
        )
        at = closing.end()


def _before(text: str, at: int) -> str:
    for _ in range(MOST_TAGS):
        tag = TAG_BEFORE.search(text, max(0, at - 202), at)
        if tag is None:
            break
        at = tag.start()
    return text[at - 1 : at]
