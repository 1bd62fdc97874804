"""Two clones, by the real git: what one threw out stays out, whatever the other wrote into it; and a clone says where it stands."""

from __future__ import annotations

import contextlib
import sys
from datetime import date
from pathlib import Path

import pytest

from desk.merging.clones import NAME, settle
from git_here import git
from warraq.desk import rejecting
from warraq.desk.front_matter import set_value, value_of
from warraq.desk.merging import __main__ as merging
from warraq.press.checking import check_archive

DAY = date(2026, 11, 27)
FILES = (f"articles/{NAME}.md", f"records/{NAME}.json")


def thrown_out(clone: Path) -> None:
    assert not rejecting.reject(clone / "content", [f"{NAME}.txt"], by="Amal", reason="إعلان", today=DAY).problems
    git(clone, "add", "-A", "content")
    git(clone, "commit", "-qm", "Rejected")


def edited(clone: Path) -> None:
    file = clone / f"content/articles/{NAME}.md"
    file.write_text(set_value(file.read_text("utf-8"), "title", "عنوان جديد"), "utf-8")
    git(clone, "commit", "-qam", "Edited")


@pytest.mark.parametrize("rejects_first", [True, False])
@pytest.mark.parametrize("rebase", ["--no-rebase", "--rebase"])
def test_what_one_threw_out_stays_out_and_comes_back_whole_when_that_is_taken_back(
    clones: tuple[Path, Path],
    rejects_first: bool,  # noqa: FBT001 - a column of the table
    rebase: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = clones
    thrown_out(first if rejects_first else second)
    edited(second if rejects_first else first)
    git(first, "pull", "-q", "--no-edit", rebase, str(second), "main", code=1)
    said = settle(first, capsys, monkeypatch)
    assert "One threw it out (2026-11-27), the other edited it: it stays out" in said
    assert f"python3 tasks.py reject --undo --only {NAME}.txt" in said
    content = first / "content"
    assert not any((content / inside).exists() for inside in FILES)
    assert git(first, "ls-files", "-u") == ""
    assert not [p for p in check_archive(content, DAY, repairing=False).problems if NAME in p.path]
    assert rejecting.undo(content, [f"{NAME}.txt"], by="Amal", today=DAY).back
    assert value_of((content / FILES[0]).read_text("utf-8"), "title") == "عنوان جديد"
    assert check_archive(content, DAY, repairing=False).errors == ()


def test_an_article_that_was_only_deleted_is_asked_about(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    git(first, "mv", f"content/articles/{NAME}.md", "content/articles/قديم 2.md")
    git(first, "commit", "-qm", "Named")
    git(second, "pull", "-q", str(first), "main")
    git(first, "rm", "-q", "content/articles/قديم 2.md")
    git(first, "commit", "-qm", "Deleted")
    file = second / "content/articles/قديم 2.md"
    file.write_text(set_value(file.read_text("utf-8"), "title", "عنوان جديد"), "utf-8")
    git(second, "commit", "-qam", "Edited")
    git(first, "pull", "-q", str(second), code=1)
    monkeypatch.setattr(sys, "argv", ["merge"])
    with contextlib.chdir(first):
        assert merging.main() == 1
    assert 'Keep it: git add "content/articles/قديم 2.md"; or not: git rm "content/' in capsys.readouterr().out


def test_a_clone_says_where_it_stands_when_nothing_is_in_conflict(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    edited(first)
    git(second, "commit", "-q", "--allow-empty", "-m", "Other")
    git(second, "fetch", "-q")
    said = settle(second, capsys, monkeypatch)
    assert said == (
        "Nothing is being merged yet, and origin/main has commits that this clone has not: 1. Bring them in: git pull --no-rebase\n"
    )
    git(second, "merge", "-q", "--no-commit", "origin/main")
    assert "End the merge: git commit --no-edit" in settle(second, capsys, monkeypatch)


def test_a_clone_that_merges_always_pulls_so_unless_somebody_chose_otherwise(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git(second, "config", "pull.rebase", "true")
    for clone, pulls in ((first, "false"), (second, "true")):
        monkeypatch.setattr(sys, "argv", ["merge", "--always"])
        with contextlib.chdir(clone):
            assert merging.main() == 0
        assert git(clone, "config", "--local", "pull.rebase").strip() == pulls
    assert capsys.readouterr().out.count("pull.rebase is false") == 1
