"""The table of consumers (docs/consumers.md) is of what is run: each row names its test, and each file of tests has a row."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAPERS = "docs/consumers.md", "docs/consumers.ar.md"
RUN_BY = re.compile(r"`(tests/consumers/\w+\.py)::(test_\w+)`")
OF_OURSELVES = {"test_npm.py", "test_published.py", "test_consumers_paper.py"}
"""What tests the tests."""


def rows(paper: str) -> list[str]:
    """Give the rows of the table, without its head."""
    lines = (ROOT / paper).read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith("| ") and not line.startswith("|---")][1:]


def defined_in(file: Path) -> set[str]:
    """Name the tests that a file defines."""
    return {node.name for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("paper", PAPERS)
def test_each_row_is_run_by_a_test_that_there_is(paper: str) -> None:
    for row in rows(paper):
        cells = row.strip("| ").split(" | ")
        assert len(cells) == 5, row
        named = RUN_BY.findall(cells[-1])
        assert named, row
        for file, test in named:
            assert test in defined_in(ROOT / file), f"{file}::{test}"


@pytest.mark.parametrize("paper", PAPERS)
def test_each_file_of_consumers_has_a_row(paper: str) -> None:
    named = {Path(file).name for row in rows(paper) for file, _ in RUN_BY.findall(row)}
    assert {file.name for file in HERE.glob("test_*.py")} - OF_OURSELVES <= named


def test_both_papers_have_the_same_rows_in_the_same_order() -> None:
    english, arabic = ([RUN_BY.findall(row) for row in rows(paper)] for paper in PAPERS)
    assert english == arabic
