"""The program of the package: which commands need an archive, and which have one of Invoke's habits less."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from warraq import program
from warraq.language.called import VARIABLE


@pytest.fixture(autouse=True)
def called_as_before() -> Iterator[None]:
    """Give back the name by which commands are called."""
    before = os.environ.get(VARIABLE)
    yield
    if before is None:
        os.environ.pop(VARIABLE, None)
    else:
        os.environ[VARIABLE] = before


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> object:
    """Run the program in this process; return what it ends with."""
    monkeypatch.setattr(sys, "argv", ["warraq", *words])
    try:
        program.main()
    except SystemExit as ended:
        return ended.code
    return 0


def test_a_command_that_needs_an_archive_names_the_one_that_makes_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "warraq new-archive" in str(run(monkeypatch, "build"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [[], ["--list"], ["-l"], ["--help"], ["-h"]])
def test_the_list_has_what_users_need_and_nothing_for_developers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, *words) == 0
    told = capsys.readouterr().out
    assert {"repair", "new-archive", "build", "import"} <= {
        line.split()[0] for line in told.splitlines() if line.split()
    }
    assert "mutate" not in told
    assert "upgrade" not in told


def test_a_bare_install_lists_what_it_has(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def lacking() -> object:
        raise ModuleNotFoundError(name="invoke")

    monkeypatch.setattr(program, "_tasks", lacking)
    for asked, words in (("ar", "وسائر الأوامر للأرشيف: "), ("zz", "All other commands are of an archive: ")):
        monkeypatch.setenv("WARRAQ_LANGUAGE", asked)
        assert run(monkeypatch, "--help") == 0
        told = capsys.readouterr().out
        assert f"{words}pip install 'warraq[site]'" in told and "warraq repair" in told
    assert run(monkeypatch, "build") == "warraq build needs the package invoke: pip install 'warraq[site]'"


@pytest.mark.parametrize("words", [("build", "--help"), ("export", "-h")])
def test_help_of_a_task_needs_no_archive(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, *words) in (0, None)
    assert f"{words[0]} [--options]" in capsys.readouterr().out


def test_without_invoke_a_task_names_the_extra_that_brings_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def without() -> Any:
        raise ModuleNotFoundError(name="invoke")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(program, "_tasks", without)
    assert "warraq[site]" in str(run(monkeypatch, "build"))


def test_another_package_that_lacks_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def without() -> Any:
        raise ModuleNotFoundError(name="something")

    monkeypatch.setattr(program, "_tasks", without)
    with pytest.raises(ModuleNotFoundError):
        run(monkeypatch, "build")


def test_repair_runs_without_an_archive(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, "repair", "--help") == 0
    assert "--explain" in capsys.readouterr().out
