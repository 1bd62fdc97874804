"""An import that is interrupted ends as shells expect it, and says how to go on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from warraq.__main__ import INTERRUPTED
from warraq.desk.importing import __main__ as command


def test_ctrl_c_ends_an_import_with_the_code_of_shells_and_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "content").mkdir()
    (tmp_path / "texts").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["import", "texts"])
    monkeypatch.setattr(command, "run", interrupted)
    assert command.main() == INTERRUPTED == 130
    assert "قُطع الاستيراد" in capsys.readouterr().err
