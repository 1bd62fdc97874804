"""Spellings of one word are equal when folded; positions stay where they are said to stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.arabic.clitics import with_clitics
from warraq.arabic.folding import fold, fold_letters


@pytest.mark.parametrize(
    "spellings",
    [
        ("أحمد", "احمد", "أَحْمَدُ", "أحمـــد"),
        ("مصطفى", "مصطفي", "مصطفی"),
        ("مكتبة", "مكتبه", "مکتبة"),
        ("مسئول", "مسيول"),
        ("CIS", "cis"),
        ("می\N{ZERO WIDTH NON-JOINER}خواهد", "میخواهد"),
    ],
)
def test_spellings_of_one_word_are_equal(spellings: tuple[str, ...]) -> None:
    assert len({fold(s) for s in spellings}) == 1


@given(st.text())
def test_every_position_stays(text: str) -> None:
    assert len(fold_letters(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "looks_like"),
    [
        ("روسيا", "روسيا"),
        ("روسيا", "وبروسيا"),
        ("الكرملين", "للكرملين"),
        ("الكرملين", "فللكرملين"),
        ("الكرملين", "وبالكرملين"),
        ("بحر", "لبحر"),
    ],
)
def test_a_word_is_known_with_what_is_written_on_to_it(word: str, looks_like: str) -> None:
    assert looks_like in set(with_clitics(word))


def test_nothing_else_is_taken_for_something_written_on_to_a_word() -> None:
    assert not {"فيروسيا", "سروسيا", "الروسيا", "روسية"} & set(with_clitics("روسيا"))
    assert list(with_clitics("و")) == ["و"]
