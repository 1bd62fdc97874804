"""
Words of Latin script that were parted by a hyphen at the end of a line: `yester-` and, below, `day`.

Two such ends prove a program that filled lines; then the lines around them are joined too where a sentence goes on. One alone may be a
verse's or a list's. A hyphen is the word's own where the text has it elsewhere (`well-known`), and perhaps behind words that make
compounds; before `and` it stands for a part that comes later (`long- and short-term`). Arabic script parts no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ...late import late
from .width import ENDED, MARKED

PARTED = late(r"(?P<first>(?<![^\W_])[^\W\d_]{2,})-[ \t]*\n[ \t]*(?P<second>[^\W\d_]+)")
WITH_HYPHEN = late(r"[^\W\d_]++-[^\W\d_]++")
SUSPENDED = frozenset(re.findall(r"\w+", "and or to und oder bzw bis et ou y o e en of ve veya och eller og i a"))
COMPOUND = frozenset(
    re.findall(
        r"\w+",
        """
        well ill self non ex anti half all long short high low full part mid semi cross post pre pro co so then vice north south east west
        one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first second third
        hard soft far near late early old new good better best free fast slow left right multi inter ultra
        """,
    )
)
"""First parts of words that often keep their hyphen."""
ENDINGS = frozenset(
    re.findall(
        r"\w+",
        "ern erly ing ings ly ness er ers ed ment ments tion tions able ward wards est ful less ship hood ies ity en es ism ist ists",
    )
)
"""What is no word by itself: the hyphen before it parted one."""
LATIN = "\u024f"
"""The last letter of it, as far as newspapers go."""
FULL = 0.7
"""Of the longest line: what a line that was filled has at least where hyphens help to fill it."""
LINE = late("[^\n]+")


@dataclass(frozen=True, slots=True)
class Hyphenated:
    """The line ends of a text that hyphens explain."""

    ends: dict[tuple[int, int], str]
    """From the hyphen, or from the last word of a line, to the next line's first word, with what takes their place; empty: only doubtful."""
    doubtful: tuple[tuple[int, int], ...]
    """Words, from their first part to their second, whose hyphen may be their own, or that may not be parted at all."""


@lru_cache(maxsize=1)  # three rules ask
def hyphenated(text: str) -> Hyphenated | None:
    """Find the words that are parted, and the line ends around them; None where there are none."""
    if "-\n" not in text and "- \n" not in text:
        return None
    found = [m for m in PARTED.finditer(text) if _is_latin(m)]
    parted = [m for m in found if m["second"] not in SUSPENDED]
    if len(parted) < 2:
        return Hyphenated({}, tuple(m.span() for m in parted)) if parted else None
    ends: dict[tuple[int, int], str] = {}
    doubtful: list[tuple[int, int]] = []
    whole = {m[0] for m in WITH_HYPHEN.finditer(text)}
    for match in found:
        end, begin = match.end("first"), match.start("second")
        if match["second"] in SUSPENDED:
            ends[end + 1, begin] = " "
        elif match["first"].lower() in COMPOUND and match["second"] not in ENDINGS:
            ends[end + 1, begin] = ""
            doubtful.append(match.span())
        elif f"{match['first']}-{match['second']}" in whole:
            ends[end + 1, begin] = ""
        else:
            ends[end, begin] = ""
    for start, end in _between(text, {m.start("second") for m in found}):
        ends[start, end] = " "
    return Hyphenated(ends, tuple(doubtful))


def _is_latin(match: re.Match[str]) -> bool:
    first, second = match["first"], match["second"]
    return max(first) <= LATIN and max(second) <= LATIN and first[-1].islower() and second[0].islower()


def _between(text: str, parted: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the other line ends within a sentence of paragraphs that have a parted word; `parted`: where lines begin with one's rest."""
    lines = [(m.start() + _indent(m[0]), m.start() + len(m[0].rstrip())) for m in LINE.finditer(text)]
    lines = [line for line in lines if line[0] < line[1]]
    block: list[tuple[int, int]] = []
    for i, line in enumerate(lines):
        block.append(line)
        if i + 1 == len(lines) or text.count("\n", line[1], lines[i + 1][0]) > 1:
            if any(start in parted for start, _ in block):
                yield from _within(text, block, parted)
            block = []


def _within(text: str, block: list[tuple[int, int]], parted: set[int]) -> Iterator[tuple[int, int]]:
    width = max(end - start for start, end in block)
    for (start, end), (begin, stop) in pairwise(block):
        if begin in parted or ENDED.search(text[max(start, end - 9) : end]) or MARKED.match(text, begin, stop):
            continue
        if text[begin].islower() or (text[begin] <= LATIN and end - start >= FULL * width and start > 0):
            yield end, begin


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
