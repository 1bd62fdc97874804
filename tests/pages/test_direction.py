"""A text without a language runs the way most of its words do."""

from __future__ import annotations

import pytest

from warraq.pages.direction import direction, text_direction


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("The speech was given in Arabic: الماء حق لكل بيت.", "ltr"),
        ("WCO هيئة تدير المياه.", "rtl"),
        ("انظر في https://example.org/a/very/long/address وراجع b", "rtl"),
        ("2024/11/08 — 10%", "between"),
        ("", "between"),
        ("كلمة word", "between"),
    ],
)
def test_the_words_of_a_note_say_which_way_it_runs(text: str, runs: str) -> None:
    assert text_direction(text, "between") == runs


def test_a_language_says_so_by_itself() -> None:
    assert [direction(each) for each in ("ar", "fa-IR", "ckb", "en", "ru")] == ["rtl", "rtl", "rtl", "ltr", "ltr"]
