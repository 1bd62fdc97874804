"""Names are found behind clitics and in other spellings, never inside other words, and doubtful ones only in company."""

from __future__ import annotations

from typing import Any

import pytest

from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.archive.mentions import find_mentions


def vocabulary(*concepts: Concept) -> Vocabulary:
    return Vocabulary({c.id: c for c in concepts})


def concept(name: str, *labels: str, **more: Any) -> Concept:
    return Concept(name, Scheme.PLACE, {"ar": labels[0]}, {"ar": labels[1:]}, **more)


RUSSIA = concept("Russia", "روسيا", "روسيا الاتحادية")
OMAN = concept("Oman", "سلطنة عمان", "عمان", ambiguous=("عمان",), requires=("مسقط", "سلطنة عمان"))
AMMAN = Concept("Amman", Scheme.PLACE, {"ar": "عمّان"}, ambiguous=("عمّان",), requires=("الأردن",))
CIS = concept(
    "CIS",
    "رابطة الدول المستقلة",
    ambiguous=("كومنولث", "الكومنولث", "كومنولث الأمم"),
    requires=("رابطة الدول المستقلة", "Russia"),
)
PLACES = vocabulary(
    RUSSIA,
    OMAN,
    AMMAN,
    CIS,
    concept("Astana", "أستانا", "آستانة"),
    concept("Caspian", "بحر قزوين"),
    concept("Kremlin", "الكرملين"),
    concept("Libya", "ليبيا"),
    Concept("USA", Scheme.PLACE, {"ar": "الولايات المتحدة", "en": "United States", "fa": "روسیه"}, {"en": ("US",)}),
)


def named(text: str, lang: str = "ar") -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.concept_id) for m in find_mentions(text, PLACES, lang)]


@pytest.mark.parametrize(
    "text",
    ["فيروسيا", "نعمان في مسقط", "روسية", "روسيات", "بحر\nقزوين", "بحر  قزوين", "بحر، قزوين", "with us", "سليبيا", ""],
)
def test_a_name_inside_another_word_or_across_lines_is_none(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وأستانا", [("وأستانا", "Astana")]),
        ("بأستانه", [("بأستانه", "Astana")]),
        ("لبحر قزوين،", [("لبحر قزوين", "Caspian")]),
        ("وفي بحر قزوين.", [("بحر قزوين", "Caspian")]),
        ("وللكرملين", [("وللكرملين", "Kremlin")]),
        ("فبالكرملين", [("فبالكرملين", "Kremlin")]),
        ("رُوسِيَا", [("رُوسِيَا", "Russia")]),
        ("روســـيا", [("روســـيا", "Russia")]),
        ("روسيا الإتحادية", [("روسيا الإتحادية", "Russia")]),
        ("روسيا والكرملين", [("روسيا", "Russia"), ("والكرملين", "Kremlin")]),
        ("وليبيا", [("وليبيا", "Libya")]),
        ("«روسيا»", [("«روسيا»"[1:-1], "Russia")]),
        ("the US and united states", [("US", "USA"), ("united states", "USA")]),
    ],
)
def test_a_name_is_found_with_what_is_written_on_to_it_and_in_other_spellings(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert named(text) == found


def test_the_longest_name_wins() -> None:
    assert [m.label for m in find_mentions("روسيا الاتحادية وروسيا", PLACES)] == ["روسيا الاتحادية", "روسيا"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("دول الكومنولث", []),
        ("دول الكومنولث وروسيا", [("الكومنولث", "CIS"), ("وروسيا", "Russia")]),
        ("لكومنولث الأمم، أي رابطة الدول المستقلة", [("لكومنولث الأمم", "CIS"), ("رابطة الدول المستقلة", "CIS")]),
        ("زار عمان", []),
        ("زار عمان ثم مسقط", [("عمان", "Oman")]),
        ("زار عمان في الأردن", [("عمان", "Amman")]),
        ("زار عمان في الأردن ثم مسقط", []),
        ("سلطنة عمان", [("سلطنة عمان", "Oman")]),
    ],
)
def test_an_ambiguous_name_needs_company_and_two_meanings_are_none(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


def test_labels_of_another_language_in_the_same_script_do_not_count() -> None:
    assert named("السياسة الروسيه وروسيه") == []
    assert named("روسیه", "fa") == [("روسیه", "USA")]


def test_a_long_text_and_a_large_vocabulary_do_not_hang() -> None:
    many = vocabulary(*(concept(f"c{n}", f"وزارة الشؤون رقم {n}") for n in range(5000)), RUSSIA)
    text = "قالت وزارة الشؤون في روسيا " * 20_000
    assert len(find_mentions(text, many)) == 20_000
