"""A list of words inside a sentence."""

from __future__ import annotations

import pytest

from warraq.language import listed, message
from warraq.language.stored_message import read_stored, stored


@pytest.mark.parametrize(
    ("words", "most", "arabic", "english"),
    [
        ([], None, "", ""),
        (["أ"], None, "أ", "أ"),
        (["أ", "b", "ج"], None, "أ، b، ج", "أ, b, ج"),
        (["أ", "b", "ج"], 3, "أ، b، ج", "أ, b, ج"),
        (["أ", "b", "ج"], 2, "أ، b …", "أ, b …"),
        (["{x}", "y"], None, "{x}، y", "{x}, y"),
    ],
)
def test_words_are_listed_with_the_comma_of_the_language(
    words: list[str], most: int | None, arabic: str, english: str
) -> None:
    said = message("There are: {names}.", names=listed(words, most))
    assert arabic in said.text("ar") and said.text("en") == f"There are: {english}."
    assert read_stored(stored(said)) == said
