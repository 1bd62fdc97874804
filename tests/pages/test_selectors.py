"""A passage is found by its words and by its position, wherever it stands in its section and on its page."""

from __future__ import annotations

import json
from typing import Any

import pytest

from warraq.edition.edition import Mark, Section
from warraq.pages.late import late_mark
from warraq.pages.page_text import page_text
from warraq.pages.selectors import AROUND, on_page, selectors, targets


def quote(inside: str, start: int, end: int) -> dict[str, Any]:
    by_words, by_position = selectors("p1", inside, start, end)
    assert by_position == {
        "type": "CssSelector",
        "value": "#p1",
        "refinedBy": {"type": "TextPositionSelector", "start": start, "end": end},
    }
    assert by_words["type"] == "TextQuoteSelector"
    return dict(by_words)


def test_a_quote_has_so_many_letters_around_it() -> None:
    inside = "أ" * 50 + "كلمة" + "ب" * 50
    found = quote(inside, 50, 54)
    assert AROUND == 10
    assert (found["prefix"], found["exact"], found["suffix"]) == ("أ" * 10, "كلمة", "ب" * 10)


def test_a_quote_at_an_edge_has_what_there_is() -> None:
    assert quote("كلمة", 0, 4) | {"type": ""} == {"type": "", "exact": "كلمة"}


def test_a_quote_that_stands_twice_gets_more_around_it_until_it_is_the_only_one() -> None:
    line = "س" * 40 + "كلمة" + "ص" * 40
    inside = "أ" + line + line + "ب"
    found = quote(inside, 125, 129)
    whole = found["prefix"] + found["exact"] + found["suffix"]
    assert inside.count(whole) == 1 and len(found["prefix"]) == 8 * AROUND


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
        by_words, in_paragraph = list_of(target["selector"])
        selected.append((in_paragraph["value"], by_words["exact"]))
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
        assert first["exact"] == exact


PAGE = """<!DOCTYPE html><head><title>x</title></head><body class="a>b"><!-- <p id=p1> --><script>if (a < b && c) "&amp;"</script>
<h1 id=title>نهر</h1><ul>LATE</ul><p title=" id=p1 " id="p1">قال &amp; <a href="x?a=1&b=>2">نهر</a> 🚢 عاد<br>نهر</p><pre id=p2>
نهر</pre></body>"""


def placed(page: str, element: str, words: str, start: int) -> list[Any]:
    """Place words of an element on a page; its selectors."""
    before = json.dumps(
        {"selector": list(selectors(element, words, 0, len(words)))}, ensure_ascii=False, separators=(",", ":")
    )
    before = before.replace('"start":0', f'"start":{start}').replace(
        f'"end":{len(words)}', f'"end":{start + len(words)}'
    )
    once = on_page(before.encode(), page.encode())
    found = json.loads(once)["selector"]
    again = json.loads(on_page(once, page.encode()))["selector"]
    assert again == found
    return list(found)


def test_a_page_is_read_as_a_browser_reads_it() -> None:
    read = page_text(PAGE, ["title", "p1", "p2", "none"])
    assert read.text == 'if (a < b && c) "&amp;"\nنهرLATEقال & نهر 🚢 عادنهرنهر'
    assert {name: read.text[at : at + 3] for name, at in read.places.items()} == {
        "title": "نهر",
        "p1": "قال",
        "p2": "نهر",
    }
    assert page_text("no page", ["p1"]).places == {}


def test_a_place_on_the_page_is_counted_in_units_of_browsers_and_its_words_are_made_the_only_ones() -> None:
    words, position, refined = placed(PAGE, "p1", "نهر", 15)
    read = page_text(PAGE, ["p1"])
    assert refined["refinedBy"]["start"] == 15
    assert position == {"type": "TextPositionSelector", "start": read.places["p1"] + 16, "end": read.places["p1"] + 19}
    assert read.text.count(words["prefix"] + words["exact"] + words["suffix"]) == 1


def test_late_parts_before_a_text_move_its_place_and_what_is_said_of_another_page_gets_none() -> None:
    late = PAGE.replace("LATE", late_mark("versions"))
    [_, early, _], [_, moved, _] = placed(late, "p2", "نهر", 0), placed(PAGE, "p2", "نهر", 0)
    assert moved["start"] - early["start"] == len("LATE")
    for page in (PAGE.replace("p2", "p3"), PAGE.replace("<pre id=p2>\nنهر", "<pre id=p2>\nبحر")):
        assert [each["type"] for each in placed(page, "p2", "نهر", 0)] == ["TextQuoteSelector", "CssSelector"]
