"""YAML is read in time in proportion to its text: a summary of forty thousand short lines, a list, lines of spaces."""

import pytest

from growth import growth, seconds
from warraq.archive.yaml_values import read_yaml


@pytest.mark.parametrize("begin", ["summary: |\n", ""])
@pytest.mark.parametrize("line", ["  ا\n", "  - ا\n", " \n", "\u00a0\u200f\n", "-", "-\u00a0", "---\n"])
def test_twice_the_lines_take_no_more_than_thrice_the_time(begin: str, line: str) -> None:
    def cost(lines: int) -> float:
        return seconds(lambda: read_yaml("a.md", begin + line * lines))

    assert growth(cost, 5_000, 10_000, 3, floor=0.05) < 3


def test_the_columns_of_a_later_line_count_what_was_taken_out_before_its_key() -> None:
    made = read_yaml("a.md", "a: 1\n\u200fb: 2\n\n\u200f\u200fc: 3\nd: 4", 5)
    assert made.places == {"a": (5, 1), "b": (6, 2), "c": (8, 3), "d": (9, 1)}
