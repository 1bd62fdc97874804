"""
Finding the names of concepts in texts, so that a search for any name of a thing finds every article about it.

The names of the vocabulary and of `acronyms.txt` are compared by the stems of their words, as the reader's query is. An article that has one
is filed under the concept as if the concept were a word of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from warraq.arabic.analysis import Analysed, Analysis

from .names import Names

Entry = tuple[tuple[str, ...], str]
"""All words of a label, and the id of the concept."""


class Labels:
    """All names, indexed by their first words."""

    def __init__(self, names: Names, analysis: Analysis) -> None:
        self.by_first: dict[str, list[Entry]] = {}
        """By the first word of a label, longest label first."""
        self.known: dict[str, list[str]] = {}
        """A concept → its labels, in the form that a query is compared with."""
        for name in names.values():
            for label in name.labels:
                words = [analysis.analyse(token) for token in analysis.tokens(label)]
                if words and len(words[0].bare) > 1:
                    key = tuple(self._key(word, single=len(words) == 1) for word in words)
                    entries = self.by_first.setdefault(key[0], [])
                    if (key, name.id) not in entries:
                        entries.append((key, name.id))
                    self.known.setdefault(name.id, []).append(" ".join(word.bare for word in words))
        for entries in self.by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry))

    @staticmethod
    def _key(word: Analysed, *, single: bool) -> str:
        """Give the form of a word that is compared: of a name of one word its core, of a longer one its stems."""
        return word.core if single else f"{word.stem}~"

    def listed(self, found: Mapping[str, int], names: Names) -> list[list[object]]:
        """Give `names.json`: id, preferred label and all labels of each concept that the archive has."""
        return [[i, names[i].label, sorted(set(self.known.get(i, [])))] for i in sorted(names) if found.get(i)]


class NumberedLabels:
    """All names, indexed by the numbers of their first words: most words begin none."""

    def __init__(self, labels: Labels, analysed: Sequence[Analysed]) -> None:
        self.stems = [f"{word.stem}~" for word in analysed]
        self.beginning: dict[int, tuple[Sequence[Entry], Sequence[Entry]]] = {}
        """Number of a word → the longer names and those of one word that may begin with it."""
        by_first = labels.by_first
        for n, word in enumerate(analysed):
            longer, single = by_first.get(self.stems[n], ()), by_first.get(word.core, ())
            if longer or single:
                self.beginning[n] = longer, single

    def places(self, numbers: Sequence[int], start: int) -> Iterator[tuple[str, int]]:
        """Yield each concept named in a run of words, with its place; `start` is the place of the first word."""
        stems, beginning = self.stems, self.beginning
        for at, n in enumerate(numbers):
            if n in beginning:
                longer, single = beginning[n]
                for key, concept in longer:
                    words = numbers[at : at + len(key)]
                    if len(words) == len(key) and all(stems[m] == part for m, part in zip(words, key, strict=True)):
                        yield concept, start + at
                for _, concept in single:
                    yield concept, start + at
