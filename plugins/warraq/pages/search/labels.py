"""
Finding the names of concepts in texts, so that a search for any name of a thing finds every article about it.

The names of the vocabulary and of `acronyms.txt` are compared by the stems of their words, as the reader's query is. An article that has one
is filed under the concept as if the concept were a word of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from warraq.arabic.analysis import Analysed, Analysis

from .names import SYNONYMS, Name, Names
from .postings import Posting, places_of

Key = tuple[str, ...]
LABEL, ID = 1, 2
"""What of an entry's beginning is a name of the concept."""


class Labels:
    """All names, indexed by their first words."""

    def __init__(self, names: Names, analysis: Analysis) -> None:
        self.by_first: dict[str, list[tuple[Key, str]]] = {}
        """First word of a label → (all its words, id of the concept), longest label first."""
        self.known: dict[str, dict[str, str]] = {}
        """A concept → the forms of its labels that a query is compared with, each with the first label that has it."""
        self.parts: set[str] = set()
        """Every word of a label, as it is compared."""
        for name in names.values():
            for label in sorted(name.labels, key=lambda label: (label != name.label, label != name.id)):
                words = [analysis.analyse(token) for token in analysis.tokens(label)]
                if words and len(words[0].bare) > 1:
                    key = self._key(words, synonym=name.id.startswith(SYNONYMS))
                    entries = self.by_first.setdefault(key[0], [])
                    if (key, name.id) not in entries:
                        entries.append((key, name.id))
                    known = key[0] if key[0].endswith(("@", "!")) else " ".join(word.bare for word in words)
                    self.known.setdefault(name.id, {}).setdefault(known, label)
                    self.parts.update(key)
        for entries in self.by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry))

    @staticmethod
    def _key(words: Sequence[Analysed], *, synonym: bool) -> Key:
        """
        Give the form of a label that is compared: of one word its core (of a synonym its family, with `@`), of more their stems.

        A synonym stands without particles: where it seems to begin with one it is the word alone, with `!`, and بقالة has nothing of قال.
        """
        if len(words) > 1:
            return tuple(f"{word.stem}~" for word in words)
        (word,) = words
        return (word.core if not synonym else f"{word.family}@" if word.core == word.bare else f"{word.bare}!",)

    def parts_of(self, word: Analysed) -> tuple[str, ...]:
        """Give the words of labels that a word is."""
        parts = (word.core, f"{word.stem}~", f"{word.family}@", *dict.fromkeys((f"{word.bare}!", f"{word.core}!")))
        return tuple(part for part in parts if part in self.parts)

    def places(self, words: Iterable[tuple[tuple[str, ...], Posting]]) -> Iterator[tuple[str, int]]:
        """Yield each concept that is named in an article, with its place; `words` are those that labels have, with their places."""
        at: dict[str, list[Posting]] = {}
        for parts, where in words:
            for part in parts:
                at.setdefault(part, []).append(where)
        read: dict[str, set[int]] = {}
        for first in at.keys() & self.by_first.keys():
            for key, concept in self.by_first[first]:
                if all(part in at for part in key):
                    for part in key:
                        if part not in read:
                            read[part] = set().union(*map(places_of, at[part]))
                    for place in _followed(read, key):
                        yield concept, place

    def listed(self, found: AbstractSet[str], names: Names) -> list[list[str | int] | str]:
        """
        Give `names.json`: of each concept that the archive has its id, its preferred label, which of the two are names of it, and its other names.

        Of a group of synonyms its label alone. What a query is compared with the browser makes of the names (store.js).
        """
        return [
            names[i].label if i.startswith(SYNONYMS) else self._entry(names[i]) for i in sorted(names) if i in found
        ]

    def _entry(self, name: Name) -> list[str | int]:
        labels = list(self.known.get(name.id, {}).values())
        own = (LABEL if name.label in labels else 0) | (ID if name.id in labels else 0)
        return [name.id, name.label, own, *(label for label in labels if label not in (name.label, name.id))]


def _followed(at: dict[str, set[int]], key: Key) -> set[int]:
    """Give the places where the words of a label follow each other."""
    found = at[key[0]]
    for step, part in enumerate(key[1:], 1):
        found = {place for place in found if place + step in at[part]}
    return found
