"""
How far a reading is right.

P, R and F are of the words as bags; a share of pages has F ≥ .9. A snippet is wanted or unwanted and found or not. A title has
the same words, and the same marks as well. A day is right, part (its year or month), none or wrong. Authors are right (all, and
nobody else), part, none or wrong. A paragraph is lost where neither its beginning nor its end is there; a number where it is
nowhere in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from .gold import Gold, LabelledPage
from .reading import Reading
from .words import joined, marked, numbers, plain_of, spaced, words

GOOD = 0.9
LONG_ENOUGH = 40
"""Letters of a paragraph that is looked for, and 20 more of its ends."""
END = 60
HEADING = re.compile(r"(?m)^(?:#+ (.*)|\*\*(.*)\*\*\s*)$")
SNIPPET = 6
"""Words of a snippet that is wanted."""


@dataclass(slots=True)
class Score:
    """The score of one page; empty lists and None where nothing was asked."""

    precision: float | None = None
    recall: float | None = None
    f: float | None = None
    wanted: list[bool] = field(default_factory=list)
    left: list[bool] = field(default_factory=list)
    """Unwanted snippets: whether they are there."""
    title: bool | None = None
    title_marks: bool | None = None
    day: str = ""
    authors: str = ""
    source: bool | None = None
    lost: list[bool] = field(default_factory=list)
    numbers_lost: list[bool] = field(default_factory=list)
    headings: list[bool] = field(default_factory=list)
    foreign_headings: int = 0
    rows: list[bool] = field(default_factory=list)
    """Rows of tables: whether they are rows of a Markdown table."""
    aside: bool | None = None
    """Whether a page without an article was set aside; of others, None."""
    refused: bool = False
    """A page with an article was set aside."""
    doubts: float | None = None
    """On 10,000 sound words; every one is false."""
    told: list[bool] = field(default_factory=list)
    """Of wrong titles, days and authors: whether the record says that it is not sure."""


def score(page: LabelledPage, reading: Reading) -> Score:
    """Compare what was read with what is right."""
    gold = page.gold
    if gold.aside == "yes" or (gold.aside and reading.aside):
        return Score(aside=bool(reading.aside))
    result = Score(refused=bool(reading.aside))
    text = plain_of(reading.text)
    if gold.sound and not reading.aside:
        result.doubts = reading.doubts / len(words(" ".join(gold.lines))) * 10_000
    _score_text(result, gold, reading.text, text)
    result.title = words(gold.title) == words(reading.title)
    result.title_marks = marked(gold.title) == marked(reading.title)
    if gold.day is not None:
        result.day = day_score(gold.day, reading.day)
    if gold.authors is not None:
        result.authors = author_score(gold.authors, reading.authors)
    if gold.source is not None:
        result.source = joined(gold.source) == joined(reading.source)
    wrong = [("title", not result.title), ("date", result.day == "wrong"), ("author", result.authors == "wrong")]
    result.told = [key in reading.told for key, is_wrong in wrong if is_wrong]
    return result


def _score_text(result: Score, gold: Gold, markdown: str, text: str) -> None:
    right = Counter(words(" ".join(gold.lines)))
    ours = Counter(words(text))
    common = sum((right & ours).values())
    more = (ours - right) - Counter(words(" ".join(gold.captions)))
    result.precision, result.recall = common / max(1, common + more.total()), common / max(1, right.total())
    both = result.precision + result.recall
    result.f = 2 * result.precision * result.recall / both if both else 0.0
    flat, bare = spaced(text), joined(text)
    result.wanted = [snippet in bare for snippet in _wanted(gold)]
    if any(result.wanted):  # an empty text leaves nothing, and is no merit
        result.left = [spaced(snippet) in flat for snippet in gold.unwanted]
    result.lost = [
        p[:END] not in bare and p[-END:] not in bare for p in map(joined, gold.paragraphs) if len(p) > LONG_ENOUGH
    ]
    want, have = Counter(numbers(" ".join(gold.lines))), Counter(numbers(text))
    result.numbers_lost = [False] * sum((want & have).values()) + [True] * sum((want - have).values())
    found = {joined(re.sub(r"\\(.)", r"\1", m[1] or m[2])) for m in HEADING.finditer(markdown)}
    result.headings = [joined(h) in found for h in gold.headings]
    result.foreign_headings = len(found - {joined(h) for h in gold.headings})
    table = {joined(line) for line in markdown.split("\n") if line.startswith("|")}
    result.rows = [joined(" ".join(row)) in table for row in gold.rows]


def _wanted(gold: Gold) -> list[str]:
    first, last = words(gold.paragraphs[0]), words(gold.paragraphs[-1])
    return [" ".join(first[:SNIPPET]), " ".join(last[-SNIPPET:])]


def day_score(right: str, said: str) -> str:
    """Give `right`, `part`, `none` or `wrong`; a day that the page leaves open is right where it was left open."""
    if right.startswith("open:"):
        return "right" if not said or said == right.removeprefix("open:") else "wrong"
    if not said:
        return "none" if right else "right"
    if said == right:
        return "right"
    return "part" if right and len(said) < len(right) and right.startswith(said) else "wrong"


def author_score(right: Sequence[str], said: Sequence[str]) -> str:
    """Give `right`, `part`, `none` or `wrong`; where the page names nobody, nobody is right."""
    want, have = [set(words(a)) for a in right], [set(words(a)) for a in said if words(a)]
    if not want or not have:
        return "right" if not want and not have else "wrong" if have else "none"
    hit = [any(w <= h for h in have) for w in want]
    others = [h for h in have if not any(w <= h or h <= w for w in want)]
    return "right" if all(hit) and not others else "part" if any(hit) else "wrong"
