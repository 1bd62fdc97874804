"""Limits, order and edges of the apparatus: how far a margin entry looks, what a decision settles, where an edit ends."""

from __future__ import annotations

import pytest

from edition.making import VOCABULARY, article, machine_text, original, record
from warraq.archive.article import CONFIRMED_DATE, Settled
from warraq.archive.record import Record
from warraq.edition import edition, word_diff
from warraq.edition.apparatus import AROUND
from warraq.edition.edition import Edition, Mark
from warraq.edition.replay import replays


def of(source: str, done: Record, *settled: Settled, body: str | None = None) -> Edition:
    """Make the edition of the machine's text, or of `body`."""
    title, text = machine_text(source, done).split("\n", 1)
    return edition(
        article(body or "\n\n".join(text.split("\n")), title, settled=settled), original(source), done, VOCABULARY
    )


def around(source: str) -> tuple[str, str]:
    """Give the letters beside the repair of the one bar of a source."""
    [mark] = [m for m in of(source, record(source, [("bar", "|", "")])).marks if m.kind == "repair"]
    return mark.left, mark.right


@pytest.mark.parametrize(
    ("source", "left", "right"),
    [
        ("العنوان\nقال زي|د نعم", "زي", "د"),
        ("العنوان\nقال زيد| نعم لا", "زيد", " نعم"),
        ("العنوان\nقال زيد |نعم لا", "زيد ", "نعم"),
        ("العنوان\n|قال زيد", "", "قال"),
        ("العنوان\nقال زيد|\nوقال", "زيد", ""),
    ],
)
def test_a_repair_has_the_word_on_either_side_and_nothing_of_another_line(source: str, left: str, right: str) -> None:
    assert around(source) == (left, right)


def test_a_repair_has_forty_letters_of_a_long_word_at_most() -> None:
    assert around(f"العنوان\n{'ا' * 100}|{'ب' * 100}") == ("ا" * AROUND, "ب" * AROUND)
    assert AROUND == 40


SOURCE = "العنوان\nقال زيد عاد عاد أمس ثم عاد عاد غدا"
DOUBLED = Settled("doubled-word", "عاد عاد")


def open_doubts(made: Edition) -> list[Mark]:
    return [m for m in made.marks if m.kind == "doubt"]


@pytest.mark.parametrize("quote", ["عاد عاد", "زيد عاد", "عاد أمس", "قال زيد عاد عاد أمس", "عاد", "اد عا"])
def test_a_decision_settles_the_doubt_that_its_quote_meets(quote: str) -> None:
    done = record(SOURCE, doubts=[("doubled-word", "عاد عاد")])
    made = of(SOURCE, done, Settled("doubled-word", quote))
    assert open_doubts(made) == [] and made.problems == ()


@pytest.mark.parametrize("quote", ["قال", "زيد!", "غدا", "ثم عاد عاد"])
def test_a_decision_on_words_elsewhere_settles_nothing_and_is_a_warning(quote: str) -> None:
    done = record(SOURCE, doubts=[("doubled-word", "عاد عاد")])
    made = of(SOURCE, done, Settled("doubled-word", quote))
    assert len(open_doubts(made)) == len(made.problems) == 1


def test_a_decision_on_the_first_words_of_the_text_counts() -> None:
    done = record(SOURCE, doubts=[("doubled-word", "العنوان")])
    made = of(SOURCE, done, Settled("doubled-word", "العنوان"))
    assert open_doubts(made) == [] and made.problems == ()


def test_a_decision_of_another_rule_settles_nothing() -> None:
    done = record(SOURCE, doubts=[("doubled-word", "عاد عاد")])
    made = of(SOURCE, done, Settled("far", "عاد عاد"))
    assert len(open_doubts(made)) == len(made.problems) == 1


def test_two_decisions_on_one_doubt_both_count() -> None:
    done = record(SOURCE, doubts=[("doubled-word", "عاد عاد")])
    assert of(SOURCE, done, DOUBLED, Settled("doubled-word", "زيد عاد")).problems == ()


def test_a_confirmed_date_is_a_decision_that_no_doubt_has() -> None:
    assert of(SOURCE, record(SOURCE), Settled(CONFIRMED_DATE, "2024-01-02")).problems == ()


def test_doubts_at_one_place_have_ids_in_the_order_of_their_ends_and_rules() -> None:
    done = record(SOURCE, doubts=[("bare", "عاد عاد"), ("far", "عاد"), ("far", "عاد عاد")])
    assert [(m.id, m.rule, m.end - m.start) for m in sorted(open_doubts(of(SOURCE, done)), key=lambda m: m.id)] == [
        ("d16", "far", 3),
        ("d16-2", "bare", 7),
        ("d16-3", "far", 7),
    ]


def test_an_edit_that_only_deletes_has_a_mark_and_one_of_white_space_has_none() -> None:
    done = record(SOURCE)
    made = of(SOURCE, done, body="قال عاد عاد أمس ثم عاد عاد\n\nغدا")
    assert [(m.before, m.after) for m in made.marks if m.kind == "edit"] == [("زيد ", "")]
    assert len(made.edits) == 2


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("أ ب ج", "س ص ج", [("أ ب", "س ص")]),
        ("أ ب ج د", "س ب ص د", [("أ", "س"), ("ج", "ص")]),
        ("أ\nب", "س\nص", [("أ", "س"), ("ب", "ص")]),
        ("أ ب\nج د", "أ س\nج ص", [("ب", "س"), ("د", "ص")]),
        ("أ ب", "أ ب ج", [("", " ج")]),
        ("أ ب ج", "أ ج", [("ب ", "")]),
    ],
)
def test_neighbouring_words_are_one_edit_and_white_space_that_stayed_is_in_none(
    before: str, after: str, changes: list[tuple[str, str]]
) -> None:
    assert [(c.before, c.after) for c in word_diff.word_diff(before, after)] == changes


def test_lines_with_too_many_words_are_one_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = "أ ب ج د هـ", "س ب ص د ع"
    assert len(word_diff.word_diff(before, after)) == 3
    monkeypatch.setattr(word_diff, "LARGEST", 80)
    assert len(word_diff.word_diff(before, after)) == 1


def test_a_record_replays_only_to_the_text_that_was_hashed() -> None:
    done = record(SOURCE, [("bar", "أمس", "غدا")])
    assert replays(done, original(SOURCE))
    wrong = done.model_copy(update={"text_sha256": "0" * 64})
    assert not replays(wrong, original(SOURCE))
