"""The floor: what reading pages reaches on a sample, in a file that a test holds. It rises, and never falls."""

from __future__ import annotations

import math
import tomllib
from collections import defaultdict
from pathlib import Path

from .articles import CORPUS
from .figures import Figures
from .making import make_sample
from .reading import read
from .scoring import score

FILE = CORPUS / "floor.toml"
SEED = 1
LESS_IS_BETTER = frozenset(
    {"left", "date_wrong", "authors_wrong", "paragraphs_lost", "numbers_lost", "foreign_headings", "refused"}
)
OF_A_LANGUAGE = ("F", "title_marks", "date_right", "authors_right", "numbers_lost")
"""Figures that are held for each language singly."""
HEAD = """\
# What reading the labelled pages reaches (seed 1, each layout in two languages): the least, or the most of what is wrong.
# `WARRAQ_RENEW=1 python3 tasks.py test --only page_bench` raises it. It never falls: a figure below it is a fault.
"""


def measure() -> dict[str, dict[str, float]]:
    """Measure the sample: the figures of all pages, and some of each language."""
    groups: dict[str, Figures] = defaultdict(Figures)
    for page in make_sample(SEED):
        reading = read(page)
        for name in ("all", page.language):
            groups[name].scores.append(score(page, reading))
            if reading.undone is not None:
                groups[name].undone.append(reading.undone)
    measured = {name: figures.values() for name, figures in groups.items()}
    return {
        name: {key: value for key, value in values.items() if name == "all" or key in OF_A_LANGUAGE}
        for name, values in measured.items()
    }


def read_floor(file: Path = FILE) -> dict[str, dict[str, float]]:
    """Read the floor's file."""
    floor: dict[str, dict[str, float]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return floor


def below(floor: dict[str, dict[str, float]], measured: dict[str, dict[str, float]]) -> list[str]:
    """Name the figures that fell below the floor."""
    return [
        f"{name}.{key}: {measured[name].get(key)} where the floor is {held}"
        for name, figures in floor.items()
        for key, held in figures.items()
        if not _holds(key, measured[name].get(key), held)
    ]


def _holds(key: str, value: float | None, held: float) -> bool:
    if value is None:
        return False
    return value <= held if key in LESS_IS_BETTER else value >= held


def raised(floor: dict[str, dict[str, float]], measured: dict[str, dict[str, float]]) -> str:
    """Write the floor anew: each figure rounded to the safe side, or what it was where that asks for more."""
    lines = [HEAD]
    for name, figures in measured.items():
        lines.append(f"[{name}]")
        for key, value in figures.items():
            less = key in LESS_IS_BETTER
            safe = (math.ceil(value * 100) if less else math.floor(value * 100)) / 100
            held = floor.get(name, {}).get(key, safe)
            lines.append(f"{key} = {min(safe, held) if less else max(safe, held)}")
        lines.append("")
    return "\n".join(lines)
