"""Characters that cannot be seen have a sign, and the text gains no letter by it."""

from __future__ import annotations

import re

import pytest

from warraq.pages.invisibles import exactly, mark_invisibles
from warraq.pages.method_page import with_visible_spaces

SIGN = re.compile(r'<i data-sign="([^"]*)" title="[^"]*">(.*?)</i>', re.DOTALL)
FREQUENT = {"<i> </i>": "␣", "<u>\n</u>": "¶"}
"""As the style sheet shows them."""


def signs(text: str) -> str:
    """Give the text with each sign in the place of its character."""
    marked = mark_invisibles(text)
    for element, sign in FREQUENT.items():
        marked = marked.replace(element, sign)
    return SIGN.sub(r"\1", marked)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("كلمة وكلمة", "كلمة وكلمة"),
        (" كلمة", "␣كلمة"),
        ("كلمة ", "كلمة␣"),
        ("كلمة  وكلمة", "كلمة␣␣وكلمة"),
        ("كلمة \nوكلمة", "كلمة␣¶وكلمة"),
        ("كلمة\n وكلمة", "كلمة¶␣وكلمة"),
        ("أ\r\nب\tج", "أ␍¶ب⇥ج"),
        ("أ\N{NO-BREAK SPACE}ب\N{RIGHT-TO-LEFT MARK}ج", "أ⍽بU+200Fج"),
        ("<b> & \0", "&lt;b&gt; &amp; ␀"),
    ],
)
def test_a_space_has_a_sign_where_it_matters(text: str, shown: str) -> None:
    assert signs(text) == shown


@pytest.mark.parametrize(("text", "shown"), [(" ", "␣"), (" أ ", "␣أ␣"), ("أ ب", "أ ب"), ("أ", "أ")])
def test_at_the_edge_of_a_change_one_space_matters(text: str, shown: str) -> None:
    assert signs(text) == shown


def test_a_sign_is_an_attribute_and_the_character_stays() -> None:
    marked = mark_invisibles("أ\tب\r\0")
    assert SIGN.sub(r"\2", marked) == "أ\tب&#13;␀"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (" أ", "·أ"),
        ("أ ", "أ·"),
        ("أ  ب", "أ··ب"),
        ("أ ب", "أ ب"),
        ("أ\nب", "أ¶ب"),
        ("أ\N{ZERO WIDTH SPACE}ب", "أ[U+200B]ب"),
        (" ", "·"),
        ("", ""),
    ],
)
def test_an_example_of_the_method_shows_what_is_not_seen(text: str, shown: str) -> None:
    assert with_visible_spaces(text) == shown


def test_a_text_without_signs_is_read_back_to_the_letter() -> None:
    assert exactly("<b>\r\n \0&amp;") == "&lt;b&gt;&#13;\n ␀&amp;amp;"
