"""
Which words of D their author struck out.

The rule `struck-words` takes out the tags around them; a change of it, or one that it became a part of, holds them in O still. Tags around
whole paragraphs may have gone with what stood around the article: they are looked for in O.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from warraq.archive.change import Change

from ..changes import position_map, undo
from ..html_tags import strip_tags
from ..html_tags.struck import NAMES, struck_places
from ..late import late

RULE = "struck-words"
TAG = late(
    rf"(?:<|&lt;)(?P<closing>/?)(?P<name>{NAMES}|span)(?=[\s>&])[^<>]{{0,700}}?(?:>|&gt;)|\[(?P<code_closing>/?)(?P<code>{NAMES})\]",
    re.IGNORECASE,
)
LONGEST = 5_000
"""Code points of O from the first tag to the second: what a page had around the article may have been cut within them."""
AROUND_BLOCKS = late(
    rf"<(?:{NAMES})(?:\s[^<>]{{0,500}})?>(?=\s{{0,200}}<(?:p|div|ul|ol|li|blockquote|table|h[2-6])\b)",
    re.IGNORECASE,
)
NEAR = 200
"""Code points of a change that are looked at next to a tag: it may hold half a page."""
LONGEST_BLOCKS = 20_000
"""Code points of O that are struck out as whole paragraphs."""
Ended = tuple[int, int]
"""
A place of O, and -1 where it lies before what the change that holds it put in, 1 where it lies behind that: a mended word next to
the tag is one change with it.
"""


def struck(text: str, changes: Sequence[Change]) -> list[tuple[int, int]]:
    """Give the places of D that are struck out, in order: each in one line, without the spaces at its ends."""
    told = sorted({*_places(changes), *_around_blocks(text, changes)})
    if not told:
        return []
    follow = position_map(changes)
    found: list[tuple[int, int]] = []
    for begin, end in told:
        for at, to in _lines(text, follow(*begin), follow(*end)):
            if not found or found[-1][1] <= at:
                found.append((at, to))
    return found


def _around_blocks(text: str, changes: Sequence[Change]) -> Iterator[tuple[Ended, Ended]]:
    """Yield what stands between two tags with whole paragraphs in between."""
    if any(AROUND_BLOCKS.search(c.before) for c in changes):
        original = undo(text, changes)
        for begin, end in struck_places(original, LONGEST_BLOCKS):
            if end[1] and AROUND_BLOCKS.match(original, begin[0]):
                yield (begin[1], 1), (end[0], -1)


def _places(changes: Sequence[Change]) -> Iterator[tuple[Ended, Ended]]:
    """Yield what stands between two tags."""
    begun = 0, 1
    name = ""
    for c in changes:
        if RULE not in c.rules:
            continue
        for tag in TAG.finditer(c.before):
            its = (tag["name"] or tag["code"]).lower()
            at = c.start + tag.end()
            if not (tag["closing"] or tag["code_closing"]):
                if (not name or at - begun[0] > LONGEST) and (its != "span" or "line-through" in tag[0].lower()):
                    holds_words = not _says(c.before[max(0, tag.start() - NEAR) : tag.start()]) and _says(
                        c.before[tag.end() : tag.end() + NEAR]
                    )
                    begun, name = (at, -1 if holds_words else 1), its
            elif its == name:
                yield (
                    begun,
                    (c.start + tag.start(), 1 if _says(c.before[max(0, tag.start() - NEAR) : tag.start()]) else -1),
                )
                name = ""


def _says(before: str) -> bool:
    return bool(strip_tags(before).strip())


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        to = text.find("\n", start, end)
        to = end if to < 0 else to
        words = text[start:to]
        if stripped := words.strip(" "):
            at = start + len(words) - len(words.lstrip(" "))
            yield at, at + len(stripped)
        start = to + 1
