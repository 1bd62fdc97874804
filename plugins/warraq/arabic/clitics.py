"""
Little words that Arabic writes on to the next one: و ف (and), ب ك ل (in, like, to), and the article, which ل swallows.

`وبروسيا` is «and in Russia», `للكرملين` «to the Kremlin». The word itself comes first: a name may begin with such a letter.
"""

from __future__ import annotations

from collections.abc import Iterator

AND = "وف"
PREPOSITIONS = "بكل"


def without_clitics(word: str) -> Iterator[str]:
    """Yield what a folded word may be: itself, then with ever more taken from its front. At least two letters stay."""
    yield word
    if len(word) > 2:
        if word[0] in AND:
            yield word[1:]
            yield from _without_preposition(word[1:])
        yield from _without_preposition(word)


def _without_preposition(word: str) -> Iterator[str]:
    if len(word) > 2 and word[0] in PREPOSITIONS:
        yield word[1:]
        if word.startswith("لل"):
            yield "ا" + word[1:]
