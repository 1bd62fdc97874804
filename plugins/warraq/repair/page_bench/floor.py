"""The floor: what reading pages reaches on a sample, in a file that a test holds. It rises, and never falls."""

from __future__ import annotations

import hashlib
import math
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .articles import CORPUS
from .figures import Figures
from .making import make_sample
from .reading import read
from .scoring import score

FILE = CORPUS / "floor.toml"
SEED = 1
LESS_IS_BETTER = frozenset(
    {"left", "date_wrong", "authors_wrong", "paragraphs_lost", "numbers_lost", "foreign_headings", "refused", "doubts"}
)
OF_A_GROUP = frozenset({"F", "title_marks", "date_right", "authors_right", "numbers_lost", "aside"})
"""Figures that are held for each language and kind singly."""
OF_WRONG_ONES = frozenset({"told"})
"""Shares of what is wrong: where nothing is, there is none, and the floor stays as it was."""
OF_EACH = 1
"""Languages in which each layout is in the sample."""
RENEW = "WARRAQ_RENEW=1 python3 tasks.py test --only page_bench"
HEAD = f"""\
# What reading the labelled pages reaches (seed 1, each layout in one language): the least, or the most of what is wrong.
# `{RENEW}` raises it. Of the same pages it never falls: a figure below it is a fault.
# Where the pages themselves were changed (a new layout), it is measured anew: look at its diff.
"""


@dataclass(frozen=True, slots=True)
class Reached:
    """Figures by group, and of which pages they are."""

    pages: str
    """A hash of the sample: figures of other pages can't be compared."""
    figures: Mapping[str, Mapping[str, float]]


def measure() -> Reached:
    """Measure the sample: the figures of all pages, and some of each language and kind."""
    groups: dict[str, Figures] = defaultdict(Figures)
    pages = hashlib.sha256()
    for page in make_sample(SEED, OF_EACH):
        data = b"" if page.name.endswith(".gz") else page.data  # each platform compresses otherwise
        pages.update(hashlib.sha256(data).digest() + repr(page.gold).encode())
        reading = read(page)
        scored = score(page, reading)
        for name in ("all", page.language, page.kind):
            groups[name].add(reading, scored)
    measured = {name: groups[name].values() for name in sorted(groups, key=lambda n: (n != "all", n))}
    figures = {
        name: {key: value for key, value in values.items() if name == "all" or key in OF_A_GROUP}
        for name, values in measured.items()
    }
    return Reached(pages.hexdigest()[:16], figures)


def read_floor(file: Path = FILE) -> Reached:
    """Read the floor's file; where there is none, no figure is held."""
    if not file.exists():
        return Reached("", {})
    known = tomllib.loads(file.read_text(encoding="utf-8"))
    return Reached(known.pop("pages"), known)


def below(floor: Reached, measured: Reached) -> list[str]:
    """Name the figures that fell below the floor; of other pages, say that it has to be measured anew."""
    if floor.pages != measured.pages:
        return [f"The labelled pages were changed, and {FILE.name} is of others. {RENEW} measures it anew."]
    return [
        f"{name}.{key}: {measured.figures[name].get(key)} where the floor is {held}"
        for name, figures in floor.figures.items()
        for key, held in figures.items()
        if not _holds(key, measured.figures[name].get(key), held)
    ]


def _holds(key: str, value: float | None, held: float) -> bool:
    if value is None:
        return key in OF_WRONG_ONES
    return value <= held if key in LESS_IS_BETTER else value >= held


def raised(floor: Reached, measured: Reached) -> str:
    """Write the floor anew: each figure rounded to the safe side, or what it was of the same pages where that asks for more."""
    lines = [HEAD, f'pages = "{measured.pages}"\n']
    former = floor.figures if floor.pages == measured.pages else {}
    for name, figures in measured.figures.items():
        lines.append(f'["{name}"]')
        for key, value in figures.items():
            less = key in LESS_IS_BETTER
            safe = (math.ceil(value * 100) if less else math.floor(value * 100)) / 100
            held = former.get(name, {}).get(key, safe)
            lines.append(f"{key} = {min(safe, held) if less else max(safe, held)}")
        kept = {key: held for key, held in former.get(name, {}).items() if key in OF_WRONG_ONES - figures.keys()}
        lines += (f"{key} = {held}" for key, held in kept.items())
        lines.append("")
    return "\n".join(lines)
