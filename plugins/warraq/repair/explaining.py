"""
What was done to a text, for people at a terminal: its changed lines, each change with its rule and reason, and what is doubtful.

What was taken out and put in is coloured, or stands in `[-…-]` and `{+…+}`; what can't be seen is named. A line is shown as it was, from
right to left or left to right as the terminal has it.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from warraq.archive.change import Change, Doubt

from .library import Repaired

RED, GREEN, YELLOW, DIM, PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[2m", "\x1b[0m"
NEAR = 40
"""Code points that are shown around a change; a line may be as long as a file."""
LONGEST = 60
"""Code points of what was taken out or put in that are shown."""
MOST = 400
"""Changes that are shown one by one, and as many doubts."""


def explain(done: Repaired, language: str, *, coloured: bool) -> Iterator[str]:
    """Yield the lines to print."""
    text = done.original.text
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]

    def line_of(place: Change | Doubt) -> int:
        return bisect_right(starts, place.start)

    paint = _Paint(coloured)
    for number, group in groupby(done.repairs[:MOST], line_of):
        changes = list(group)
        yield f"{paint(DIM, f'{number}:')} {_line(text, changes, paint)}"
        for change in changes:
            rules = " + ".join(change.rules)
            yield f"    {rules}: {done.reason(change, language)} ({_named(change.before)} → {_named(change.after)})"
    for doubt in done.doubts[:MOST]:
        words = paint(YELLOW, _visible(text[doubt.start : doubt.end][:LONGEST]))
        yield f"{paint(DIM, f'{line_of(doubt)}?')} {words}"
        yield f"    {doubt.rule}: {done.reason(doubt, language)}"
    layout = len(done.changes) - len(done.repairs)
    yield (
        f"{len(done.repairs)} repairs, {len(done.doubts)} doubts (left as they are), {layout} changes of lines and blocks"
    )


class _Paint:
    def __init__(self, coloured: bool) -> None:  # noqa: FBT001 - the only thing that it knows
        self.coloured = coloured

    def __call__(self, colour: str, words: str) -> str:
        return f"{colour}{words}{PLAIN}" if self.coloured and words else words

    def removed(self, words: str) -> str:
        return self(RED, words) if self.coloured else f"[-{words}-]" if words else ""

    def added(self, words: str) -> str:
        return self(GREEN, words) if self.coloured else f"{{+{words}+}}" if words else ""


def _line(text: str, changes: list[Change], paint: _Paint) -> str:
    """Give the line of some changes, shortened between them."""
    start = text.rfind("\n", 0, changes[0].start) + 1
    end = text.find("\n", changes[-1].end)
    end = len(text) if end < 0 else end
    pieces: list[str] = []
    at = start
    for change in changes:
        pieces += _between(text[at : change.start], first=at == start)
        pieces += paint.removed(_visible(change.before)), paint.added(_visible(change.after))
        at = change.end
    rest = text[at:end]
    pieces.append(_visible(rest[:NEAR]) + ("…" if len(rest) > NEAR else ""))
    return "".join(pieces)


def _between(words: str, *, first: bool) -> Iterator[str]:
    if len(words) <= 2 * NEAR:
        yield _visible(words)
        return
    yield "" if first else _visible(words[:NEAR])
    yield "…"
    yield _visible(words[-NEAR:])


def _visible(words: str) -> str:
    """Show what a terminal would not: controls, marks of direction, line ends; a blank at an edge as a box."""
    if len(words) > 2 * NEAR + LONGEST:
        words = f"{words[:LONGEST]}…"
    if words.isspace() and "\n" not in words:
        return "␣" * len(words)
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in words)


def _named(words: str) -> str:
    """Name signs that can't be seen, quote words."""
    if not words:
        return "nothing"
    if len(words) <= 2 and not words.isalnum():
        return " + ".join(unicodedata.name(sign, f"U+{ord(sign):04X}") for sign in words)
    shown = words[:LONGEST] + ("…" if len(words) > LONGEST else "")
    return f"“{_visible(shown)}”"
