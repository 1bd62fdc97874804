"""The process behind `serve` builds again and again, after builds that failed too."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from project import Project
from warraq.press.warm import process
from warraq.press.warm.process import WarmProcess


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    project = Project.empty(tmp_path)
    project.article("a")
    for name, value in project.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(process, "SETTINGS", "settings.py")
    monkeypatch.setattr(sys, "argv", sys.argv)  # and back
    return project


def test_a_build_that_failed_holds_nothing_that_the_next_one_needs(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[object] = []
    warm = WarmProcess("token", "output")
    monkeypatch.setattr(WarmProcess, "_answer", lambda _, **words: said.append(words))
    for date in ("أمس", "2024-01-01"):
        project.article("a", date=date)
        warm._build(anew=True)  # noqa: SLF001 - as an order has it done
    assert said == [{"built": 1}, {"built": 0}]
    out, errors = capsys.readouterr()
    assert "ننتظر" not in out + errors
    assert errors.count("ليس تاريخًا") == 1
