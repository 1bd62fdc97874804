"""The table of rules in docs/ is what the rules say, in both languages."""

import pytest

from project import ROOT
from warraq.pages.method_paper import FILES, code_cell, paper
from warraq.repair import RULES


@pytest.mark.parametrize("language", FILES)
def test_the_paper_in_docs_is_current(language: str) -> None:
    written = (ROOT / "docs" / FILES[language]).read_text("utf-8")
    assert written == paper(language), "write it anew: python3 tasks.py rules"


@pytest.mark.parametrize("language", FILES)
def test_no_rule_is_missing(language: str) -> None:
    missing = [rule.name for rule in RULES if f"`{rule.name}`" not in paper(language)]
    assert not missing


def test_signs_of_markdown_in_an_example_stay_in_their_cell() -> None:
    assert code_cell("a | `b`") == "`` a \\| `b` ``"
