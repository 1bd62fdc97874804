"""A passage is found by its words and by its position, wherever it stands in its section."""

from __future__ import annotations

from typing import Any

import pytest

from warraq.edition.edition import Mark, Section
from warraq.pages.selectors import AROUND, selectors, targets


def quote(inside: str, start: int, end: int) -> dict[str, Any]:
    by_words, by_position = selectors("p1", inside, start, end)
    assert by_position == {
        "type": "CssSelector",
        "value": "#p1",
        "refinedBy": {"type": "TextPositionSelector", "start": start, "end": end},
    }
    assert by_words["value"] == "#p1"
    found = by_words["refinedBy"]
    assert isinstance(found, dict)
    return found


def test_a_quote_has_so_many_letters_around_it() -> None:
    inside = "أ" * 50 + "كلمة" + "ب" * 50
    found = quote(inside, 50, 54)
    assert AROUND == 12
    assert (found["prefix"], found["exact"], found["suffix"]) == ("أ" * 12, "كلمة", "ب" * 12)


def test_a_quote_at_an_edge_has_what_there_is() -> None:
    assert quote("كلمة", 0, 4) | {"type": ""} == {"type": "", "exact": "كلمة", "prefix": "", "suffix": ""}


def test_a_quote_that_stands_twice_gets_more_around_it_until_it_is_the_only_one() -> None:
    line = "س" * 40 + "كلمة" + "ص" * 40
    inside = "أ" + line + line + "ب"
    found = quote(inside, 125, 129)
    whole = found["prefix"] + found["exact"] + found["suffix"]
    assert inside.count(whole) == 1 and len(found["prefix"]) == 4 * AROUND


def test_a_quote_that_nothing_tells_apart_ends_the_search() -> None:
    assert quote("اا" * 100, 4, 6)["exact"] == "اا"


TEXT = "العنوان\nقال بوتين  ثم\n\nزار أستانا"
SECTIONS = [Section("title", "h1", "", 0, 7), Section("p1", "p", "", 8, 21), Section("p2", "p", "", 23, 33)]


def list_of(value: object) -> list[Any]:
    assert isinstance(value, list)
    return value


def places(start: int, end: int) -> list[tuple[str, str]]:
    found = targets(Mark("x", "note", start, end), SECTIONS, TEXT, "./")
    selected: list[tuple[str, str]] = []
    for target in found:
        by_words: Any = list_of(target["selector"])[0]
        selected.append((by_words["value"], by_words["refinedBy"]["exact"]))
    return selected


@pytest.mark.parametrize(
    ("start", "end", "selected"),
    [
        (0, 7, [("#title", "العنوان")]),
        (0, 8, [("#title", "العنوان")]),
        (7, 11, [("#p1", "قال")]),
        (8, 11, [("#p1", "قال")]),
        (19, 27, [("#p1", "ثم"), ("#p2", "زار ")]),
        (0, 33, [("#title", "العنوان"), ("#p1", "قال بوتين  ثم"), ("#p2", "زار أستانا")]),
        # Nothing is there: the word before it, behind it, between two spaces, at the begin and at the end.
        (11, 11, [("#p1", "قال")]),
        (12, 12, [("#p1", "قال")]),
        (18, 18, [("#p1", "بوتين")]),
        (19, 19, [("#p1", "بوتين")]),
        (8, 8, [("#p1", "قال")]),
        (0, 0, [("#title", "العنوان")]),
        (33, 33, [("#p2", "أستانا")]),
        (7, 8, [("#title", "العنوان")]),
    ],
)
def test_a_mark_has_a_target_in_every_section_that_it_touches(
    start: int, end: int, selected: list[tuple[str, str]]
) -> None:
    assert places(start, end) == selected


def test_line_ends_at_the_edges_of_a_passage_are_not_selected() -> None:
    """A list is one section whose items stand on lines of their own."""
    [section] = sections = [Section("p1", "ul", "", 0, 9)]
    text = "أول\n\nثالث"
    assert section.end == len(text)
    for start, end, exact in ((0, 5, "أول"), (3, 9, "ثالث"), (0, 9, text), (2, 6, "ل\n\nث")):
        [target] = targets(Mark("x", "note", start, end), sections, text, "./")
        first: Any = list_of(target["selector"])[0]
        assert first["refinedBy"]["exact"] == exact
