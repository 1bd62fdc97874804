"""Proposals for misspelt names: most mistakes in names are slips of a letter."""

from __future__ import annotations

from collections.abc import Iterable

from warraq.language import Message, message

ALIKE = 70
"""Minimum similarity, of 100, at which a word is proposed."""
ALIKE_AS_A_WHOLE = 60
"""The same, of all letters: `colour` has three letters of `url` in a row, and is no slip of it."""
FEWEST_LETTERS = 3
"""Of a word that is a part of the other one: `BBC` of `BBC News`."""
MOST_TRIED = 5


def closest_word(word: str, words: Iterable[str]) -> str | None:
    """Propose the word that was probably meant."""
    from rapidfuzz.process import extract  # most names are spelt rightly

    found = extract(word, list(words), score_cutoff=ALIKE, limit=MOST_TRIED)
    return next((each for each, *_ in found if _is_near(word, each)), None)


def _is_near(word: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio

    short, long = sorted((word, other), key=len)
    return ratio(word, other) >= ALIKE_AS_A_WHOLE or (len(short) >= FEWEST_LETTERS and short in long)


def did_you_mean(word: str, words: Iterable[str], otherwise: Message) -> Message:
    """Ask for the word that was probably meant; say something else where none is near."""
    guess = closest_word(word, words)
    return message("Did you mean {guess}?", guess=guess) if guess else otherwise
