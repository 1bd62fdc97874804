"""The cache of `check`: with it `check` finds what a build without it finds."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.broken import BROKEN
from project import ROOT, Project
from warraq.press import cache as cache_module
from warraq.press import cached_check
from warraq.press.cache import WARRAQ, Cache, folder_digest
from warraq.press.cached_check import cached_problems
from warraq.press.checking import check_archive
from warraq.press.editions import Job, map_editions
from warraq.press.new_articles import write_new

DAY = date(2027, 1, 15)


@pytest.fixture
def archive(project: Project) -> Project:
    """Make an archive with many kinds of problems."""
    shutil.copytree(ROOT / "content/vocabulary", project.content / "vocabulary")
    project.write("originals/a.txt", "عنوان الخبر هنا\nقال الوزير إن الاجتماع كان ناجحا والمساواة والمساواة.\n")
    project.article("one", body="قال بوتين. [رابط]({filename}two.md) [رابط]({filename}none.md)")
    project.article("two", body="نص.")
    for number, broken in enumerate(BROKEN[:20]):
        project.write(f"articles/{number:03}.md", broken.data)
    return project


def problems_of(project: Project, file: Path) -> list[str]:
    return [str(problem) for problem in cached_problems(project.content, DAY, Cache(file))[1]]


def test_cached_problems_are_those_of_a_build(archive: Project, tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    fresh = [str(problem) for problem in check_archive(archive.content, DAY, repairing=False).problems]
    assert any("none.md" in line for line in fresh)
    assert problems_of(archive, file) == fresh
    assert problems_of(archive, file) == fresh


def test_a_changed_file_is_checked_again(archive: Project, tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    before = problems_of(archive, file)
    archive.article("two", date="أمس")
    after = problems_of(archive, file)
    assert set(after) - set(before)
    assert after == [str(problem) for problem in check_archive(archive.content, DAY, repairing=False).problems]


def test_an_article_that_links_is_checked_again_when_another_file_goes(archive: Project, tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    assert not any("{filename}two.md" in line for line in problems_of(archive, file))
    (archive.content / "articles/two.md").unlink()
    assert any("{filename}two.md" in line for line in problems_of(archive, file))


def test_a_cached_result_is_not_made_again(tmp_path: Path) -> None:
    calls: list[str] = []

    def make() -> str:
        calls.append("made")
        return "result"

    for _ in range(2):
        cache = Cache(tmp_path / "cache.sqlite")
        assert cache("picture", b"of", make) == "result"
        cache.close()
    assert calls == ["made"]


def test_a_result_of_another_version_of_the_program_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache.sqlite")
    cache("picture", b"of", lambda: "old")
    cache.close()
    monkeypatch.setattr(cache_module, "program_digest", lambda: b"changed")
    assert Cache(tmp_path / "cache.sqlite")("picture", b"of", lambda: "new") == "new"


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_a_broken_cache_costs_only_time(archive: Project, tmp_path: Path, damage: bytes | None) -> None:
    file = tmp_path / "cache.sqlite"
    fresh = problems_of(archive, file)
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2] if damage is None else damage)
    assert problems_of(archive, file) == fresh
    assert problems_of(archive, file) == fresh


def test_where_no_cache_can_be_written_the_problems_are_the_same(archive: Project, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert problems_of(archive, tmp_path / "file/cache.sqlite") == problems_of(archive, tmp_path / "cache.sqlite")


def test_results_that_a_run_did_not_ask_for_are_deleted(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    cache = Cache(file)
    for number in range(100):
        cache("picture", bytes([number]), lambda: "x" * 1000)
    cache.close()
    cache = Cache(file)
    cache("picture", b"new", lambda: "y")
    cache.close()
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT count(*) FROM cache").fetchone() == (1,)


def test_results_are_kept_while_more_than_half_are_asked_for(tmp_path: Path) -> None:
    """A database is not written anew for every few results that are out of date."""
    file = tmp_path / "cache.sqlite"
    cache = Cache(file)
    for number in range(10):
        cache("picture", bytes([number]), lambda: "x")
    cache.close()
    before = file.read_bytes()
    cache = Cache(file)
    for number in range(6):
        cache("picture", bytes([number]), lambda: "y")
    cache.close()
    assert file.read_bytes() == before


def test_results_are_deleted_as_soon_as_half_of_them_are_not_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    for asked in (10, 5):
        cache = Cache(file)
        for number in range(asked):
            cache("picture", bytes([number]), lambda: "x")
        cache.close()
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT count(*) FROM cache").fetchone() == (5,)


def test_the_kind_of_a_result_is_part_of_its_key() -> None:
    assert Cache.key("picture", b"of") != Cache.key("original", b"of")


FILES_OF_WARRAQ = sorted(
    file.relative_to(WARRAQ).as_posix()
    for file in WARRAQ.rglob("*")
    if file.is_file() and "__pycache__" not in file.parts
)
DATA_FILES = [name for name in FILES_OF_WARRAQ if not name.endswith((".py", "py.typed"))]  # a mark without content


@pytest.fixture(scope="module")
def copy_of_warraq(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("copy") / "warraq"
    return Path(shutil.copytree(WARRAQ, copy, ignore=shutil.ignore_patterns("__pycache__")))


def test_a_digest_depends_on_the_files_and_not_on_their_folder(copy_of_warraq: Path) -> None:
    assert folder_digest(copy_of_warraq) == folder_digest(WARRAQ)


def test_the_program_has_data_files_of_every_kind() -> None:
    assert {".json", ".txt", ".po"} <= {Path(name).suffix for name in DATA_FILES}


@pytest.mark.parametrize("name", [*DATA_FILES, "repair/planning.py"])
def test_a_changed_byte_of_any_data_file_changes_every_key(copy_of_warraq: Path, name: str) -> None:
    before = folder_digest(copy_of_warraq)
    file = copy_of_warraq / name
    data = file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert folder_digest(copy_of_warraq) != before
    file.write_bytes(data)
    assert folder_digest(copy_of_warraq) == before


def test_a_renamed_or_added_or_deleted_file_changes_every_key(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    file = tmp_path / "words/a.txt"
    file.write_bytes(b"x")
    digests = [folder_digest(tmp_path)]
    file = file.rename(tmp_path / "words/b.txt")
    digests.append(folder_digest(tmp_path))
    (tmp_path / "c.txt").write_bytes(b"")
    digests.append(folder_digest(tmp_path))
    file.unlink()
    digests.append(folder_digest(tmp_path))
    assert len(set(digests)) == len(digests)


def test_bytes_that_move_from_one_file_to_the_next_change_every_key(tmp_path: Path) -> None:
    for first, second in (("xy", "z"), ("x", "yz")):
        folder = tmp_path / first
        folder.mkdir()
        (folder / "a").write_text(first)
        (folder / "b").write_text(second)
    assert folder_digest(tmp_path / "xy") != folder_digest(tmp_path / "x")


def test_compiled_files_of_python_change_no_key(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"")
    before = folder_digest(tmp_path)
    for folder in (tmp_path / "__pycache__", tmp_path / "words/__pycache__"):
        folder.mkdir(parents=True)
        (folder / "a.cpython-311.pyc").write_bytes(b"x")
    assert folder_digest(tmp_path) == before


TEXT = "عنوان الخبر هنا\nقال الوزير إن الاجتماع كان ناجحا.\n"
NOTE = """---
title: خبر له حاشية
date: 2024
annotations:
- quote: نص
  note: انظر [صورة]({static}images/a.png)
