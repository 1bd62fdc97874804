"""`--lang` and WARRAQ_LANGUAGE mean the same in every command, and one place reads them."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import os
import re
from pathlib import Path
from types import ModuleType

import pytest

from desk.conftest import Desk
from project import ROOT
from tasks_module import tasks_module
from warraq.desk.site import VARIABLE, asked_language
from warraq.language import CatalogueError

CODE = {file: file.read_text("utf-8") for file in sorted((ROOT / "plugins" / "warraq").rglob("*.py"))}


@pytest.fixture
def tasks() -> ModuleType:
    return tasks_module()


def test_the_variable_is_named_in_one_place() -> None:
    naming = [file for file, text in CODE.items() if re.search(rf'["\']{VARIABLE}["\']', text)]
    assert [file.name for file in naming] == ["called.py"]


def test_every_command_reads_its_words_by_the_same_class() -> None:
    rooms = (ROOT / "plugins" / "warraq" / "desk", ROOT / "plugins" / "warraq" / "press")
    own = [f for f, text in CODE.items() if "ArgumentParser(" in text and any(f.is_relative_to(r) for r in rooms)]
    assert own == []


def test_every_task_takes_a_language(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    assert all("lang" in {a.name for a in task.get_arguments()} for task in (*tasks.USERS, *tasks.DEVELOPERS_TASKS))
    seen: list[str | None] = []
    monkeypatch.setattr(tasks, "run", lambda *_, **__: seen.append(os.environ.get(VARIABLE)))
    monkeypatch.setenv(VARIABLE, "ar")
    tasks.verify(tasks.Context())
    tasks.build(tasks.Context(), lang="en")
    assert seen == ["ar", "en"]


@pytest.mark.parametrize("module", ["tagging", "rejecting", "undoing"])
def test_both_ways_say_the_same(desk: Desk, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["rename", "ماء", "مياه"] if module == "tagging" else ["--list"] if module == "rejecting" else []
    code = 0 if module == "rejecting" else 1
    monkeypatch.setenv(VARIABLE, "ar")
    by_variable = desk.run(module, *words, code=code)
    monkeypatch.setenv(VARIABLE, "en")
    in_english = desk.run(module, *words, code=code)
    assert desk.run(module, *words, "--lang", "ar", code=code) == by_variable
    assert module == "rejecting" or in_english != by_variable


def test_no_other_language_is_taken_for_one(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
    monkeypatch.setenv(VARIABLE, "xx")
    with pytest.raises(CatalogueError, match=r"'xx'.*ar, en, fa"):
        asked_language()
    monkeypatch.setenv(VARIABLE, " ")
    assert asked_language() == ""
    with pytest.raises(SystemExit) as end:
        desk.run("rejecting", "--lang", "../ar")
    assert end.value.code == 2
    assert Path.cwd() != desk.root


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["update"], "ينقص: --table"),
        (["update", "--table=x", "--conflicts=maybe"], "لا خيار بهذا الاسم: 'maybe' (اختر من: "),
        (["export", "--table=x", "--wher"], "تنقص قيمة"),
        (["export", "--table=x", "y"], "كلمات لا تُفهم: y"),
        (["exprot"], "لا خيار بهذا الاسم: 'exprot'"),
    ],
)
def test_words_that_are_not_understood_are_told_in_the_language(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    """Of Python's argparse: a Python that says otherwise is noticed here."""
    for lang, told in ((["--lang=ar"], True), (["--lang", "en"], False)):
        monkeypatch.setenv(VARIABLE, "fa")  # what --lang sets is not left to other tests
        monkeypatch.setattr("sys.argv", ["x", *words, *lang])
        with pytest.raises(SystemExit), contextlib.chdir(desk.root):
            importlib.import_module("warraq.desk.correcting.__main__").main()
        error = capsys.readouterr().err
        assert (said in error) is told and ("خطأ:" in error) is told and ("الاستعمال:" in error) is told
