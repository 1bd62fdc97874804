"""`warraq new-archive FOLDER`: a whole archive or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from warraq.archive.reading import read_archive
from warraq.desk.new_archive import EMPTY, NotEmptyError, main, new_archive
from warraq.press.checking import original_or_problem


def test_a_new_archive_is_read_without_a_problem_and_says_what_comes_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "أرشيفي الأول"
    assert main([str(folder)]) == 0
    reading = read_archive(folder / "content", original_or_problem)
    assert reading.problems == ()
    assert not reading.archive.articles
    assert (folder / "pelicanconf.py").is_file()
    assert (folder / ".gitignore").is_file()
    assert all((folder / "content" / name / ".gitkeep").is_file() for name in EMPTY)
    told = capsys.readouterr().out
    assert f'cd "{folder}"' in told
    assert "warraq build" in told


def test_an_empty_folder_is_taken_and_one_with_something_in_it_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    new_archive(folder)
    before = sorted(path.relative_to(folder) for path in folder.rglob("*"))
    with pytest.raises(NotEmptyError):
        new_archive(folder)
    assert main([str(folder)]) == 1
    assert sorted(path.relative_to(folder) for path in folder.rglob("*")) == before
    assert str(folder) in capsys.readouterr().err


def test_a_file_in_its_place_is_left(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine", "utf-8")
    assert main([str(tmp_path / "a")]) == 1
    assert (tmp_path / "a").read_text("utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").write_text("mine", "utf-8")
    assert main([str(tmp_path / "a" / "b")]) == 1
    said = capsys.readouterr().err
    assert str(tmp_path / "a" / "b") in said and "ليس مجلدا" in said