---
نص الخبر.
"""


@pytest.fixture
def repaired(project: Project, monkeypatch: pytest.MonkeyPatch) -> tuple[Project, list[str]]:
    """Make an archive and check it once; return it with a list to which every edition made later adds its article's path."""
    shutil.copytree(ROOT / "content/vocabulary", project.content / "vocabulary")
    project.write("originals/a.txt", TEXT)
    write_new(check_archive(project.content, DAY, repairing=True).new, project.root / ".warraq")
    project.article("plain")
    project.article("link", body="[رابط]({filename}plain.md)")
    project.write("articles/note.md", NOTE)
    made: list[str] = []

    def record(jobs: Sequence[Job], *rest: Any) -> Iterator[Any]:
        made.extend(article.path.removeprefix("content/articles/") for article, _, _ in jobs)
        return map_editions(jobs, *rest)

    monkeypatch.setattr(cached_check, "map_editions", record)
    problems_of(project, project.root / "cache.sqlite")
    assert sorted(made) == ["a.md", "link.md", "note.md", "plain.md"]
    made.clear()
    problems_of(project, project.root / "cache.sqlite")
    assert made == []
    return project, made


@pytest.mark.parametrize(
    ("path", "data", "articles"),
    [
        ("articles/plain.md", "---\ntitle: س\ndate: 2024\n---\nنص آخر.\n", ["plain.md"]),
        ("originals/a.txt", f"{TEXT} ", ["a.md"]),
        ("records/a.json", None, ["a.md"]),
        (
            "vocabulary/more.yaml",
            "New:\n  scheme: topic\n  pref_label: {ar: جديد}\n",
            ["a.md", "link.md", "note.md", "plain.md"],
        ),
        ("images/a.png", b"\x89PNG", ["link.md", "note.md"]),
        ("articles/other.md", "---\ntitle: س\ndate: 2024\n---\nنص.\n", ["link.md", "note.md", "other.md"]),
    ],
)
def test_a_changed_file_asks_for_the_editions_that_depend_on_it_and_for_no_others(
    repaired: tuple[Project, list[str]], path: str, data: str | bytes | None, articles: list[str]
) -> None:
    project, made = repaired
    if data is None:
        (project.content / path).unlink()
    else:
        project.write(path, data)
    problems_of(project, project.root / "cache.sqlite")
    assert sorted(made) == articles
