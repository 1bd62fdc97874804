"""The workflows of the repository, their jobs, and the tasks that they may run."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from project import ROOT
from tasks_module import tasks_module

FOLDER = ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
COMMAND = re.compile(r"python3? tasks\.py ([a-z-]+)")


def read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def jobs() -> list[Any]:
    return [
        pytest.param(f.stem, name, job, id=f"{f.stem}-{name}")
        for f in WORKFLOWS
        for name, job in read(f)["jobs"].items()
    ]


@cache
def tasks() -> set[str]:
    return set(tasks_module().namespace.task_names)
