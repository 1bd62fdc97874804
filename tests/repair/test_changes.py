"""Changes compose, undo, and carry positions: the promises everything else stands on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.archive.change import Change
from warraq.repair.changes import apply, compose, inverse, map_position, position_map, undo


@st.composite
def changes(draw: st.DrawFn, text: str, name: str) -> tuple[Change, ...]:
    """Draw changes of a text; they may touch, and texts may be put in between two that touch."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    if len(cuts) % 2:
        cuts.pop()
    made: list[Change] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        if made and start == end == made[-1].end:
            continue  # two insertions at one place, or one behind a change, would be one change
        made.append(Change(name, start, end, text[start:end], draw(st.text("xyz", max_size=3))))
    return tuple(c for c in made if c.before != c.after)


@given(st.data(), st.text("abcd", max_size=20))
@settings(max_examples=3000, deadline=None)
def test_composed_changes_do_what_the_two_lists_did_and_can_be_undone(data: st.DataObject, text: str) -> None:
    a = data.draw(changes(text, "a"))
    middle = apply(text, a)
    b = data.draw(changes(middle, "b"))
    final = apply(middle, b)
    both = compose(a, b)
    assert apply(text, both) == final
    assert undo(final, both) == text
    c = data.draw(changes(final, "c"))
    all_three = compose(both, c)
    assert apply(text, all_three) == apply(final, c)
    assert apply(text, compose(a, compose(b, c))) == apply(final, c)
    assert apply(final, inverse(both)) == text

    right = [map_position(p, all_three, 1) for p in range(len(text) + 1)]
    left = [map_position(p, all_three, -1) for p in range(len(text) + 1)]
    assert right == sorted(right)
    assert left == sorted(left)
    assert all(x <= y for x, y in zip(left, right, strict=True))
    assert left[0] == 0
    assert right[-1] == len(apply(final, c))
    touched = {i for change in all_three for i in range(change.start, change.end)}
    for p in set(range(len(text))) - touched:
        assert apply(final, c)[map_position(p, all_three, 1)] == text[p]
        assert apply(final, c)[map_position(p + 1, all_three, -1) - 1] == text[p]
    follow = position_map(all_three)
    assert [follow(p, 1) for p in range(len(text) + 1)] == right
    assert [follow(p, -1) for p in range(len(text) + 1)] == left


# "abcdef" becomes "aXYZdef": the letters b and c at [1, 3) became three others.
REPLACED = [Change("r", 1, 3, "bc", "XYZ")]
# "abcdef" becomes "adef".
TAKEN_OUT = [Change("r", 1, 3, "bc", "")]
# "abcdef" becomes "abXYcdef".
PUT_IN = [Change("r", 2, 2, "", "XY")]
# "abcdef" becomes "aX|Y|Zdef": one ends at 2, one puts something in there, one begins there.
MEETING = [Change("r", 1, 2, "b", "X"), Change("r", 2, 2, "", "|Y|"), Change("r", 2, 3, "c", "Z")]


@pytest.mark.parametrize(
    ("made", "position", "before_it", "after_it"),
    [
        # What lies left of a change stays, and so does the place where a change begins.
        (REPLACED, 0, 0, 0),
        (REPLACED, 1, 1, 1),
        # A place within a change goes to one of its ends.
        (REPLACED, 2, 1, 4),
        # The place where a change ends is behind it on both sides, and everything further right moves with it.
        (REPLACED, 3, 4, 4),
        (REPLACED, 6, 7, 7),
        (TAKEN_OUT, 1, 1, 1),
        (TAKEN_OUT, 2, 1, 1),
        (TAKEN_OUT, 3, 1, 1),
        (TAKEN_OUT, 4, 2, 2),
        # Only at an insertion do the two sides part.
        (PUT_IN, 1, 1, 1),
        (PUT_IN, 2, 2, 4),
        (PUT_IN, 3, 5, 5),
        (MEETING, 1, 1, 1),
        (MEETING, 2, 2, 5),
        (MEETING, 3, 6, 6),
    ],
)
def test_a_position_sticks_to_the_text_on_its_side(
    made: list[Change], position: int, before_it: int, after_it: int
) -> None:
    assert map_position(position, made, -1) == position_map(made)(position, -1) == before_it
    assert map_position(position, made, 1) == position_map(made)(position, 1) == after_it


def a(start: int, before: str, after: str) -> Change:
    return Change("a", start, start + len(before), before, after)


def b(start: int, before: str, after: str) -> Change:
    return Change("b", start, start + len(before), before, after)


def both(start: int, before: str, after: str) -> Change:
    return Change("a", start, start + len(before), before, after, ("b",))


