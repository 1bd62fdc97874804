"""One engine makes what rules propose: agreement, clashes, limits, and stages that run until nothing is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import pytest

from warraq.archive.change import Change, Doubt
from warraq.repair import engine
from warraq.repair.changes import apply
from warraq.repair.engine import (
    LONGEST_DOUBT,
    MOST_DOUBTS,
    MOST_ROUNDS,
    Certainty,
    Edit,
    Rule,
    RuleError,
    Suspicion,
    run_stage,
    run_stages,
)

Found = Iterable[Edit | Suspicion]


def rule(
    name: str,
    find: Callable[[str], Found],
    stage: str = "stage",
    certainty: Certainty = Certainty.CERTAIN,
    signs: str = "",
) -> Rule:
    return Rule(name, stage, "reason", certainty, {}, (), find, signs=frozenset(signs))


def edits(name: str, *found: Edit, stage: str = "stage", signs: str = "") -> Rule:
    return rule(name, lambda _: found, stage, signs=signs)


def replaces(name: str, pattern: str, by: str, stage: str = "stage", signs: str = "") -> Rule:
    def find(text: str) -> Iterator[Edit]:
        for m in re.finditer(pattern, text):
            yield Edit(*m.span(), by)

    return rule(name, find, stage, signs=signs)


def doubts(name: str, pattern: str, stage: str = "stage") -> Rule:
    def find(text: str) -> Iterator[Suspicion]:
        for m in re.finditer(pattern, text):
            yield Suspicion(*m.span())

    return rule(name, find, stage, Certainty.DOUBTFUL)


# One stage.


def test_edits_are_made_in_the_order_of_their_places() -> None:
    text, changes, suspected = run_stage("abcd", [edits("r", Edit(3, 4, "D"), Edit(0, 1, "A"))])
    assert (text, suspected) == ("AbcD", ())
    assert changes == (Change("r", 0, 1, "a", "A"), Change("r", 3, 4, "d", "D"))


def test_an_edit_that_changes_nothing_is_none() -> None:
    assert run_stage("abcd", [edits("r", Edit(1, 2, "b"), Edit(2, 2, ""))]) == ("abcd", (), ())


def test_rules_that_agree_are_both_named_once_in_the_order_of_their_names() -> None:
    same = Edit(1, 2, "B")
    _, changes, _ = run_stage("abcd", [edits("two", same, same), edits("one", same), edits("three", same)])
    assert changes == (Change("one", 1, 2, "b", "B", ("three", "two")),)


def test_edits_may_touch_and_a_text_may_be_put_in_between() -> None:
    text, changes, _ = run_stage(
        "abcd", [edits("r", Edit(1, 2, "B"), Edit(2, 3, "C"), Edit(3, 3, "|"), Edit(1, 1, "-"))]
    )
    assert text == "a-BC|d"
    assert apply("abcd", changes) == text


@pytest.mark.parametrize(
    ("found", "asked"),
    [
        ([Edit(0, 2, ""), Edit(1, 3, "")], "1:3"),
        ([Edit(0, 3, ""), Edit(1, 2, "")], "1:2"),
        ([Edit(0, 3, ""), Edit(1, 1, "x")], "1:1"),
        ([Edit(1, 2, "x"), Edit(1, 2, "y")], "1:2"),
        ([Edit(1, 2, "x"), Edit(1, 3, "x")], "1:3"),
        ([Edit(1, 1, "x"), Edit(1, 1, "y")], "1:1"),
        ([Edit(3, 5, "")], "3:5"),
        ([Edit(-1, 1, "x")], "-1:1"),
        ([Edit(2, 1, "x")], "2:1"),
    ],
)
def test_edits_that_clash_or_leave_the_text_are_the_rules_fault(found: list[Edit], asked: str) -> None:
    with pytest.raises(RuleError, match=f"^r asked for {asked}, which meets .* or leaves the text.$"):
        run_stage("abcd", [edits("r", *found)])


def test_the_last_letter_may_be_changed_and_a_text_may_be_put_in_behind_it() -> None:
    assert run_stage("abcd", [edits("r", Edit(3, 4, "D"), Edit(4, 4, "E"))])[0] == "abcDE"


def test_a_rule_of_doubt_yields_no_more_than_the_most() -> None:
    _, _, suspected = run_stage("a" * (MOST_DOUBTS + 1), [doubts("one", "a"), doubts("two", "a")])
    assert len(suspected) == 2 * MOST_DOUBTS
    assert suspected[MOST_DOUBTS - 1] == ("one", Suspicion(MOST_DOUBTS - 1, MOST_DOUBTS))


def test_a_rule_of_repair_has_no_such_limit() -> None:
    text, changes, _ = run_stage("a" * (MOST_DOUBTS + 1), [replaces("r", "a", "b")])
    assert (text, len(changes)) == ("b" * (MOST_DOUBTS + 1), MOST_DOUBTS + 1)


def test_a_rule_is_not_asked_about_a_text_that_has_none_of_its_signs() -> None:
    def fails(text: str) -> Found:
        raise AssertionError(text)

    assert run_stage("abcd", [rule("r", fails, signs="xy")], {"a", "b", "c", "d"})[0] == "abcd"
    with pytest.raises(AssertionError):
        run_stage("abcd", [rule("r", fails, signs="xd")], {"a", "b", "c", "d"})
    with pytest.raises(AssertionError):
        run_stage("abcd", [rule("r", fails)], {"a", "b", "c", "d"})


# All stages.


def test_a_sign_that_an_earlier_stage_put_in_counts() -> None:
    text, changes, _ = run_stages(
        "abcd", [[replaces("one", "b", "x", "1")], [replaces("two", "x", "y", "2", signs="x")]]
    )
    assert text == "aycd"
    assert changes == (Change("one", 1, 2, "b", "y", ("two",)),)


def test_a_doubt_of_a_later_stage_stands_at_its_place_in_the_original() -> None:
    stages = [[replaces("one", "b+", "", "1")], [doubts("two", "cd", "2")], [doubts("three", "ae", "3")]]
    assert run_stages("abbbbcdae", stages)[2] == (Doubt("two", 5, 7), Doubt("three", 7, 9))


def test_a_doubt_covers_what_was_taken_out_within_it_and_nothing_beside_it() -> None:
    stages = [[replaces("one", "-", "", "1")], [doubts("two", "bc", "2")]]
    assert run_stages("a-b-c-d", stages)[2] == (Doubt("two", 2, 5),)


def test_a_doubt_about_what_was_put_in_is_a_place_in_the_original() -> None:
    stages = [[edits("one", Edit(2, 2, "xxx"), stage="1")], [doubts("two", "x+", "2")]]
    [doubt] = run_stages("abcd", stages)[2]
    assert (doubt.start, doubt.end) == (2, 2)


@pytest.mark.parametrize(("letters", "kept"), [(LONGEST_DOUBT, LONGEST_DOUBT), (LONGEST_DOUBT + 1, LONGEST_DOUBT)])
def test_a_doubt_is_cut_at_the_longest(letters: int, kept: int) -> None:
    assert run_stages("x" + "a" * letters, [[doubts("r", "a+")]])[2] == (Doubt("r", 1, 1 + kept),)


def test_a_doubt_over_much_that_was_taken_out_is_cut_too() -> None:
    stages = [[replaces("one", "-+", "", "1")], [doubts("two", "ab", "2")]]
    text = "a" + "-" * LONGEST_DOUBT + "b"
    assert run_stages(text, stages)[2] == (Doubt("two", 0, LONGEST_DOUBT),)


def test_what_was_put_in_counts_for_the_length_of_a_doubt() -> None:
    stages = [[edits("one", Edit(2, 2, "x" * (LONGEST_DOUBT - 1)), stage="1")], [doubts("two", "b.*", "2")]]
    assert run_stages("abcd", stages)[2] == (Doubt("two", 1, 2),)


def test_a_doubt_about_no_letter_where_some_were_taken_out_stands_behind_them() -> None:
    stages = [[replaces("one", "-+", "", "1")], [doubts("two", "(?=b)", "2")]]
    assert run_stages("a--b", stages)[2] == (Doubt("two", 3, 3),)


def test_doubts_are_in_the_order_of_their_places_and_each_is_there_once() -> None:
    stages = [[doubts("b", "c", "1"), doubts("a", "c", "1"), doubts("a", "bc", "1")], [doubts("a", "c", "2")]]
    assert run_stages("abc", stages)[2] == (Doubt("a", 1, 3), Doubt("a", 2, 3), Doubt("b", 2, 3))


def peels(name: str, stage: str) -> Rule:
    """Make a rule that takes the outermost brackets away."""
    return replaces(name, r"^\((.*)\)$", "", stage)


def one_bracket(stage: str) -> Rule:
    """Make a rule that takes one opening bracket out of the text each time."""

    def find(text: str) -> Iterator[Edit]:
        at = text.find("(")
        if at >= 0:
            yield Edit(at, at + 1, "")

    return rule(f"bracket-{stage}", find, stage)


def test_a_stage_runs_once() -> None:
    assert run_stages("(((a", [[one_bracket("1")]])[0] == "((a"


def test_stages_that_settle_run_until_nothing_is_left_and_then_the_next_begins() -> None:
    seen: list[str] = []

    def look(text: str) -> Found:
        seen.append(text)
        return ()

    stages = [[one_bracket("1")], [replaces("two", "a", "((", "2")], [rule("look", look, "3")]]
    text, changes, _ = run_stages("((ab", stages, [{"1", "2"}])
    assert text == "b"
    assert seen == ["b"]
    assert apply("((ab", changes) == "b"


def test_stages_that_changed_nothing_are_not_run_again() -> None:
    asked: list[str] = []

    def look(text: str) -> Found:
        asked.append(text)
        return ()

    run_stages("ab", [[rule("look", look, "1")], [edits("end", stage="2")]], [{"1"}])
    assert asked == ["ab"]


def test_rounds_end_at_the_most() -> None:
    text = "(" * (MOST_ROUNDS + 3) + "a"
    assert run_stages(text, [[one_bracket("1")], [edits("end", stage="2")]], [{"1"}])[0] == "((a"


def test_a_group_ends_where_each_stage_has_found_nothing_since_the_last_change() -> None:
    asked: list[str] = []

    def look(text: str) -> Found:
        asked.append(text)
        return ()

    run_stages("(ab", [[rule("look", look, "1")], [one_bracket("2")], [rule("look", look, "3")]], ["123"])
    assert asked == ["(ab", "ab", "ab"]  # the first, the third, the first again; the third had nothing since


def test_stages_that_run_again_doubt_nothing_new() -> None:
    stages = [[doubts("d", "a", "1")], [one_bracket("2")]]
    assert run_stages("a((a", stages, ["12"])[2] == (Doubt("d", 0, 1), Doubt("d", 3, 4))
    stages = [[doubts("d", "ab", "1")], [one_bracket("2")]]
    assert run_stages("a(b", stages, ["12"])[2] == ()


def test_stages_settle_even_where_they_are_the_last() -> None:
    assert run_stages("((a", [[one_bracket("1")]], [{"1"}])[0] == "a"


def test_groups_of_settling_stages_settle_apart() -> None:
    stages = [
        [one_bracket("1")],
        [replaces("two", "a", "((a", "2")],
        [replaces("three", "b", "c", "3")],
        [edits("end", stage="4")],
    ]
    # The first group has nothing left when the second stage puts brackets in; the third stage alone settles then.
    assert run_stages("(ab", stages, [{"1"}, {"3"}])[0] == "((ac"


def test_an_empty_text_stays_empty() -> None:
    assert run_stages("", [[replaces("r", "a", "b")], [doubts("d", "a")]]) == ("", (), ())
    assert engine.by_place(Doubt("r", 1, 2)) == (1, 2, "r")
