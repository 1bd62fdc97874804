"""
Words that begin like a particle and are whole, learned from an archive itself.

وزير could be و and زير. No particle stands after the article, so an archive that writes الوزير says that it is one word; and
a word that is common while what would be left of it is rare (بيروت, واشنطن) is one too. What has a hamza on its alif
(إلغاء, ألمانيا) has no article, however it is typed. A small archive teaches nothing; `words/whole.txt` is for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from .analysis import Analysis
from .description import tables

ATTESTED = 5
"""Minimum frequency of a word with the article before it."""
SHARE = 12
"""Of so many occurrences of the word, at least one has the article."""
COMMON = 3
"""Minimum frequency of a word that is compared with its rest, which has no particle."""


def learn(words: Mapping[str, int], hamza: Mapping[str, int]) -> tuple[str, ...]:
    """Learn the whole stems from folded words and how often each occurs; `hamza`: those written with one on an alif before a lam."""
    plain = Analysis(tables())
    articled: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for word, count in words.items():
        if plain.arabic.search(word):
            for article in plain.description["articles"]:
                if len(word) - len(article) >= 3 and word.startswith(article):
                    articled[plain.ending(word[len(article) :])] += count
                    break
            bare[plain.ending(word)] += count
    seated: Counter[str] = Counter()
    for word, count in hamza.items():
        seated[plain.ending(word)] += count
    whole = {
        stem
        for stem, count in seated.items()
        if stem.startswith("ال") and len(stem) >= 4 and count >= 2 and 2 * count >= bare[stem]
    }
    articles = tuple(plain.description["articles"])
    for stem, count in articled.items():
        # الغاز is far oftener gas than الألغاز are riddles: what looks like an article needs the stronger proof.
        share = 2 if stem.startswith("ال") else SHARE
        like_one = len(stem) >= 3 and (stem[0] in "وفبلكي" or (stem.startswith("ال") and len(stem) >= 4))
        if like_one and count >= ATTESTED and count * share >= bare[stem]:
            whole.add(stem)
    for stem, count in bare.items():
        if len(stem) >= 4 and count >= COMMON and stem[0] in "وفبلك" and not stem.startswith(articles):
            rest = plain.ending(stem[1:])
            if 2 * (bare[rest] + articled[rest]) < count:
                whole.add(stem)
    return tuple(sorted(whole))
