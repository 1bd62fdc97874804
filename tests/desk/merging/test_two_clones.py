"""Two clones of one archive, by the real git: different decisions all stay, and two on one doubt are asked again."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from desk.merging.clones import NAME, fix, keep, open_in, settle
from git_here import git
from warraq.archive.rejections import rejections_in
from warraq.desk.front_matter import set_value, value_of
from warraq.desk.merging import __main__ as merging


def test_no_decision_is_lost_and_the_same_doubt_is_asked_again(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    before = list(open_in(first).values())
    doubts = [item for item in before if item.about == "doubt"]
    word = next(item for item in doubts if item.rule == "doubled-word")
    stops = [item for item in doubts if item.rule == "false-stop"]
    others = [item for item in doubts if item not in (word, *stops)]
    keep(first, word, *others[:2], stops[0])
    keep(second, *others[2:4], stops[0])
    fix(second, word, word.quote.split()[0])
    git(first, "pull", "-q", str(second), code=1)
    said = settle(first, capsys, monkeypatch)
    assert f"One kept “{word.quote}”, the other changed it" in said and "git commit --no-edit" in said
    git(first, "commit", "-q", "--no-edit")
    assert git(first, "status", "--porcelain") == ""
    decided = {item.id for item in (*others[:4], stops[0])}
    assert set(open_in(first)) == {item.id for item in before} - decided
    assert word.id in open_in(first)
    git(second, "pull", "-q", str(first))
    assert open_in(second).keys() == open_in(first).keys()


def test_git_does_so_by_itself_where_the_clone_was_told(
    clones: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    doubts = [item for item in open_in(first).values() if item.about == "doubt"]
    base = (first / f"content/articles/{NAME}.md").read_bytes()
    keep(first, doubts[0])
    keep(second, doubts[1])
    monkeypatch.setattr(sys, "argv", ["merge", "--always"])
    with contextlib.chdir(first):
        assert merging.main() == 0
    driver = git(first, "config", "merge.warraq.driver").strip()
    assert driver.endswith(" tasks.py merge --driver %O,%A,%B,%P")
    # Of a whole process for each file a test would be slow: git hands the files out, and the command is called here.
    git(first, "config", "merge.warraq.driver", "cp %O ../O; cp %A ../A; cp %B ../B; printf %%s %P > ../P; false")
    git(first, "pull", "-q", str(second), code=1)
    given = [str(first.parent / letter) for letter in "OAB"]
    assert Path(given[0]).read_bytes() == base
    monkeypatch.setattr(sys, "argv", ["merge", "--driver", ",".join([*given, (first.parent / "P").read_text("utf-8")])])
    with contextlib.chdir(first):
        assert merging.main() == 0
    shutil.copy(given[1], first / f"content/articles/{NAME}.md")
    assert not {doubts[0].id, doubts[1].id} & set(open_in(first))


def test_rejections_of_both_stay_without_any_setting_and_one_of_both_stands_once(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    for clone, letter, day in ((first, "a", "2026-11-27"), (second, "b", "2026-11-20")):
        lines = f"# thrown out\nsha256:{letter * 64}: 2026-11-27\nsha256:{'c' * 64}: {day} {'d' * 64}\n"
        (clone / "content/rejected.yaml").write_text(lines, "utf-8")
        git(clone, "add", ".")
        git(clone, "commit", "-qm", "Rejected")
    git(first, "pull", "-q", "--no-edit", str(second))
    said = settle(first, capsys, monkeypatch)
    assert said == "content/rejected.yaml: Both threw out the same texts: the earlier day stays.\n"
    rejections, problems = rejections_in(first / "content")
    assert problems == () and sorted(key[0] for key in rejections.files) == ["a", "b", "c"]
    assert str(rejections.files["c" * 64].date) == "2026-11-20"


def test_what_only_people_can_settle_stays_and_is_told(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    for clone in clones:
        file = clone / f"content/articles/{NAME}.md"
        file.write_text(file.read_text("utf-8").replace("title: ", f"title: {clone.name} "), "utf-8")
        git(clone, "commit", "-qam", "Title")
    git(first, "pull", "-q", str(second), code=1)
    monkeypatch.setattr(sys, "argv", ["merge"])
    with contextlib.chdir(first):
        assert merging.main() == 1
    assert "Left to you: 1." in capsys.readouterr().out
    assert "Git left a conflict here" in told_by_check(first)
    git(first, "merge", "--abort")
    with contextlib.chdir(first):
        assert merging.main() == 0
    assert capsys.readouterr().out == "Nothing in content/ is in conflict.\n"


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_what_was_mended_by_hand_before_stays_and_is_told(
    clones: tuple[Path, Path], style: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    for clone, tag in zip(clones, ("ماء", "نهر"), strict=True):
        file = clone / f"content/articles/{NAME}.md"
        text = set_value(file.read_text("utf-8"), "tags", [tag])
        file.write_text(f"{text}\nعنوان صغير\n=======\n\nسطر أخير من {clone.name}\n", "utf-8")
        git(clone, "commit", "-qam", "Tagged")
    git(first, "config", "merge.conflictStyle", style)
    git(first, "pull", "-q", str(second), code=1)
    file = first / f"content/articles/{NAME}.md"
    left = file.read_text("utf-8")
    assert left.count("<<<<<<<") > 1
    half, whole = (re.sub(r"(?s)<<<<<<<.*?>>>>>>> [^\n]+\n", "tags: [بحر]\n", left, count=n) for n in (1, 0))
    for by_hand in (half, whole, left.replace("=======", "سطر\n=======", 1)):
        file.write_text(by_hand, "utf-8")
        monkeypatch.setattr(sys, "argv", ["merge"])
        with contextlib.chdir(first):
            assert merging.main() == 1
        assert "It was edited since git left it in conflict" in capsys.readouterr().out
        assert file.read_text("utf-8") == by_hand
    git(first, "checkout", "--merge", f"content/articles/{NAME}.md")
    monkeypatch.setattr(sys, "argv", ["merge"])
    with contextlib.chdir(first):
        merging.main()
    assert value_of(file.read_text("utf-8"), "tags") == ["ماء", "نهر"]


def told_by_check(clone: Path) -> str:
    from warraq.archive.reading_article import read_article

    data = (clone / f"content/articles/{NAME}.md").read_bytes()
    return " ".join(map(str, read_article(f"content/articles/{NAME}.md", data).problems))


def test_line_ends_of_windows_change_no_original_and_no_article(clones: tuple[Path, Path], tmp_path: Path) -> None:
    first, _ = clones
    git(tmp_path, "-c", "core.autocrlf=true", "clone", "-q", str(first), "windows")
    for file in (f"originals/{NAME}.txt", f"articles/{NAME}.md", f"records/{NAME}.json"):
        assert (tmp_path / "windows/content" / file).read_bytes() == (first / "content" / file).read_bytes()


def test_git_that_refuses_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.setattr(sys, "argv", ["merge"])
    monkeypatch.setattr(os, "environ", {**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    with contextlib.chdir(tmp_path):
        assert merging.main() == 1
    assert "git" in capsys.readouterr().err.lower()
