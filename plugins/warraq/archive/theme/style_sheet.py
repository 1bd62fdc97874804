"""
`content/theme/custom.css`: rules of the editors' own, which stand behind all others and survive an upgrade.

They are taken as they are written.

What pages may not ask for (their policy forbids other hosts) is told, since a browser leaves it out in silence.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from warraq.language import message

from ..decoding import decode_file
from ..problem import Level, Problem

MOST_BYTES = 20_000
"""A first visit loads them."""
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
ELSEWHERE = re.compile(
    r"""(?:url\(\s*['"]?\s*|@import\s+['"])\s*(?P<address>(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^'")\s]*)|(?P<import>@import)"""
)


class StyleSheet(NamedTuple):
    """Rules, and what browsers will not obey of them."""

    css: str
    problems: tuple[Problem, ...]


def check_style_sheet(path: str, data: bytes) -> StyleSheet | Problem:
    """Read the file's bytes."""
    if len(data) > MOST_BYTES:
        what = message(
            "The style sheet is larger than {number} bytes, and each first visit loads it.", number=MOST_BYTES
        )
        return Problem(path, 0, 0, "", what, message("Leave out what it does not need."))
    text = decode_file(path, data)
    if isinstance(text, Problem):
        return text
    # Comments are made of spaces, so that places stay.
    bare = COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)
    if (open_ := bare.count("{") - bare.count("}")) != 0:
        what = (
            message("Braces that nothing closes: {number}.", number=open_)
            if open_ > 0
            else message("Closing braces too many: {number}.", number=-open_)
        )
        return Problem(path, 0, 0, "", what, message("Each opening brace needs a closing one."))
    return StyleSheet(
        text.rstrip("\n") + "\n", tuple(_elsewhere(path, bare, match) for match in ELSEWHERE.finditer(bare))
    )


def _elsewhere(path: str, text: str, match: re.Match[str]) -> Problem:
    line = text.count("\n", 0, match.start()) + 1
    what = message(
        "A browser takes nothing from elsewhere for these pages: {address}.", address=match["address"] or "@import"
    )
    todo = message("Write the rules themselves, and a small picture as data:.")
    return Problem(path, line, 0, "", what, todo, Level.WARNING)