@pytest.mark.parametrize(
    ("first", "second", "composed"),
    [
        # What does not touch stays apart, in its order, each with its own rule; places are those of the first text.
        ([a(5, "f", "FF")], [b(0, "a", "")], [b(0, "a", ""), a(5, "f", "FF")]),
        ([a(0, "a", "")], [b(3, "e", "EE")], [a(0, "a", ""), b(4, "e", "EE")]),
        # One letter between them is enough …
        ([a(1, "b", "X")], [b(3, "d", "Y")], [a(1, "b", "X"), b(3, "d", "Y")]),
        # … and changes that touch are one, which names the rule of the first list first.
        ([a(1, "b", "X")], [b(2, "c", "Y")], [both(1, "bc", "XY")]),
        ([a(2, "c", "X")], [b(1, "b", "Y")], [both(1, "bc", "YX")]),
        # Something put in at either end of a change.
        ([a(1, "b", "X")], [b(1, "", "|")], [both(1, "b", "|X")]),
        ([a(1, "b", "X")], [b(2, "", "|")], [both(1, "b", "X|")]),
        ([a(2, "", "X")], [b(2, "", "|")], [both(2, "", "|X")]),
        ([a(2, "", "X")], [b(3, "", "|")], [both(2, "", "X|")]),
        # Something taken out beside what was taken out.
        ([a(1, "b", "")], [b(1, "c", "")], [both(1, "bc", "")]),
        ([a(2, "c", "")], [b(1, "b", "")], [both(1, "bc", "")]),
        # What the second list takes out again was never there.
        ([a(2, "", "X")], [b(2, "X", "")], []),
        ([a(2, "c", "X")], [b(2, "X", "c")], []),
        # A change of the second list over several of the first.
        ([a(1, "b", "X"), a(3, "d", "Y")], [b(0, "aXcYe", "Z")], [both(0, "abcde", "Z")]),
        # A change of the first list over several of the second.
        ([a(1, "bcd", "XYZ")], [b(1, "X", "1"), b(3, "Z", "3")], [both(1, "bcd", "1Y3")]),
        ([], [b(1, "b", "")], [b(1, "b", "")]),
        ([a(1, "b", "")], [], [a(1, "b", "")]),
    ],
)
def test_changes_that_touch_are_one_change(first: list[Change], second: list[Change], composed: list[Change]) -> None:
    assert apply("abcdef", composed) == apply(apply("abcdef", first), second)
    assert compose(first, second) == tuple(composed)


def test_a_rule_that_worked_twice_at_one_place_is_named_once() -> None:
    first = [Change("a", 1, 2, "b", "X", ("c",))]
    second = [Change("b", 1, 2, "X", "Y", ("a", "d"))]
    assert compose(first, second) == (Change("a", 1, 2, "b", "Y", ("c", "b", "d")),)


@pytest.mark.parametrize("layouts", [(True, True), (True, False), (False, True), (False, False)])
def test_what_met_is_layout_only_where_all_of_it_is(layouts: tuple[bool, bool]) -> None:
    one, other = layouts
    first = [Change("a", 1, 2, "b", "X", layout=one)]
    [made] = compose(first, [Change("b", 2, 3, "c", "Y", layout=other)])
    assert made.layout is (one and other)
    apart = compose(first, [Change("b", 4, 5, "e", "Y", layout=other)])
    assert [c.layout for c in apart] == [one, other]


def test_inverse_changes_keep_their_rules_and_stand_in_the_text_after() -> None:
    made = [Change("a", 1, 1, "", "XY"), Change("b", 3, 4, "d", "", ("c",), layout=True)]
    assert inverse(made) == (Change("a", 1, 3, "XY", ""), Change("b", 5, 5, "", "d", ("c",), layout=True))
    assert inverse(inverse(made)) == tuple(made)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ([a(1, "X", "")], "at 1 the text has 'b', the change expects 'X'"),
        ([a(5, "fg", "")], "at 5 the text has 'f', the change expects 'fg'"),
        ([a(1, "bc", ""), a(2, "c", "")], "at 2 the text has 'c', the change expects 'c'"),
        ([a(2, "c", ""), a(1, "b", "")], "at 1 the text has 'b', the change expects 'b'"),
    ],
)
def test_changes_of_another_text_or_that_overlap_are_refused(made: list[Change], said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        apply("abcdef", made)


def test_changes_may_touch() -> None:
    assert apply("abcdef", MEETING) == "aX|Y|Zdef"
    assert undo("aX|Y|Zdef", MEETING) == "abcdef"


@pytest.mark.parametrize(
    ("text", "made", "said"),
    [
        ("abcdef", [a(1, "x", "X")], "at 1 the text has 'b', the change left 'X'"),
        ("aXX", [a(1, "x", "X"), a(2, "y", "Y")], "at 2 the text has 'X', the change left 'Y'"),
        ("abcdef", [a(1, "", "bc"), a(0, "", "b")], "at 2 the text has 'c', the change left 'b'"),
        ("abcdef", [a(2, "", "cd"), a(1, "b", "d")], "at 3 the text has 'd', the change left 'd'"),
    ],
)
def test_what_changes_did_not_lead_to_is_not_undone(text: str, made: list[Change], said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        undo(text, made)
