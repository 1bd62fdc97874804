"""
The tags of a page, one after the other, however broken.

A tag whose end was cut off, a quotation mark that never closes, a `<script>` or `<!--` without its end cost what is
broken and nothing behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..late import late
from .elements import BLOCK, CUTTABLE, HEADINGS, RAW_TEXT, alternatives
from .tags import Tag, made

ARABIC = "\u0600-\u06ff"
# A quoted value may hold `>`, but no Arabic letter behind one: then its quotation mark was never closed.
ENDED = r"(?=\s+[\w:@.-]+\s*=\s*[\"']|\s*/?>)"
"""Behind the quotation mark that ends a long value stands the next attribute or the tag's end: no prose goes on so."""
QUOTED = (
    rf"\"[^\"<>]*(?:>[^\"<\n{ARABIC}]{{0,200}})?\"|'[^'<>]*(?:>[^'<\n{ARABIC}]{{0,200}})?'"
    rf"|\"[^\"<>]*>[^\"<\n{ARABIC}]{{200,2000}}\"{ENDED}"
)
TAG = late(
    rf"""
    <!--
    | <(?P<closing>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*)
      (?:
        (?P<attributes>(?:\s|/|["'])(?:[^<>"']++|{QUOTED}|["'])*+)?>
        | (?P<cut>[^<>\n{ARABIC}]*)
      )
    | <[!?][^<>]*>
    """,
    re.VERBOSE,
)
CLOSING, NAME, ATTRIBUTES, CUT = (TAG.groupindex[name] for name in ("closing", "name", "attributes", "cut"))
PARAGRAPHS = HEADINGS | {"p", "div", "article"}
BLOCK_AHEAD = late(
    rf"<(?:/?(?:{alternatives(PARAGRAPHS | {'section', 'body', 'main', 'head', 'ul', 'table'})})\b|!--)", re.IGNORECASE
)
COMMENT_END = late("-->")
ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in sorted(RAW_TEXT)}
SCRIPT = late(r"<script\b", re.IGNORECASE)
PROSE = late(rf"<(?:{alternatives(PARAGRAPHS)})\b[^<>]*>[^<]{{20,}}", re.IGNORECASE)


def page_tags(text: str) -> Iterator[Tag]:
    """Yield tags in order, cut ones too; a comment, and a script with what it holds, is one tag without a name."""
    at = 0
    comment_end = _Next(text, COMMENT_END)
    block_ahead = _Next(text, BLOCK_AHEAD)
    ends = {name: _Next(text, pattern) for name, pattern in ENDS.items()}
    while match := TAG.search(text, at):
        start, at = match.span()
        if match[NAME] is None:
            is_flawed = False
            if at - start == len("<!--"):
                end = comment_end.after(at)
                is_flawed = end is None or text.find("<!--", at, end.start()) >= 0
                if end is not None and not is_flawed:
                    at = end.end()
            yield _nameless(start, at, is_flawed=is_flawed)
            continue
        name, closing = match[NAME].lower(), bool(match[CLOSING])
        inside = match.span(ATTRIBUTES)
        is_cut = match.start(CUT) >= 0
        if is_cut and name not in BLOCK and name not in CUTTABLE:
            at = start + 1  # `<` in prose
            yield _nameless(start, start, is_flawed=True)
        elif name in RAW_TEXT and not closing:
            end = None if is_cut else ends[name].after(at)
            is_flawed = end is None or (name == "script" and _is_swallowing(text, at, end.start()))
            if end is not None and not is_flawed:
                at = end.end()
            elif not is_cut:
                block = block_ahead.after(at)
                at = block.start() if block else len(text)
            yield _nameless(start, at, is_flawed=is_flawed)
        else:
            if is_cut:
                inside = match.span(CUT)
            elif inside[0] == inside[1]:
                inside = at, at
            yield made(Tag, (name, closing, start, at, *inside, is_cut))


def _nameless(start: int, end: int, *, is_flawed: bool) -> Tag:
    return Tag("", closing=False, start=start, end=end, attributes_start=end, attributes_end=end, is_flawed=is_flawed)


class _Next:
    """The next match of a pattern: asked again and again while going through a text, it is searched for once."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self.text, self.pattern = text, pattern
        self.found: re.Match[str] | None = None
        self.is_searched = False

    def after(self, at: int) -> re.Match[str] | None:
        """Give the first match that begins at this place or later; places never go down."""
        if not self.is_searched or (self.found and self.found.start() < at):
            self.found = self.pattern.search(self.text, at)
            self.is_searched = True
        return self.found


def _is_swallowing(text: str, start: int, end: int) -> bool:
    """Say whether another script begins before this one ends, and paragraphs stand between: then its own end is lost."""
    again = SCRIPT.search(text, start, end)
    return again is not None and PROSE.search(text, start, again.start()) is not None
