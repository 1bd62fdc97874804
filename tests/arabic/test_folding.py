"""Spellings of one word are equal when folded; positions stay where they are said to stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.arabic.clitics import without_clitics
from warraq.arabic.folding import folded, same_length


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
def test_spellings_of_one_word_are_equal(spellings):
    assert len({folded(s) for s in spellings}) == 1


@given(st.text())
def test_every_position_stays(text):
    assert len(same_length(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "among"),
    [("وبروسيا", "روسيا"), ("للكرملين", "الكرملين"), ("فللكرملين", "الكرملين"), ("لبحر", "بحر"), ("وهران", "وهران")],
)
def test_what_is_written_on_to_a_word_is_taken_off(word, among):
    assert among in set(without_clitics(word))
