"""
Whether an original is a text, a piece of HTML, or a page.

It decides what a line end means: in a text it ends a paragraph or a line, in HTML it is a space. So a text with a few tags
left in it stays a text; HTML is only what is written as HTML throughout.
"""

from __future__ import annotations

import re

from warraq.archive.original import OriginalKind

from ..html_tags import Extent, find_tags, strip_tags
from ..html_tags.elements import HEADINGS
from ..late import late

SAMPLE = 200_000
"""Letters that are looked at; a page shows its kind at its head."""
FRAME = frozenset({"html", "head", "body"})
DOCTYPE = late(r"<!doctype\s+html(?=[\s>/])", re.IGNORECASE)
BEFORE_A_PAGE = late(
    r"""
    \s*+ (?: <!--(?:(?!-->).){0,2000}+-->\s*+ | <\?xml[^>]{0,200}+>\s*+ ){0,5}+
    <(?:!doctype\s+html|html|head|body)\b
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
HEAD = late(r"<(?:meta|link)\s[^<>]{3,}>|<title[\s>]", re.IGNORECASE)
WRITTEN = HEADINGS | {
    *("p", "div", "li", "ul", "ol", "blockquote", "table", "td", "tr", "article", "section", "br", "figure", "main"),
}
"""Elements that HTML is written in throughout."""
LETTER = late(r"[^\W\d_]")


def kind_of(text: str) -> OriginalKind:
    """Tell from the head and the marks of the text, however damaged."""
    sample = text[:SAMPLE]
    if "<" not in sample:
        return OriginalKind.TEXT
    if BEFORE_A_PAGE.match(sample):
        return OriginalKind.PAGE
    frames = {(tag.closing, tag.name) for tag in find_tags(sample, FRAME, Extent.NAME, whole_name=True)}
    parts = len(frames) + bool(DOCTYPE.search(sample))
    if parts > 2 or (HEAD.search(sample) and not frames.isdisjoint({(True, "head"), (False, "body")})):
        return OriginalKind.PAGE
    return OriginalKind.FRAGMENT if _marked_throughout(sample) else OriginalKind.TEXT


def _marked_throughout(text: str) -> bool:
    """Say whether more than half of the letters stand inside block elements, or lines are ended by `<br>`."""
    depth = inside = at = breaks = tags = 0
    for tag in find_tags(text, WRITTEN, Extent.BARE, whole_name=True):
        if depth:
            inside += _letters(text[at : tag.start])
        at = tag.end
        tags += 1
        if tag.name == "br":
            breaks += 1
        elif tag.closing:
            depth = max(depth - 1, 0)
        else:
            depth += 1
    letters = _letters(text)
    lines = sum(1 for line in text.splitlines() if line.strip())
    # One tag that was never closed does not make HTML of the lines behind it.
    return (inside * 2 > letters and tags * 2 >= lines) or breaks >= max(2, lines * 0.8)


def _letters(text: str) -> int:
    return len(LETTER.findall(strip_tags(text)))
