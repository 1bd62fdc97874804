"""Positions and passages follow the changes of a text to their letters, and stop at their edges."""

from __future__ import annotations

import pytest

from warraq.archive.change import Change
from warraq.edition.position_map import PositionMap

TEXT = "0123456789"
INSERTION = PositionMap([Change("rule", 4, 4, "", "xx")])
DELETION = PositionMap([Change("rule", 4, 6, "45", "")])
REPLACEMENT = PositionMap([Change("rule", 4, 6, "45", "xyz")])


@pytest.mark.parametrize(
    ("start", "end", "touched"),
    [
        (2, 3, False),
        (2, 4, True),
        (2, 6, True),
        (4, 6, True),
        (5, 6, False),
        (4, 4, True),
        (3, 3, False),
        (5, 5, False),
    ],
)
def test_an_insertion_touches_the_passages_that_it_is_in_or_at_an_edge_of(
    start: int, end: int, *, touched: bool
) -> None:
    assert INSERTION.touches(start, end) is touched


@pytest.mark.parametrize(
    ("start", "end", "touched"),
    [(2, 4, False), (2, 5, True), (5, 9, True), (6, 9, False), (4, 6, True), (3, 7, True), (5, 5, True), (4, 4, False)],
)
@pytest.mark.parametrize("positions", [DELETION, REPLACEMENT])
def test_a_replacement_touches_the_passages_that_share_a_letter_with_it(
    positions: PositionMap, start: int, end: int, *, touched: bool
) -> None:
    assert positions.touches(start, end) is touched


def test_the_second_change_touches_as_the_first_does() -> None:
    both = PositionMap([Change("rule", 1, 2, "1", "x"), Change("rule", 8, 8, "", "y")])
    assert [both.touches(at, at + 1) for at in range(10)] == [at in (1, 7, 8) for at in range(10)]


@pytest.mark.parametrize(
    ("positions", "passage", "mapped"),
    [
        (INSERTION, (2, 4), (2, 4)),
        (INSERTION, (4, 6), (6, 8)),
        (INSERTION, (3, 5), (3, 7)),
        (INSERTION, (4, 4), (4, 4)),
        (DELETION, (2, 4), (2, 4)),
        (DELETION, (6, 8), (4, 6)),
        (DELETION, (3, 7), (3, 5)),
        (DELETION, (4, 6), (4, 4)),
        (DELETION, (5, 7), (4, 5)),
        (REPLACEMENT, (2, 4), (2, 4)),
        (REPLACEMENT, (6, 8), (7, 9)),
        (REPLACEMENT, (4, 6), (4, 7)),
        (REPLACEMENT, (4, 5), (4, 7)),
    ],
)
def test_a_passage_keeps_to_its_letters_or_becomes_the_text_in_their_place(
    positions: PositionMap, passage: tuple[int, int], mapped: tuple[int, int]
) -> None:
    assert positions.range(*passage) == mapped
