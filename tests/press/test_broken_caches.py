"""The cache holds data that is checked: whatever stands in its place, build and check find what they find without it."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from archive.broken import BROKEN
from project import Project
from warraq.desk import own_files
from warraq.press import cache as cache_module
from warraq.press import cached_check
from warraq.press.cache import SCHEMA, Cache, _checksum
from warraq.press.cached_check import cached_problems
from warraq.press.cached_results import KINDS, form_of
from warraq.press.checking import check_archive

DAY = date(2027, 1, 15)
UNIX = sys.platform != "win32"


class Pwned:
    """Unpickled, it makes a folder."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return os.mkdir, ("pwned",)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, bytes, list[str]]:
    """Make an archive with many problems, its cache, and what is found without one."""
    project = Project.empty(tmp_path_factory.mktemp("sound"))
    project.write("originals/a.txt", "عنوان الخبر هنا\nقال الوزير إن الاجتماع كان ناجحا والمساواة والمساواة.\n")
    project.article("one", body="قال بوتين. [رابط]({filename}none.md)")
    for number, broken in enumerate(BROKEN[:12]):
        project.write(f"articles/{number:03}.md", broken.data)
    file = project.root / ".warraq" / "cache.sqlite"
    cached_problems(project.content, DAY, Cache(file))
    fresh = [str(problem) for problem in check_archive(project.content, DAY, repairing=False).problems]
    return project, file.read_bytes(), fresh


def rewritten(change: Callable[[bytes, bytes], tuple[object, object]]) -> Callable[[Path], None]:
    """Give what changes every row of a cache."""

    def change_all(file: Path) -> None:
        with closing(sqlite3.connect(file)) as database, database:
            rows = [change(key, made) for key, made in database.execute("SELECT key, made FROM cache")]
            database.execute("DELETE FROM cache")
            database.executemany("INSERT OR REPLACE INTO cache VALUES (?, ?)", rows)

    return change_all


def with_sum(key: bytes, data: bytes) -> tuple[bytes, bytes]:
    return key, _checksum(key, data) + data


def remade(*statements: str) -> Callable[[Path], None]:
    """Give what makes another database in the cache's place."""

    def remake(file: Path) -> None:
        file.unlink()
        with closing(sqlite3.connect(file)) as database, database:
            for statement in statements:
                database.execute(statement)

    return remake


def as_folder(file: Path) -> None:
    file.unlink()
    (file / "inside").mkdir(parents=True)


def read_only(file: Path) -> None:
    file.chmod(0o400)
    file.parent.chmod(0o500)


