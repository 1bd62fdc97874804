"""`tasks.py` makes its environment once, and never touches one that is not its own."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from types import ModuleType

import pytest


def test_set_up_happens_once(tasks: ModuleType, installs: list[str]) -> None:
    home = tasks.ROOT / ".venv"
    tasks.set_up(home, developing=False)
    tasks.set_up(home, developing=False)
    assert installs == ["requirements.txt"]


def test_the_developers_lock_is_installed_with_the_first_task_that_needs_it(
    tasks: ModuleType, installs: list[str]
) -> None:
    home = tasks.ROOT / ".venv"
    tasks.set_up(home, developing=False)
    tasks.set_up(home, developing=True)
    tasks.set_up(home, developing=True)
    tasks.set_up(home, developing=False)
    assert installs == ["requirements.txt", "requirements-dev.txt"]


def test_a_changed_lock_is_installed_anew(tasks: ModuleType, installs: list[str]) -> None:
    home = tasks.ROOT / ".venv"
    tasks.set_up(home, developing=False)
    (tasks.ROOT / "requirements.txt").write_text("changed")
    tasks.set_up(home, developing=False)
    assert installs == ["requirements.txt", "requirements.txt"]


@pytest.mark.parametrize("failing", ["", "uv"])
def test_the_developers_packages_come_by_uv_or_where_that_fails_by_pip(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    calls: list[tuple[str, str]] = []

    def call(command: list[str], **_: object) -> int:
        assert "--require-hashes" in command
        calls.append((command[2], Path(command[-1]).name))
        return int(command[2] == failing)

    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(venv, "create", lambda home, **_: (Path(home) / "bin").mkdir(exist_ok=True))
    own = "uv==1.2 \\\n    --hash=sha256:a \\\n    --hash=sha256:b\n"
    (tasks.ROOT / "requirements-dev.txt").write_text(f"tzdata==1 \\\n    --hash=sha256:c\n{own}zipp==1\n")
    tasks.set_up(tasks.ROOT / ".venv", developing=True)
    assert calls[:2] == [("pip", "uv.txt"), ("uv", "requirements-dev.txt")]
    assert calls[2:] == ([("pip", "requirements-dev.txt")] if failing else [])
    assert (tasks.ROOT / ".venv" / "uv.txt").read_text() == own.rstrip("\n")


def test_half_an_install_does_not_count(
    tasks: ModuleType, installs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tasks.ROOT / ".venv"
    with monkeypatch.context() as failing:
        failing.setattr(subprocess, "call", lambda *_, **__: 1)
        with pytest.raises(SystemExit, match=r"requirements\.txt could not be installed"):
            tasks.set_up(home, developing=False)
    tasks.set_up(home, developing=False)
    assert installs == ["requirements.txt"]


def test_an_environment_that_tasks_did_not_make_is_never_cleared(tasks: ModuleType, installs: list[str]) -> None:
    home = tasks.ROOT / ".venv"
    home.mkdir()
    (home / "precious").write_text("x")
    with pytest.raises(SystemExit, match=r"was not made by tasks\.py"):
        tasks.set_up(home, developing=False)
    assert (home / "precious").read_text() == "x"
    assert installs == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_linked_environment_is_used_as_it_is(tasks: ModuleType, installs: list[str], tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").write_text("x")
    home = tasks.ROOT / ".venv"
    home.symlink_to(elsewhere)
    tasks.set_up(home, developing=True)
    assert (elsewhere / "precious").read_text() == "x"
    assert installs == []
