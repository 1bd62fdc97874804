"""The line of a doubt and the words around it: which are shown, which are quoted, which are replaced."""

from __future__ import annotations

import json

import pytest

from desk.conftest import Desk
from desk.doubtful_texts import SENTENCES, damaged, repaired
from desk.review_requests import request
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.review.answering import Review
from warraq.desk.review.excerpts import AROUND, MOST_AROUND
from warraq.desk.review.kinds.doubt import WIDEST
from warraq.desk.review.markdown_lines import MarkdownIndex, MarkdownLines, with_lines
from warraq.desk.review.open_items import OpenItems
from warraq.desk.review.text_places import TextPlaces

BODY = "أول\n\nثان\nثالث\n\nرابع"


@pytest.mark.parametrize(
    ("lines", "markdown", "after"),
    [
        (MarkdownLines("أول", 0, 0), "جديد  \n آخر", "جديد آخر\n\nثان\nثالث\n\nرابع"),
        (MarkdownLines("ثان", 2, 2), "جديد", "أول\n\nجديد\nثالث\n\nرابع"),
        (MarkdownLines("ثان\nثالث", 2, 3), "جديد", "أول\n\nجديد\n\nرابع"),
        (MarkdownLines("أول", 0, 0), "", "ثان\nثالث\n\nرابع"),
        (MarkdownLines("ثان", 2, 2), "", "أول\n\nثالث\n\nرابع"),
        (MarkdownLines("ثان\nثالث", 2, 3), "", "أول\n\nرابع"),
        (MarkdownLines("رابع", 5, 5), " ", "أول\n\nثان\nثالث\n"),
    ],
)
def test_lines_are_replaced_or_taken_out(lines: MarkdownLines, markdown: str, after: str) -> None:
    assert with_lines(BODY, lines, markdown) == after


def test_a_line_that_occurs_twice_is_the_one_at_its_place(desk: Desk) -> None:
    file = desk.article("a", "---\ntitle: عنوان\ndate: 2020\n---\nسطر\n\nوسط\n\nسطر\n")
    article = ArchiveFiles(desk.content).read_article(file, file.read_bytes())
    assert article
    text = "عنوان\nسطر\nوسط\nسطر"
    index = MarkdownIndex(article, TextPlaces(text))
    assert index.at(0) == index.at(4) == MarkdownLines("عنوان", -1, -1)
    assert index.at(6) == MarkdownLines("سطر", 0, 0)
    assert index.at(len(text) - 1) == MarkdownLines("سطر", 4, 4)
    assert MarkdownIndex(article, TextPlaces("عنوان\nسطر\nوسط")).at(6) is None
    assert MarkdownIndex(article, TextPlaces("عنوان\n\nسطر\nسطر")).at(6) is None


@pytest.mark.parametrize("more", [0, 1])
def test_long_lines_are_cut_on_both_sides_of_the_words(desk: Desk, more: int) -> None:
    def letters(length: int) -> str:
        return ("كلمة " * MOST_AROUND)[: length - 1].strip().ljust(length, "و")

    words = "القاضي القاضي"
    # With the space on each side, and the full stop that `damaged` puts behind the sentence.
    sentence = f"{letters(MOST_AROUND - 1 + more)} {words} {letters(MOST_AROUND - 2 + more)}"
    repaired(desk, "a", damaged(1, sentence))
    shown = json.loads(request(Review(desk.root), "GET", "items")[1])[0]
    assert shown["quote"] == words
    assert shown["before"].startswith("…") == shown["after"].endswith("…") == bool(more)
    # No word is cut: where something is left out, the words that fit in whole are shown.
    assert {len(shown["before"]), len(shown["after"])} <= ({496, 497} if more else {MOST_AROUND})
    assert set(f"{shown['before']}{shown['after']}".replace("…", "").replace("و", "").split()) == {"كلمة"} or not more


def test_of_a_long_line_the_words_nearest_to_the_doubt_are_shown_on_each_side(
    desk: Desk, review_items: OpenItems
) -> None:
    numbered = " ".join(f"كلمة{n}x" for n in range(100, 200))
    repaired(desk, "a", damaged(1, f"{numbered} القاضي القاضي {numbered}"))
    (item,) = review_items.all()
    assert item.before == f"{numbered} " and item.after == f" {numbered}."
    (shown,) = json.loads(request(Review(desk.root), "GET", "items")[1])
    assert shown["before"] == "…" + " ".join(f"كلمة{n}x" for n in range(145, 200)) + " "
    assert shown["after"] == " " + " ".join(f"كلمة{n}x" for n in range(100, 155)) + "…"


def test_a_quote_is_widened_word_by_word_until_it_occurs_once(desk: Desk, review_items: OpenItems) -> None:
    line = "أول ثان وحضر القاضي القاضي هنا {} رابع خامس"
    repaired(desk, "a", damaged(1, f"{line.format('صباحا')}.\n\n{line.format('مساء')}"))
    assert [i.unique_quote for i in review_items.all()] == [
        f"ثان وحضر القاضي القاضي هنا {word}" for word in ("صباحا", "مساء")
    ]


def test_a_quote_is_widened_by_eight_words_at_most(desk: Desk, review_items: OpenItems) -> None:
    before = ["وفي", "صباح", "اليوم", "نفسه", "من", "شهر", "مارس", "وصل", "وفد", "كبير", "وحضر"]
    after = ["إلى", "قاعة", "البلدية", "ثم", "تحدث", "أمام", "أهل", "المدينة", "عن", "خطة", "ترميم", "السوق"]
    line = " ".join([*before, "القاضي القاضي", *after])
    repaired(desk, "a", damaged(1, f"{line} أول.\n\n{line} ثان"))
    expected = " ".join([*before[-WIDEST:], "القاضي القاضي", *after[:WIDEST]])
    assert [i.unique_quote for i in review_items.all()] == [expected, expected]


@pytest.mark.parametrize("words", [0, 80])
def test_two_hundred_letters_of_the_original_are_shown_on_each_side(
    desk: Desk, review_items: OpenItems, words: int
) -> None:
    text = damaged(1, f"{'كلمة ' * words}{SENTENCES[0]} {'كلمة ' * words}")
    repaired(desk, "a", text)
    (item,) = review_items.all()
    at = text.index(item.source_quote)
    assert item.source_quote == item.quote
    assert item.source_before == text[:at][-AROUND:]
    assert item.source_after == text[at + len(item.quote) :][:AROUND]