def holding(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Give what puts other bytes into the file."""

    def put(file: Path) -> None:
        file.write_bytes(change(file.read_bytes()))

    return put


def link_to(target: str) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        file.unlink()
        file.symlink_to(target)

    return make


def pipe(file: Path) -> None:
    file.unlink()
    if UNIX:
        os.mkfifo(file)


def flipped(place: float) -> Callable[[Path], None]:
    def flip(file: Path) -> None:
        data = bytearray(file.read_bytes())
        for at in range(int(len(data) * place), len(data), 997):
            data[at] ^= 0x55
        file.write_bytes(data)

    return flip


BREAKS: dict[str, Callable[[Path], None]] = {
    "gone": Path.unlink,
    "emptied": holding(lambda _: b""),
    "cut in half": lambda file: os.truncate(file, file.stat().st_size // 2),
    "cut in its head": lambda file: os.truncate(file, 50),
    "zeroed": holding(lambda data: bytes(len(data))),
    "half of it zeroed": holding(lambda data: data[: len(data) // 2].ljust(len(data), b"\0")),
    "no database": holding(lambda _: b"no database"),
    "bytes flipped": flipped(0.02),
    "bytes flipped behind the first page": flipped(0.5),
    "a pickle of another version": rewritten(lambda key, _: (key, pickle.dumps("x", 5))),
    "a pickle that runs code": rewritten(lambda key, _: (key, pickle.dumps(Pwned()))),
    "a pickle with a right sum": rewritten(lambda key, _: with_sum(key, pickle.dumps(Pwned()))),
    "another table": remade("CREATE TABLE other (x)"),
    "the older table": remade(
        "CREATE TABLE cache (key BLOB PRIMARY KEY, made BLOB NOT NULL, since REAL) WITHOUT ROWID"
    ),
    "a view without end": remade(
        "CREATE VIEW cache AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x AS key, x AS made FROM n"
    ),
    "a trigger": remade(SCHEMA, "CREATE TRIGGER t AFTER INSERT ON cache BEGIN DELETE FROM cache; END"),
    "numbers for keys and results": rewritten(lambda key, _: (int.from_bytes(key[:4], "big"), 7)),
    "words for results": rewritten(lambda key, made: (key, made[4:].decode())),
    "JSON of other types": rewritten(lambda key, _: with_sum(key, b'{"article": [1], "problems": "x"}')),
    "JSON that is empty": rewritten(lambda key, _: with_sum(key, b"null")),
    "JSON without end": rewritten(lambda key, _: with_sum(key, b"[" * 100_000)),
    "results of one another": rewritten(lambda key, made: (key[::-1], made)),
    "huge results": rewritten(lambda key, _: with_sum(key, b" " * cache_module.LARGEST_RESULT)),
    "a folder": as_folder,
    "read only": read_only,
    "a pipe": pipe,
    "a link": link_to("../content/site.yaml"),
    "a link to itself": link_to("cache.sqlite"),
}


def found(project: Project) -> list[str]:
    """Give what `check` tells of the archive; what it tells of the cache itself stands apart."""
    problems = cached_problems(project.content, DAY, Cache(project.root / ".warraq" / "cache.sqlite"))[1]
    return [str(problem) for problem in problems if not problem.path.startswith(".warraq/")]


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_cache_changes_nothing_that_is_found(
    sound: tuple[Project, bytes, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    project, data, fresh = sound
    shutil.copytree(project.content, tmp_path / "content")
    file = tmp_path / ".warraq" / "cache.sqlite"
    file.parent.mkdir()
    file.write_bytes(data)
    try:
        BREAKS[name](file)
    except OSError:
        pytest.skip("this system has no such files")
    site = (tmp_path / "content/site.yaml").read_bytes()
    monkeypatch.chdir(tmp_path)
    try:
        assert found(Project(tmp_path)) == fresh
        assert found(Project(tmp_path)) == fresh
        pictures = Cache(file)
        built = check_archive(tmp_path / "content", DAY, repairing=False, pictures=pictures).problems
        assert [str(problem) for problem in built if not problem.path.startswith(".warraq/")] == fresh
    finally:
        file.parent.chmod(0o700)
    assert not (tmp_path / "pwned").exists()
    assert (tmp_path / "content/site.yaml").read_bytes() == site


def test_there_are_enough_of_them() -> None:
    assert len(BREAKS) >= 24


def test_a_cache_that_another_program_writes_is_left_to_it(
    sound: tuple[Project, bytes, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_module, "PATIENCE", 0)
    project, data, fresh = sound
    file = tmp_path / "cache.sqlite"
    file.write_bytes(data)
    with closing(sqlite3.connect(file)) as database:
        database.execute("BEGIN EXCLUSIVE")
        assert [str(p) for p in cached_problems(project.content, DAY, Cache(file))[1]] == fresh
    assert file.read_bytes() == data


def test_a_sound_cache_is_used(sound: tuple[Project, bytes, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    project, data, fresh = sound
    (project.root / ".warraq/cache.sqlite").write_bytes(data)
    asked: list[int] = []

    def count(jobs: list[object], *_: object) -> list[object]:
        asked.append(len(jobs))
        return []

    monkeypatch.setattr(cached_check, "map_editions", count)
    assert found(project) == fresh
    assert asked == [0]


def test_every_kind_of_result_is_data() -> None:
    assert all(form_of(kind) for kind in KINDS)
    assert form_of("read_record") is None
    for file in sorted(cache_module.WARRAQ.rglob("*.py")):
        assert not re.search(r"import (pickle|marshal|shelve|dill)\b", file.read_text("utf-8")), file


def told(project: Project) -> list[str]:
    own_files.git_knows.cache_clear()
    problems = cached_problems(project.content, DAY, Cache(project.root / ".warraq" / "cache.sqlite"))[1]
    return [str(problem) for problem in problems]


def test_a_cache_that_git_keeps_is_not_used_and_one_that_it_does_not_ignore_is_told(project: Project) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", *words], cwd=project.root, check=True, capture_output=True)

    project.article("one")
    assert told(project) == []
    git("init", "-q")
    assert told(project) == [
        ".gitignore: Git does not ignore .warraq/, which may hold words of drafts. Write the line .warraq/ into it."
    ]
    (project.root / ".gitignore").write_text(".warraq/\n")
    assert told(project) == []
    git("add", "-f", ".warraq/cache.sqlite")
    file = project.root / ".warraq/cache.sqlite"
    file.write_bytes(b"as it came")
    [line] = told(project)
    assert line == (
        ".warraq/cache.sqlite: Git keeps files of .warraq/, which only this machine may write: the cache is not used. "
        "Take them out: git rm -r --cached .warraq"
    )
    assert file.read_bytes() == b"as it came"


@pytest.mark.skipif(not UNIX, reason="links need rights on Windows")
def test_a_cache_behind_a_link_or_of_another_user_is_not_used(
    project: Project, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.article("one")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (project.root / ".warraq").symlink_to(elsewhere)
    assert told(project) == [".warraq/cache.sqlite: The cache lies behind a link, and is not used. Delete it."]
    assert list(elsewhere.iterdir()) == []
    (project.root / ".warraq").unlink()
    assert told(project) == []
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert told(project) == [".warraq/cache.sqlite: The cache belongs to another user, and is not used. Delete it."]
