"""
The lists of `words/*.txt`, folded, as one table: what a word says of the names beside it.

Each list is of this project's own making. Of nouns and verbs the search knows already (`analysis/words`), a name ends at them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warraq.arabic.analysis.description import listed
from warraq.arabic.folding import fold

WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Cues:
    """Folded words by what they say."""

    given: frozenset[str]
    """Given names."""
    weak: frozenset[str]
    """Those of them that are everyday words too."""
    titles: frozenset[str]
    functions: frozenset[str]
    saying: frozenset[str]
    organisations: frozenset[str]
    """Words with which names of organisations begin."""
    places: frozenset[str]
    """Words behind which a place is named."""
    events: frozenset[str]
    common: frozenset[str]
    """Words at which a name ends."""


@cache
def cues() -> Cues:
    """Read the lists, once."""
    given = _words("given")
    kept = {name: _words(name) for name in ("titles", "functions", "saying", "organisations", "places", "events")}
    common = _words("common") | _known() | kept["saying"]
    return Cues(given=given, weak=_words("weak"), common=common - given, **kept)


def _words(name: str) -> frozenset[str]:
    lines = (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    text = " ".join(line for line in lines if not line.startswith("#"))
    return frozenset(fold(word) for word in re.split(r"[،\s]+", text) if word)


def _known() -> frozenset[str]:
    """Give the nouns and verbs that search knows, of three letters and more."""
    found = {fold(word) for name in ("plurals", "verbs", "masdars", "stop") for entry in listed(name) for word in entry}
    return frozenset(word for word in found if len(word) > 2)


@cache
def generic() -> frozenset[tuple[str, ...]]:
    """Give what sounds like a name and is none, as folded words."""
    lines = (WORDS / "generic.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(tuple(fold(line).split()) for line in lines if line and not line.startswith("#"))
