"""A build that has nothing to do does nothing, says so, and is not deceived."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from project import Project
from warraq.press.build_state import Built, hash_inputs, hash_site, keep_state, last_build, standing, state_file
from warraq.press.program_stamp import SETTLED

NOTHING = "لم يتغيّر شيء منذ البناء السابق."


def settled(folder: Path) -> None:
    """Make all files of a folder old."""
    then = 1_700_000_000_000_000_000
    for file in folder.rglob("*"):
        os.utime(file, ns=(then, then))
    time.sleep(SETTLED / 1e9 + 0.01)  # the system alone decides when it says that they were changed


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project.empty(tmp_path)
    made.article("a", date="2031-01-01")  # still to come: a warning
    settled(made.content)
    return made


def test_a_second_build_says_that_nothing_has_changed_and_warns_again(project: Project) -> None:
    first = project.build()
    again = project.build()
    assert again.returncode == 0
    assert again.stdout.splitlines() == [*first.stdout.splitlines()[:-1], NOTHING, first.stdout.splitlines()[-1]]
    project.article("b")
    assert NOTHING not in project.build().stdout
    assert NOTHING not in project.build("--extra-settings", "CLEAN=true").stdout
    assert NOTHING in project.build().stdout
    (project.output / "index.html").write_text("changed", encoding="utf-8")
    assert NOTHING not in project.build().stdout
    assert "changed" not in (project.output / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "content"
    (made / "articles").mkdir(parents=True)
    (made / "articles/a.md").write_text("x")
    settled(made)
    return made


def test_inputs_are_told_by_files_settings_and_the_day(folder: Path) -> None:
    before = hash_inputs([folder], {"SITEURL": ""}, "day")
    assert before is not None
    assert hash_inputs([folder], {"SITEURL": "", "CLEAN": True}, "day") == before
    assert hash_inputs([folder], {"SITEURL": "https://a.example"}, "day") != before
    assert hash_inputs([folder], {"SITEURL": ""}, "another day") != before
    (folder / "articles/b.md").write_text("")
    time.sleep(SETTLED / 1e9 + 0.01)
    assert hash_inputs([folder], {"SITEURL": ""}, "day") != before
    (folder / "articles/b.md").unlink()
    assert hash_inputs([folder], {"SITEURL": ""}, "day") == before
    (folder / "articles/a.md").write_text("y")  # as long as before, a moment later
    settled(folder)  # and as old as it was
    assert hash_inputs([folder], {"SITEURL": ""}, "day") not in (before, None)


def test_a_file_that_was_written_just_now_may_change_unseen(folder: Path) -> None:
    (folder / "articles/a.md").write_text("z")
    assert hash_inputs([folder], {}) is None


def test_a_state_stands_while_its_site_does(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text("x")
    (tmp_path / ".warraq").mkdir()
    built = Built("inputs", hash_site(output), 1, "ar", ())
    keep_state(output, built)
    assert standing(output, "inputs") == built
    assert standing(output, "others") is None
    assert standing(output, None) is None
    (output / "drafts").symlink_to(tmp_path)  # who follows it would publish what lies there
    assert standing(output, "inputs") is None
    (output / "drafts").unlink()
    assert standing(output, "inputs") == built
    os.utime(output / "index.html", ns=(1, 1))
    assert standing(output, "inputs") is None


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"inputs": 1}', b"\xff\xfe"])
def test_a_state_of_another_make_is_none(tmp_path: Path, data: bytes) -> None:
    output = tmp_path / "output"
    (tmp_path / ".warraq").mkdir()
    state_file(output).write_bytes(data)
    assert last_build(output) is None
