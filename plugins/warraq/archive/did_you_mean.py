"""Proposals for misspelt names: most mistakes in names are slips of a letter."""

from __future__ import annotations

from collections.abc import Iterable

from warraq.language import Message, message

ALIKE = 70
"""Minimum similarity, of 100, at which a word is proposed."""


def closest_word(word: str, words: Iterable[str]) -> str | None:
    """Propose the word that was probably meant."""
    from rapidfuzz.process import extractOne  # most names are spelt rightly

    found = extractOne(word, list(words), score_cutoff=ALIKE)
    return found[0] if found else None


def did_you_mean(word: str, words: Iterable[str], otherwise: Message) -> Message:
    """Ask for the word that was probably meant; say something else where none is near."""
    guess = closest_word(word, words)
    return message("Did you mean {guess}?", guess=guess) if guess else otherwise
