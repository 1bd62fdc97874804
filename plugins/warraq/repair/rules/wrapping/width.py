"""
The width that a text was broken to.

Mail programs, terminals and PDF extractors end a line where the next word would not have fitted. That leaves a trace no author makes:
each line is full, for the next line's first word would have gone over the width, and most lines end in the midst of a sentence. The last
line of a paragraph is short, and ends in a stop. A proportional font fills its lines less evenly.

Verses are as long as one another too. They rhyme, and don't end in words that ask for another (`في`, `التي`); so a text needs a proof that its
lines are prose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from ...late import late

NARROWEST, WIDEST = 24, 130
"""Code points of a width. Longer lines are paragraphs of their own."""
LOOSE = 0.9
"""How much of the width a line of a proportional font and the next word fill at least, together."""
ENOUGH = 4
"""Line ends within sentences, for a certain width; of a proportional font twice as many."""
STOPS = ".؟?!…:؛"
ENDED = late(f"[{STOPS}][\"'”»’)\\]]*\\Z")
GOES_ON = late(rf"\n(?<=[^{STOPS}\n]\n)(?!\n)")
"""A line end that a sentence may go on over: cheap to look for, where most texts have none or one."""
ASKS = late(
    r"(?:(?<=\s)|\A)(?:[وف]?(?:في|من|إلى|الى|على|عن|أن|إن|ان|التي|الذي|الذين|بين|مع|حتى|لكن|أو|او|لم|لن|قد|كل|غير|عدم|خلال|منذ|أي|بأن|لأن|عند|لدى|عبر)"
    r"|ثم|و|که|از|به|در|با|را|برای|کے|کی|کا|کو|میں|سے|نے|של|את|על|עם|או|כי)\Z"
)
"""Words that no sentence ends in."""
SENTENCE_WITHIN = late(r"[^\W\d_]{3}[.؟?!؛][\"'”»’)]* \S")
CLAUSE_WITHIN = late(r"[^\W\d_]{2}[،,:] \S")
MARKED = late(r"[-–—•●▪■◦○‣·*#>|+]|\(?[0-9٠-٩۰-۹]{1,3} ?[-–—.):/]")
"""What begins a line that stands by itself."""
SET_OUT = late(r"\S(?:\t|   )|\*\*|\|")
"""Columns, and the two halves of a verse."""
RHYME = 0.6
"""Share of lines that end in the same letter, from which on they rhyme."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank."""

    start: int
    """Where its words begin."""
    end: int
    text: str
    indent: int
    blank_before: bool


@dataclass(frozen=True, slots=True)
class Broken:
    """The line ends of a text that were put in to fit a width."""

    ends: tuple[tuple[int, int], ...]
    """Those that certainly were: from the last word of a line to the first word of the next."""
    doubtful: tuple[int, int] | None
    """One that may have been."""


@lru_cache(maxsize=1)  # two rules ask
def broken(text: str) -> Broken | None:
    """Find the line ends that a width explains; None where there are none."""
    count = text.count("\n")
    if count < 2 or len(text) > WIDEST * (count + 1) or not any(islice(GOES_ON.finditer(text), 1, None)):
        return None
    lines = _lines(text)
    if len(lines) > 2 and lines[0].text in lines[1].text:
        del lines[0]  # a title made of the first words: it says nothing of the lines
    if sum(len(line.text) > WIDEST for line in lines) > 0.1 * len(lines):
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blank_before]
    pairs = [pair for pair in pairs if not any(SET_OUT.search(line.text) for line in pair)]
    if len(pairs) < 2:
        return None
    separated = any(line.blank_before for line in lines[2:]) or any(_sets_in(*pair) for pair in pairs)
    width = max(len(line.text) for pair in pairs for line in pair)
    even = _judged(pairs, width, lines[0], separated=separated, loose=False)
    return even or _judged(pairs, width, lines[0], separated=separated, loose=True)


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    at = 0
    blank = False
    for line in text.split("\n"):
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip())
            lines.append(Line(at + indent, at + indent + len(words), words, indent, blank))
        blank = not words
        at += len(line) + 1
    return lines


def _judged(
    pairs: Sequence[tuple[Line, Line]], width: int, first: Line, *, separated: bool, loose: bool
) -> Broken | None:
    """Weigh the evidence for one width; `separated`: paragraphs are set apart, `loose`: the font is proportional."""
    ends: list[tuple[int, int]] = []
    within: list[tuple[Line, Line]] = []
    unexplained = 0
    open_end: tuple[int, int] | None = None
    for line, following in pairs:
        ended = bool(ENDED.search(line.text))
        full = len(line.text) + 1 + len(following.text.partition(" ")[0]) > width * (LOOSE if loose else 1)
        if MARKED.match(following.text) or _sets_in(line, following):
            continue
        if not full:
            unexplained += not ended and line is not first
        elif not ended:
            if loose and line is first and not separated and not ASKS.search(line.text):
                open_end = line.end, following.start  # a title, or the first line of a text without one
                continue
            within.append((line, following))
            ends.append((line.end, following.start))
        elif separated:
            ends.append((line.end, following.start))
    if not NARROWEST < width <= WIDEST or len(within) < 2 or unexplained > len(within) // 12 or _rhyme(within):
        return None
    if not any(ENDED.search(following.text) for _, following in pairs):  # titles, names
        return None
    asking = sum(_asks(line, following) for line, following in within)
    sentences = sum(bool(SENTENCE_WITHIN.search(line.text)) for line, _ in within)
    if loose:
        certain = len(within) >= 2 * ENOUGH and asking >= 1 and asking + sentences >= max(3, len(within) // 8)
    else:
        certain = len(within) >= ENOUGH and asking + sentences >= 1
    clauses = sum(bool(CLAUSE_WITHIN.search(line.text)) for line, _ in within)
    if certain or asking or (not loose and sentences + clauses):
        return Broken(tuple(ends) if certain else (), open_end if certain else ends[0])
    return None


def _sets_in(line: Line, following: Line) -> bool:
    """Say whether a paragraph begins with white space."""
    return following.indent > line.indent + 1


def _asks(line: Line, following: Line) -> bool:
    """Say whether a sentence goes on in the next line: by its last word, or by the small letter that comes next."""
    return bool(ASKS.search(line.text)) or following.text[0].islower()


def _rhyme(pairs: Sequence[tuple[Line, Line]]) -> bool:
    """Say whether most lines end in the same letter."""
    last = Counter(next((c for c in reversed(line.text) if c.isalpha()), "") for line, _ in pairs)
    return len(pairs) > 2 and max(last.values()) >= RHYME * len(pairs)
