"""`tasks.py` as a module that installs nothing."""

from __future__ import annotations

import subprocess
import venv
from pathlib import Path
from types import ModuleType

import pytest

from tasks_module import tasks_module


@pytest.fixture
def tasks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """tasks.py with a root of its own, where nothing is installed, and in English."""
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")
    module = tasks_module()
    for lock in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / lock).write_text(lock)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which locks were installed, in order; nothing really is."""
    installed: list[str] = []

    def call(command: list[str], **_: object) -> int:
        installed.append(Path(command[-1]).name)
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(venv, "create", lambda home, **_: (Path(home) / "bin").mkdir(exist_ok=True))
    return installed
