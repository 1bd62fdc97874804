"""Markup that is shown as text reads from left to right, whatever stands around it."""

from __future__ import annotations

import pytest

from warraq.pages.markup import left_to_right_runs


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in left_to_right_runs(text, 0, len(text))]


@pytest.mark.parametrize(
    "text", ["", "قال الوزير 12.", "زار بوتين (Putin) كازاخستان عام 2023", "٣ < ٤ و5 > 2", "2023\n"]
)
def test_words_and_numbers_of_a_line_of_arabic_are_left_to_it(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ('<html lang="ar">\r\n', ['<html lang="ar">']),
        ("<p>قال <b>الوزير</b></p>\n", ["<p>", "<b>", "</b></p>"]),
        ('<meta content="سلمى"> نص', ['<meta content="سلمى">']),
        ("نص&nbsp;آخر", ["&nbsp;"]),
        ('نص <a href="x"\n  class="y">رابط', ['<a href="x"', '  class="y">']),
        ("نص <a hr نص", ["<a hr "]),
        ("  var x = 1;\nنص", ["var x = 1;"]),
        ("<!-- comment --> نص", ["<!-- comment -->"]),
    ],
)
def test_a_tag_whole_or_cut_an_entity_and_a_line_of_latin_are_runs(text: str, isolated: list[str]) -> None:
    assert found(text) == isolated


def test_a_long_line_of_open_brackets_is_read_once() -> None:
    assert len(found("ع" + "<a ب" * 50_000)) == 50_000
