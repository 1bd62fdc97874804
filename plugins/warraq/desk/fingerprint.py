"""
What two files have in common: the same text, or nearly the same.

The same report stands on five pages in five layouts, and agencies' reports stand in many papers, cut or lengthened. Texts
are the same when their folded words are; they are nearly the same when many of their runs of five words are. Runs are
compared by a sketch of fixed size (one-permutation MinHash), so that the work grows with the number of texts and not with
its square, and each pair that the sketches propose is confirmed by comparing the words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any
from zlib import crc32

from pydantic import TypeAdapter
from rapidfuzz.distance import Indel

from warraq.arabic.folding import WORD, fold

RUN = 5
"""Words of one run."""
FEWEST_WORDS = 8
"""A text of fewer words is too short to be known again."""
GOLDEN, LOW = 0x9E3779B97F4A7C15, 0xFFFFFFFFFFFFFFFF
BINS = 64
BAND = 2
"""Bins that must agree for two texts to be compared: of 32 pairs of bins, one is enough."""
COMPARED = 400
"""Words of each text that are compared: reports are cut at their end."""
CROWD = 12
"""Texts of one band that a new one is compared with: a boilerplate of thousands can't make it quadratic."""
SIMILAR = 0.7
"""Share of words in common, in order, from which two texts are reported as nearly the same."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a text to compare it with others."""

    text_sha256: str
    """Of its folded words; empty where it has fewer than `FEWEST_WORDS`."""
    sketch: tuple[int, ...] = ()
    words: tuple[int, ...] = ()
    """Its first words, as numbers."""

    def to_json(self) -> dict[str, Any]:
        """Give the journal's form of it."""
        return {"same": self.text_sha256, "sketch": self.sketch, "words": self.words}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Fingerprint:
        """Read the journal's form of it; a ValueError where it is another."""
        return FINGERPRINT.validate_python({"text_sha256" if key == "same" else key: of for key, of in data.items()})

    def sharing(self, known: dict[int, int]) -> Fingerprint:
        """Share the numbers of words with other fingerprints: those of ten thousand texts would be 150 megabytes."""
        return replace(self, words=tuple(map(known.setdefault, self.words, self.words)))


FINGERPRINT = TypeAdapter(Fingerprint)


def fingerprint(text: str) -> Fingerprint:
    """Take the fingerprint of an article's text or Markdown: only its words count."""
    words = WORD.findall(fold(text))
    if len(words) < FEWEST_WORDS:
        return Fingerprint("")
    numbers = [crc32(word.encode()) for word in words]
    bins = [0] * BINS
    for one, two, three, four, five in zip(*(numbers[n:] for n in range(RUN)), strict=False):
        # A hash of the run; written out, for a long article has thousands of them.
        value = (one * GOLDEN) & LOW
        value = ((value ^ (value >> 29) ^ two) * GOLDEN) & LOW
        value = ((value ^ (value >> 29) ^ three) * GOLDEN) & LOW
        value = ((value ^ (value >> 29) ^ four) * GOLDEN) & LOW
        value = ((value ^ (value >> 29) ^ five) * GOLDEN) & LOW
        value = value ^ (value >> 29) or 1
        at = value % BINS
        if not bins[at] or value < bins[at]:
            bins[at] = value
    return Fingerprint(sha256(" ".join(words).encode()).hexdigest(), tuple(bins), tuple(numbers[:COMPARED]))


def find_similar(fingerprints: Sequence[Fingerprint]) -> Iterator[tuple[int, int, float]]:
    """
    Yield (earlier, later, similarity) for texts that are nearly the same, each later one with the most similar earlier one.

    Of several that are equally similar the first is taken.
    """
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
        found = [(similarity(fingerprints[other], this), other) for other in list(proposed)[: BINS * CROWD]]
        best = max(((share, -other) for share, other in found if share >= SIMILAR), default=None)
        if best:
            yield -best[1], number, best[0]


def similarity(one: Fingerprint, other: Fingerprint) -> float:
    """
    Give the share of words that two texts have in common in the same order, from 0 to 1.

    Of the longer one only a quarter more words than the shorter one has are compared: reports are cut at their end.
    """
    length = min(len(one.words), len(other.words))
    if not length:
        return 0.0
    return Indel.normalized_similarity(one.words[: length + length // 4], other.words[: length + length // 4])
