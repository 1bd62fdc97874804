"""
Words that begin like a particle and are whole, learned from an archive itself.

وزير could be و and زير. No particle stands after the article, so an archive that writes الوزير says that it is one word; and
a word that is common while what would be left of it is rare (بيروت, واشنطن) is one too. What has a hamza on its alif
(إلغاء, ألمانيا) has no article, however it is typed. A small archive teaches nothing; `words/whole.txt` is for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

from .analysis import Analysis
from .description import tables

ATTESTED = 5
"""Minimum frequency of a word with the article before it."""
SHARE = 12
"""Of so many occurrences of the word, at least one has the article."""
COMMON = 3
"""Minimum frequency of a word that is compared with its rest, which has no particle."""


class Seen(NamedTuple):
    """How often an archive has a stem."""

    bare: int = 0
    """As it is."""
    articled: int = 0
    """After an article, or after what looks like one."""
    seated: int = 0
    """Written with a hamza on an alif before a lam."""


class Learner:
    """What is learned of one stem from how often it was seen: nothing that is asked here depends on a list of words."""

    def __init__(self) -> None:
        self.plain = Analysis(tables())
        self.articles = tuple(self.plain.description["articles"])

    def stems(self, word: str) -> tuple[str | None, str | None]:
        """Give the stem of a folded word as it is, and that behind its article; none of what has no Arabic letter."""
        ending = self.plain.ending
        if not self.plain.arabic.search(word):
            return None, None
        for article in self.plain.articles.get(word[:1], ()):
            if len(word) - len(article) >= 3 and word.startswith(article):
                return ending(word), ending(word[len(article) :])
        return ending(word), None

    def rest(self, stem: str) -> str | None:
        """Give what would be left of a stem whose first letter were a particle; None where it can't be one."""
        if len(stem) >= 4 and stem[0] in "وفبلك" and not stem.startswith(self.articles):
            return self.plain.ending(stem[1:])
        return None

    def is_whole(self, stem: str, seen: Callable[[str], Seen]) -> bool:
        """Say whether the archive shows that a stem is whole."""
        bare, articled, seated = seen(stem)
        if stem.startswith("ال") and len(stem) >= 4 and seated >= 2 and 2 * seated >= bare:
            return True
        # الغاز is far oftener gas than الألغاز are riddles: what looks like an article needs the stronger proof.
        share = 2 if stem.startswith("ال") else SHARE
        like_one = len(stem) >= 3 and (stem[0] in "وفبلكي" or (stem[:2] in ("ال", "سي") and len(stem) >= 4))
        if like_one and articled >= ATTESTED and articled * share >= bare:
            return True
        if bare >= COMMON and (rest := self.rest(stem)) is not None:
            other = seen(rest)
            return 2 * (other.bare + other.articled) < bare
        return False


def stems_seen(words: Mapping[str, int], hamza: Mapping[str, int], learner: Learner) -> dict[str, Seen]:
    """Count the stems of folded words from how often each occurs; `hamza`: those written with one on an alif before a lam."""
    bare: Counter[str] = Counter()
    articled: Counter[str] = Counter()
    seated: Counter[str] = Counter()
    for word, count in words.items():
        stem, behind = learner.stems(word)
        if stem is not None:
            bare[stem] += count
        if behind is not None:
            articled[behind] += count
    for word, count in hamza.items():
        seated[learner.plain.ending(word)] += count
    return {stem: Seen(bare[stem], articled[stem], seated[stem]) for stem in {**bare, **articled, **seated}}


def whole_stems(stems: Mapping[str, Seen], learner: Learner) -> tuple[str, ...]:
    """Give the stems that are whole, of all that an archive has."""
    nothing = Seen()
    return tuple(sorted(stem for stem in stems if learner.is_whole(stem, lambda other: stems.get(other, nothing))))


def learn(words: Mapping[str, int], hamza: Mapping[str, int]) -> tuple[str, ...]:
    """Learn the whole stems from folded words and how often each occurs."""
    learner = Learner()
    return whole_stems(stems_seen(words, hamza, learner), learner)
