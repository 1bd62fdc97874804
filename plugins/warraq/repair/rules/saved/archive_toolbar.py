"""
The bar that the Wayback Machine puts above a page that it kept.

It stands between two comments; programs that save a page again leave these out, and the bar's own element shows where it is. Its texts
(«15 captures», «About this capture») can be longer than a short piece of news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...html_tags import Extent, find_tags
from ...late import late
from .. import rule

BEGIN, END = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->"
ELEMENT = late(r"<div\b[^<>]{0,300}?\bid=[\"']?(?:wm-ipp-base|wm-ipp-print)\b[^<>]{0,300}>", re.IGNORECASE)
MOST = 4
"""Bars of one page."""


@rule(
    reason="it is the bar that a web archive puts above the pages it keeps",
    certainty=Certainty.CERTAIN,
    mends={
        f"<body>{BEGIN}<div>15 captures</div>{END}<p>نص</p>": "<body><p>نص</p>",
        '<body><div id="wm-ipp-base"><div>15 captures</div></div><p>نص</p>': "<body><p>نص</p>",
    },
    leaves=['<div id="wm-ipp-base"><p>نص لا ينتهي عنصره', '<div id="wm-ipp">نص</div>'],
    signs="<",
)
def archive_toolbar(text: str) -> Iterator[Edit]:
    at = 0
    for _ in range(MOST):
        span = _between_comments(text, at) or _element(text, at)
        if span is None:
            return
        yield Edit(*span, "")
        at = span[1]


def _between_comments(text: str, at: int) -> tuple[int, int] | None:
    start = text.find(BEGIN, at)
    end = text.find(END, start) if start >= 0 else -1
    return (start, end + len(END)) if end >= 0 else None


def _element(text: str, at: int) -> tuple[int, int] | None:
    """Find a bar's element, with all that is in it; None where it never ends."""
    opening = ELEMENT.search(text, at) if "wm-ipp-" in text else None
    if opening is None:
        return None
    depth = 0
    for tag in find_tags(text, frozenset({"div"}), Extent.BARE, opening.start()):
        depth += -1 if tag.closing else 1
        if not depth:
            return opening.start(), tag.end
    return None
