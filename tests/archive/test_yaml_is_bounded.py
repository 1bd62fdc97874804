"""YAML is read in time in proportion to its text: a summary of forty thousand short lines, a list, lines of spaces."""

from time import process_time

import pytest

from warraq.archive.yaml_values import read_yaml


def seconds(text: str) -> float:
    begun = process_time()
    read_yaml("a.md", text)
    return process_time() - begun


@pytest.mark.parametrize("begin", ["summary: |\n", ""])
@pytest.mark.parametrize("line", ["  ا\n", "  - ا\n", " \n", "\u00a0\u200f\n", "-", "-\u00a0", "---\n"])
def test_twice_the_lines_take_no_more_than_thrice_the_time(begin: str, line: str) -> None:
    if (whole := seconds(begin + line * 10_000)) > 0.2:  # a machine that is busy
        assert min(whole, seconds(begin + line * 10_000)) < 3 * max(seconds(begin + line * 5_000), 0.05)


def test_the_columns_of_a_later_line_count_what_was_taken_out_before_its_key() -> None:
    made = read_yaml("a.md", "a: 1\n\u200fb: 2\n\n\u200f\u200fc: 3\nd: 4", 5)
    assert made.places == {"a": (5, 1), "b": (6, 2), "c": (8, 3), "d": (9, 1)}
