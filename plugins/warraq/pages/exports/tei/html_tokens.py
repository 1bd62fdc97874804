"""
The HTML of an edition as a flat list: start tags, end tags, text with its place in T.

It is HTML that we wrote ourselves (`edition/layout.py`): well-formed, escaped, and only the edition sets classes. So the
elements that it wrote for its marks are known by their classes, and left out here: each format writes marks in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from html import unescape

TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?: [\w:-]+(?:=\"[^\"]*\")?)*) ?/?>")
ATTRIBUTE = re.compile(r' ([\w:-]+)(?:="([^"]*)")?')
VOID = frozenset({"br", "col", "hr", "img", "wbr"})
ALIGNED = "align-"
"""The one class that an author's own cells have."""


@dataclass(frozen=True, slots=True)
class Start:
    """A start tag; of a void element too."""

    tag: str
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class End:
    """An end tag."""

    tag: str


@dataclass(frozen=True, slots=True)
class Words:
    """Text, and where it begins in T."""

    text: str
    start: int


HtmlToken = Start | End | Words


def html_tokens(html: str, start: int = 0) -> Iterator[HtmlToken]:
    """Yield what the HTML of a section or of a note consists of, without the edition's marks; its text begins at `start` in T."""
    at = 0
    kept: list[bool] = []  # of each open element: whether it is the author's
    for match in TAG.finditer(html):
        if match.start() > at:
            words = unescape(html[at : match.start()])
            yield Words(words, start)
            start += len(words)
        at = match.end()
        is_end, tag = bool(match[1]), match[2]
        if is_end:
            if kept and kept.pop():
                yield End(tag)
            continue
        attributes = {name: unescape(value) for name, value in ATTRIBUTE.findall(match[3])}
        is_own = attributes.get("class", ALIGNED).startswith(ALIGNED)
        if tag not in VOID:
            kept.append(is_own)
        if is_own:
            yield Start(tag, attributes)
    if at < len(html):
        yield Words(unescape(html[at:]), start)


def with_own_ids(tokens: Iterable[HtmlToken], prefix: str, ids: Container[str]) -> Iterator[HtmlToken]:
    """Let links to places of the article lead to their ids in the document; `ids`: those that it has, with the prefix."""
    for token in tokens:
        if isinstance(token, Start) and token.attributes.get("href", "").startswith("#"):
            id_ = f"{prefix}.{token.attributes['href'][1:]}"
            values = {name: value for name, value in token.attributes.items() if name != "href"}
            yield Start(token.tag, values | ({"href": f"#{id_}"} if id_ in ids else {}))
        else:
            yield token
