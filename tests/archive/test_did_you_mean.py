"""A guess is near the word as a whole, or one of the two is a part of the other."""

from __future__ import annotations

import pytest

from warraq.archive.did_you_mean import closest_word

KNOWN = ("url", "title", "date", "lang", "published", "BBC News", "رويترز")


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("colour", None),
        ("n", None),
        ("notes", None),
        ("titel", "title"),
        ("dat", "date"),
        ("ul", "url"),
        ("BBC", "BBC News"),
        ("رويتر", "رويترز"),
    ],
)
def test_a_guess(word: str, guess: str | None) -> None:
    assert closest_word(word, KNOWN) == guess
