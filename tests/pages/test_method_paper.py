"""The table of rules in docs/ is what the rules say, in both languages."""

from pathlib import Path

import pytest

from project import ROOT
from warraq.pages.guide_codes import GUIDES, with_codes
from warraq.pages.method_paper import FILES, code_cell, main, paper
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


def test_the_command_prints_the_papers_that_it_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    main()
    assert capsys.readouterr().out == "Written: docs/rules.md\nWritten: docs/rules.ar.md\n"
    assert sorted(file.name for file in (tmp_path / "docs").iterdir()) == sorted(FILES.values())


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_explains_every_code_of_a_doubt(language: str) -> None:
    written = (ROOT / "docs" / GUIDES[language]).read_text("utf-8")
    assert written == with_codes(written, language), "write it anew: python3 tasks.py rules"
    for code in ("doubled-word", "inferred-date", "may-be-no-article"):
        assert f"| `{code}` | " in written


def test_a_guide_without_the_place_for_them_stays_as_it_is() -> None:
    assert with_codes("a\n", "en") == "a\n"
