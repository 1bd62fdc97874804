"""
What two files have in common: the same text, or nearly the same.

The same report stands on five pages in five layouts, and agencies' reports stand in many papers, cut or lengthened. Texts
are the same when their folded words are; they are nearly the same when many of their runs of five words are. Runs are
compared by a sketch of fixed size (one-permutation MinHash), so that the work grows with the number of texts and not with
its square, and whatever the sketches propose is confirmed by comparing the words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from zlib import crc32

from rapidfuzz.distance import Indel

from warraq.arabic.folding import WORD, folded

RUN = 5
BINS = 64
BAND = 2
"""Bins that must agree for two texts to be compared: of 32 pairs of bins, one is enough."""
COMPARED = 400
"""Words of each text that are compared: reports are cut at their end."""
CROWD = 12
"""Texts of one band that a new one is compared with: a boilerplate of thousands can't make it quadratic."""
ALIKE = 0.7
"""Share of words in common, in order, from which two texts are told as nearly the same."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a text to compare it with others."""

    same: str
    """SHA-256 of its folded words; empty where it has fewer than eight, which say nothing."""
    sketch: tuple[int, ...] = ()
    words: tuple[int, ...] = ()
    """Its first words, as numbers."""


def fingerprint(text: str) -> Fingerprint:
    """Take the fingerprint of an article's text or Markdown: only its words count."""
    words = WORD.findall(folded(text))
    if len(words) < 8:
        return Fingerprint("")
    numbers = [crc32(word.encode()) for word in words]
    bins = [0] * BINS
    for run in zip(*(numbers[n:] for n in range(RUN)), strict=False):
        value = _mixed(run)
        place = value % BINS
        if not bins[place] or value < bins[place]:
            bins[place] = value
    return Fingerprint(sha256(" ".join(words).encode()).hexdigest(), tuple(bins), tuple(numbers[:COMPARED]))


def _mixed(run: Sequence[int]) -> int:
    value = 0
    for number in run:
        value = ((value ^ number) * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        value ^= value >> 29
    return value or 1


def near(fingerprints: Sequence[Fingerprint]) -> Iterator[tuple[int, int, float]]:
    """Yield (earlier, later, likeness) for texts that are nearly the same, each later one with the likest earlier one."""
    crowds: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, this in enumerate(fingerprints):
        proposed: dict[int, None] = {}
        for at in range(0, len(this.sketch), BAND):
            band = this.sketch[at : at + BAND]
            if all(band):
                crowd = crowds[(at, *band)]
                proposed.update(dict.fromkeys(crowd))
                if len(crowd) < CROWD:
                    crowd.append(number)
        found = [(likeness(fingerprints[other], this), other) for other in list(proposed)[: BINS * CROWD]]
        best = max(((like, -other) for like, other in found if like >= ALIKE), default=None)
        if best:
            yield -best[1], number, best[0]


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """Share of words that two texts have in common in the same order, from 0 to 1; the shorter one's length counts."""
    length = min(len(one.words), len(other.words))
    if not length:
        return 0.0
    return Indel.normalized_similarity(one.words[: length + length // 4], other.words[: length + length // 4])
