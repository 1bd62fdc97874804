"""The places where tags, a style or codes draw a line through words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..late import late

NAMES = "s|del|strike"
TAG = late(
    rf"""
    <(?P<closing>/?)(?P<name>{NAMES})(?:\s[^<>]{{0,500}})?> | \[(?P<code_closing>/?)(?P<code>{NAMES})\]
    | <(?P<span_closing>/?)span(?P<style>\s[^<>]{{0,700}})?>
    """,
    re.IGNORECASE | re.VERBOSE,
)
LINE_THROUGH = late(r"text-decoration(?:-line)?\s*:[^;\"']{0,60}line-through", re.IGNORECASE)
LONGEST = 4_000
"""Code points that are struck out at once, with their tags; an end that stands farther off may be another one's."""
Span = tuple[int, int]


class Place(NamedTuple):
    """Both tags, as their places in the text; the second is empty where nothing ends what the first begins."""

    begin: Span
    end: Span


def struck_places(text: str, longest: int = LONGEST) -> list[Place]:
    """Give them in order, none of which has more than `longest` code points; what is struck out within another one is a part of it."""
    opened: dict[str, list[tuple[Span, bool]]] = {}
    found: list[Place] = []
    for tag in TAG.finditer(text):
        kind = (tag["name"] or "span").lower() if tag["code"] is None else f"[{tag['code'].lower()}"
        if not (tag["closing"] or tag["code_closing"] or tag["span_closing"]):
            is_line = kind != "span" or LINE_THROUGH.search(tag["style"] or "") is not None
            opened.setdefault(kind, []).append((tag.span(), is_line))
        elif its := opened.get(kind):
            begin, is_line = its.pop()
            if is_line:
                found.append(Place(begin, tag.span() if tag.end() - begin[0] <= longest else (0, 0)))
    found += (Place(begin, (0, 0)) for its in opened.values() for begin, is_line in its if is_line)
    return list(_outermost(sorted(found)))


def _outermost(places: list[Place]) -> Iterator[Place]:
    reached = 0
    for place in places:
        if place.begin[0] >= reached:
            reached = max(place.begin[1], place.end[1])
            yield place
