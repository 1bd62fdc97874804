"""Problems and a repository for reports, and commands that are recorded instead of run."""

from __future__ import annotations

import json
from collections import deque
from datetime import date

import pytest

from warraq.archive.archive import Archive, Site
from warraq.archive.problem import Level, Problem
from warraq.language import Message, message
from warraq.press.quoting import Quoting
from warraq.press.report import Repository

TODO = message("Delete it.")
REPOSITORY = Repository("owner/name", "a branch", "7")
QUOTING = Quoting(Archive(Site("ورّاق")), date(2027, 1, 1))


def problem(path: str = "content/articles/a.md", number: int = 1, level: Level = Level.ERROR) -> Problem:
    return Problem(path, number, 1, "date", Message("x{number}", {"number": number}), TODO, level)


class Commands:
    """Records the commands, and answers them in order."""

    def __init__(self, *answers: str) -> None:
        self.ran: list[tuple[str, ...]] = []
        self.given: list[str] = []
        self._answers = deque(answers)

    def __call__(self, *command: str, given: str = "") -> str:
        self.ran.append(command)
        self.given.append(given)
        return self._answers.popleft() if self._answers else ""


def commands(monkeypatch: pytest.MonkeyPatch, module: object, *answers: str) -> Commands:
    made = Commands(*answers)
    monkeypatch.setattr(module, "run", made)
    return made


def listed(*branches: str, of_forks: tuple[str, ...] = ()) -> str:
    here = [{"headRefName": name, "isCrossRepository": False} for name in branches]
    return json.dumps([*here, *({"headRefName": name, "isCrossRepository": True} for name in of_forks)])
