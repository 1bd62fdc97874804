"""
The tags of a page, one after the other, however broken.

A tag whose end was cut off, a quotation mark that never closes, a `<script>` or `<!--` without its end cost what is
broken and nothing behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .names import BLOCK, CUTTABLE, RAW

# A quoted value may hold `>`, but no letter of Arabic behind one: then its quotation mark was never closed.
QUOTED = r"\"[^\"<>]*(?:>[^\"<\n\u0600-\u06ff]{0,200})?\"|'[^'<>]*(?:>[^'<\n\u0600-\u06ff]{0,200})?'"
ANY_TAG = re.compile(
    rf"<!--|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*)(?:(?P<rest>(?:\s|/|[\"'])(?:[^<>\"']++|{QUOTED}|[\"'])*+)?>"
    r"|(?P<cut>[^<>\n\u0600-\u06ff]*))|<[!?][^<>]*>"
)
BLOCK_AHEAD = re.compile(r"<(?:/?(?:p|div|h\d|article|section|body|main|head|ul|table)\b|!--)", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
PROSE = re.compile(r"<(?:p|div|h\d|article)\b[^<>]*>[^<]{20,}", re.IGNORECASE)


class Tag(NamedTuple):
    """One tag, or something that is no text."""

    start: int
    end: int
    name: str
    """In lower case; empty of comments, declarations and scripts."""
    closing: bool
    rest: str
    """Its attributes."""
    flawed: bool
    """It is cut off, or never ends."""


def tags_of(text: str) -> Iterator[Tag]:
    """Yield tags in order, cut ones too; a comment, and a script with what it holds, is one tag without a name."""
    at = 0
    comment_end = _Next(text, re.compile("-->"))
    block_ahead = _Next(text, BLOCK_AHEAD)
    ends = {name: _Next(text, re.compile(rf"</{name}\s*>", re.IGNORECASE)) for name in RAW}
    while match := ANY_TAG.search(text, at):
        start, at = match.span()
        flawed = match["cut"] is not None
        name = (match["name"] or "").lower()
        if match[0] == "<!--":
            end = comment_end.after(at)
            if end is None or text.find("<!--", at, end.start()) >= 0:
                flawed = True
            else:
                at = end.end()
            yield Tag(start, at, "", False, "", flawed)
        elif match["cut"] is not None and name not in BLOCK and name not in CUTTABLE:
            at = start + 1  # `<` in prose
            yield Tag(start, start, "", False, "", True)
        elif name in RAW and not match["end"]:
            end = ends[name].after(at) if match["cut"] is None else None
            if end is None or (name == "script" and _is_swallowing(text, at, end.start())):
                flawed = True
                block = block_ahead.after(at) if match["cut"] is None else None
                at = block.start() if block else len(text) if match["cut"] is None else at
            else:
                at = end.end()
            yield Tag(start, at, "", False, "", flawed)
        else:
            yield Tag(start, at, name, bool(match["end"]), match["rest"] or match["cut"] or "", flawed)


class _Next:
    """Where a pattern stands next: asked again and again while going through a text, it is looked for once."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self.text, self.pattern = text, pattern
        self.found = pattern.search(text)

    def after(self, at: int) -> re.Match[str] | None:
        if self.found and self.found.start() < at:
            self.found = self.pattern.search(self.text, at)
        return self.found


def _is_swallowing(text: str, start: int, end: int) -> bool:
    """Another script begins before this one ends, and paragraphs stand between: its own end is lost."""
    again = SCRIPT.search(text, start, end)
    return again is not None and PROSE.search(text, start, again.start()) is not None
