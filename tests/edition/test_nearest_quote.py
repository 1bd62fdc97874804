"""A quote that fits several places, or nearly fits one: what counts, and up to where."""

from __future__ import annotations

import pytest

from edition.making import VOCABULARY, article, machine_text, original, record
from growth import growth, seconds
from warraq.archive.article import Annotation
from warraq.archive.kinds.kind import Complaint
from warraq.edition import edition, quotes
from warraq.edition.quotes import Span, find_quote, nearest, places


def found(text: str, quote: str, prefix: str = "", suffix: str = "") -> Span | Complaint:
    return find_quote(Annotation(quote, "شرح", prefix=prefix, suffix=suffix), text, lambda _: None)


def complaint(text: str, quote: str, prefix: str = "", suffix: str = "") -> str:
    result = found(text, quote, prefix, suffix)
    assert len(result) == 3
    return f"{result[0]}: {result[1]} {result[2]}"


def test_places_that_overlap_are_all_counted() -> None:
    assert list(places("اا", "ااا")) == [(0, 2), (1, 3)]
    assert list(places("عاد عاد", "عاد عاد عاد")) == [(0, 7), (4, 11)]
    assert complaint("عاد عاد عاد", "عاد عاد") == "quote: stands twice in the text. Add prefix: or suffix:."


def test_places_that_overlap_are_all_counted_where_white_space_differs_too() -> None:
    assert list(places("عاد عاد", "عاد\nعاد\nعاد")) == [(0, 7), (4, 11)]


def test_a_quote_as_it_is_written_comes_before_one_whose_white_space_differs() -> None:
    assert list(places("قال نعم", "قال\nنعم قال نعم")) == [(8, 15)]


def test_one_word_has_no_white_space_to_differ_in() -> None:
    assert list(places("نعم ", "قال نعم\n")) == []


@pytest.mark.parametrize(("count", "how"), [(2, "twice"), (3, "3 times"), (4, "4 times")])
def test_two_places_are_called_twice_and_more_are_counted(count: int, how: str) -> None:
    assert complaint(" و ".join(["نعم"] * count), "نعم") == f"quote: stands {how} in the text. Add prefix: or suffix:."


@pytest.mark.parametrize(
    ("text", "prefix", "suffix"),
    [
        ("أب نعم جد", "أب ", " جد"),
        ("أب نعم جد", "أب", "جد"),
        ("أب\nنعم\nجد", "أب", "جد"),
        ("أب، نعم! جد", "أب، ", "! جد"),
    ],
)
def test_prefix_and_suffix_fit_with_or_without_the_space_between(text: str, prefix: str, suffix: str) -> None:
    assert found(f"نعم {text} نعم", "نعم", prefix) == found(f"نعم {text} نعم", "نعم", suffix=suffix)
    start = 4 + text.index("نعم")
    assert found(f"نعم {text} نعم", "نعم", prefix, suffix) == (start, start + 3)


def test_a_prefix_of_letters_that_only_end_alike_does_not_fit() -> None:
    assert complaint("قال أب نعم", "نعم", prefix="تب").startswith("prefix: The quote stands in the text, but not with")


def test_a_prefix_that_fits_letter_for_letter_comes_before_one_that_nearly_fits() -> None:
    assert found("أب نعم وأبنعم", "نعم", prefix="أب") == (10, 13)


def test_a_complaint_shows_twenty_letters_on_either_side_and_whole_words() -> None:
    text = "كلمة " * 10 + "نعم" + " كلمة" * 10
    shown = complaint(text, "نعم", suffix="لا").rpartition("such as: ")[2]
    assert shown == "كلمة كلمة كلمة كلمة نعم كلمة كلمة كلمة كلمة"


@pytest.mark.parametrize(("passage", "near"), [("abcdefXXXX", "abcdefXXXX"), ("abcdeXXXXX", "")])
def test_the_nearest_passage_is_like_the_quote_in_six_of_ten_letters_at_least(passage: str, near: str) -> None:
    assert nearest("abcdefghij", f"---- {passage} ----") == near


def test_the_nearest_passage_is_whole_words_of_one_line() -> None:
    assert nearest("منظمه شنغهاي", "أول\nمنظمة شنغهاي\nثان") == "منظمة شنغهاي"
    assert nearest("نظمه شنغها", "أول\nالمنظمة شنغهاي.\nثان") == "المنظمة شنغهاي."


def test_a_long_text_is_searched_for_the_nearest_passage_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotes, "LONGEST_SEARCH", 20)
    assert nearest("abcdefghij", "- " * 5 + "abcdefghiX" + " -" * 5) == "abcdefghiX"
    assert nearest("abcdefghij", "- " * 11 + "abcdefghiX") == ""


def test_words_of_the_source_that_had_several_places_there_are_not_followed() -> None:
    source = "العنوان\nقال ﺍﻟﺴﻼم ثم ﺍﻟﺴﻼم"
    done = record(source, [("shapes", "ﺍﻟﺴﻼم", "السلام"), ("shapes", "ﺍﻟﺴﻼم", "السلام")])
    body = machine_text(source, done).split("\n", 1)[1]
    wrong = edition(
        article(body, annotations=[Annotation("ﺍﻟﺴﻼم", "شرح")]), original(source), done, VOCABULARY
    ).problems[0]
    assert "The source had these words" not in str(wrong)


@pytest.mark.parametrize("words", ["ab", "a b ", "خبر "])
def test_a_long_quote_is_looked_for_in_time_in_proportion_to_the_text(words: str) -> None:
    def cost(length: int) -> float:
        return seconds(lambda: nearest((words * length)[::-1][:length] + "c", (words * length)[: 2 * length]))

    assert growth(cost, 8_000, 16_000, 3, floor=0.1) < 3


def test_words_that_nearly_stand_there_are_looked_for_in_time_in_proportion() -> None:
    def cost(length: int) -> float:
        return seconds(lambda: list(places("a " * (length // 4) + "b", "a\n" * length)))

    assert list(places("a " * 5_000 + "b", "a\n" * 20_000)) == []
    assert growth(cost, 10_000, 20_000, 3, floor=0.1) < 3
