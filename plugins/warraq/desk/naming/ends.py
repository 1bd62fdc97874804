"""
Where a name ends, as the whole archive shows it.

Behind «وزارة الخارجية» the next word may belong to the name and may not. Of candidates that begin alike the shorter is a name where it stands alone
often enough: what is left of its times when those of the longer ones are taken away. This is the C-value of Frantzi, Ananiadou and Mima
(Automatic recognition of multi-word terms, 2000), for candidates that are nested only at their beginnings: no time is counted in two longer ones
there, so that their sum is subtracted and not its mean.

A father's or a family's name behind a person's ends nothing: where it stands the shorter name was not counted, so nothing is taken away.
"""

from __future__ import annotations

from collections.abc import Mapping

from warraq.arabic.naming.cues import cues
from warraq.archive.concept import Scheme

from .cue import Counts, Words

ALONE = 0.25
"""The share of its times that a name stands alone, at least."""
OFTEN = 2
SONS = frozenset({"بن", "ابن", "بنت", "ال", "ابو", "ام", "بو", "ولد"})
"""Folded: the word behind one of these belongs to the same name; ال is آل here."""


def is_lineage(word: str) -> bool:
    """Tell whether a word behind a person's name is of it: a given name, what leads to a father, or a family with the article."""
    known = cues()
    return word in SONS or word in known.given or (word.startswith("ال") and word[2:] not in known.common)


def whole_names(found: Mapping[Words, Counts]) -> dict[Words, Counts]:
    """Leave out candidates that are beginnings of others and hardly stand alone, and those that are one with a word too many."""
    longer: dict[Words, int] = {}
    for words, counts in found.items():
        shorter = _shorter(words, found)
        if shorter and not (counts.scheme is Scheme.PERSON and is_lineage(words[len(shorter)])):
            longer[shorter] = longer.get(shorter, 0) + counts.times
    kept: dict[Words, Counts] = {}
    for words, counts in found.items():
        alone = counts.times - longer.get(words, 0)
        if words in longer and (alone < ALONE * counts.times or (alone < OFTEN and counts.times > OFTEN)):
            continue
        if not _has_word_too_many(words, counts, found):
            kept[words] = counts
    return kept


def _shorter(words: Words, found: Mapping[Words, Counts]) -> Words:
    return next((words[:end] for end in range(len(words) - 1, 0, -1) if words[:end] in found), ())


def _has_word_too_many(words: Words, counts: Counts, found: Mapping[Words, Counts]) -> bool:
    """Tell whether it was met in one article, and what it begins with more often; a father's name is none too many."""
    if counts.articles >= OFTEN or words[-1] in cues().given:
        return False
    return any(found[words[:end]].times > counts.times for end in range(1, len(words)) if words[:end] in found)
