"""
Dates beside an article that are not its own: of a comment, of another article, of an event, of a change, of a message that it quotes.

A page says so by the element that a date stands in, or by what begins between the article and the date.
"""

from __future__ import annotations

import re

from .passages import DateInPassage, Passages

REACH = 600
"""Code points before a date in which its own tag begins."""
BEHIND = 20_000
"""Code points behind the article's last word; what stands further down is none of its own."""
MARKED = re.compile(
    r"updat|modif|start-?date|end-?date|startdate|enddate|event|expir|comment|tweet"
    r"|//(?:\w+\.)?(?:twitter|x|facebook|instagram|threads|tiktok|youtube|t)\.(?:com|me|net)/",
    re.IGNORECASE,
)
PUBLISHED = re.compile(r"publish|posted|pubdate", re.IGNORECASE)
BLOCK = re.compile(
    r"<(?:aside|footer|h[1-6]|iframe)\b"
    r"|<[a-z]+\s[^<>]{0,400}?(?:class|id)\s{0,9}=\s{0,9}[\"']?[^\"'<>]{0,200}?(?:comment|disqus|relat|recommend|teaser|sidebar|widget|latest|popular|trend|footer)",
    re.IGNORECASE,
)
"""What begins something else behind an article."""


def is_anothers(passages: Passages, found: DateInPassage) -> bool:
    """Say whether the page marks a date as none of its article's publication."""
    place = passages.evidence(found.passage, found.date.start, found.date.end, "date")
    return "<" in passages.original and (_is_marked(passages.original, place.start) or is_beyond(passages, place.start))


def _is_marked(original: str, at: int) -> bool:
    """Say whether the tag before a date says that it is another one's, or of a change."""
    opening = original.rfind("<", max(0, at - REACH), at)
    tag = original[opening:at].partition(">")[0] if opening >= 0 else ""
    return tag[1:2] != "/" and MARKED.search(tag) is not None and not PUBLISHED.search(tag)


def is_beyond(passages: Passages, at: int) -> bool:
    """Say whether something else has begun between the article's end and this place of O."""
    end = passages.end
    return at > end + BEHIND or BLOCK.search(passages.original, end, max(end, at)) is not None
