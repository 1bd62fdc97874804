"""The paper of kinds is the registry's."""

from __future__ import annotations

from pathlib import Path

import pytest

from project import ROOT
from warraq.desk.importing.moving.kinds import KINDS
from warraq.desk.importing.moving.paper import FILES, main, paper


@pytest.mark.parametrize("language", FILES)
def test_the_paper_is_made_of_the_registry(language: str) -> None:
    assert (ROOT / "docs" / FILES[language]).read_text("utf-8") == paper(language), "python3 tasks.py kinds"


def test_it_names_every_kind_and_is_written_by_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    main()
    assert capsys.readouterr().out == "Written: docs/kinds.md\nWritten: docs/kinds.ar.md\n"
    assert all(f"## {kind.name}\n" in paper(language) for kind in KINDS for language in FILES)
