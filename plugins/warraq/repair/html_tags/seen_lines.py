"""
Lines of a page as its readers see them, with the place in O of every letter.

What says the day beside an article is often written in pieces, `8.<a>Dezember 2010</a>`, or in references, `&#1640; نوفمبر`. Comments, scripts
and styles are not seen.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..late import late
from .references import unescape

INLINE = frozenset(
    [
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "data",
            "del",
            "em",
            "font",
            "i",
            "img",
            "ins",
            "label",
            "mark",
            "nobr",
        ),
        *("q", "s", "small", "span", "strike", "strong", "sub", "sup", "svg", "path", "time", "u", "wbr"),
    ]
)
"""Elements that end no line."""
UNSEEN = frozenset(["script", "style", "noscript", "template", "select", "textarea"])
ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in UNSEEN}
TOKEN = late(
    r"""
    (?P<comment><!--)
    | </?(?P<name>[a-zA-Z][\w:-]{0,40})[^<>]{0,4000}>
    | (?P<reference>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});)
    | (?P<space>\s+)
    | [^<&\s]+ | .
    """,
    re.VERBOSE | re.DOTALL,
)
LONGEST = 300
"""Code points of a line that is looked at; a longer one is text."""


class SeenLine(NamedTuple):
    """One line, and where each of its letters begins and ends in O."""

    text: str
    starts: array[int]
    ends: array[int]


@dataclass(slots=True)
class _Line:
    text: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("q"))
    ends: array[int] = field(default_factory=lambda: array("q"))

    def add(self, letters: str, start: int, end: int | None = None) -> None:
        """Add letters; those of one reference have its place in common."""
        for n, letter in enumerate(letters):
            self.text.append(letter)
            self.starts.append(start if end else start + n)
            self.ends.append(end or start + n + 1)

    def space(self, start: int) -> None:
        if self.text and self.text[-1] != " ":
            self.add(" ", start)


def seen_lines(original: str, start: int, end: int) -> Iterator[SeenLine]:
    """Yield the short lines that are seen between two places of O, in their order, their spaces as one each."""
    line = _Line()
    at = start
    while at < end and (token := TOKEN.match(original, at, end)):
        at = token.end()
        if token["comment"]:
            closing = original.find("-->", at, end)
            at = closing + 3 if closing >= 0 else end
        elif name := (token["name"] or "").lower():
            if name in UNSEEN and token[0][1] != "/":
                ending = ENDS[name].search(original, at, end)
                at = ending.start() if ending else end
            if name in INLINE:
                line.space(token.start())
            else:
                yield from _whole(line)
                line = _Line()
        elif len(line.text) > LONGEST:
            continue
        elif token["reference"]:
            letters = unescape(token[0])
            line.space(token.start()) if letters.isspace() else line.add(letters, *token.span())
        elif token["space"]:
            line.space(token.start())
        else:
            line.add(token[0], token.start())
    yield from _whole(line)


def _whole(line: _Line) -> Iterator[SeenLine]:
    text = "".join(line.text).rstrip()
    if text and len(text) <= LONGEST:
        yield SeenLine(text, line.starts, line.ends)
