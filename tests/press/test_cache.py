"""`check` remembers, and says the same as a build that does not."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from archive.broken import BROKEN
from project import ROOT, Project
from warraq.press import cache as remembering
from warraq.press.cache import Cache
from warraq.press.cached_check import cached_problems
from warraq.press.checking import check_archive

DAY = date(2027, 1, 15)


@pytest.fixture
def archive(project: Project) -> Project:
    """An archive with something wrong of every kind."""
    shutil.copytree(ROOT / "content/vocabulary", project.content / "vocabulary")
    project.write("originals/a.txt", "عنوان الخبر هنا\nقال الوزير إن الاجتماع كان ناجحا والمساواة والمساواة.\n")
    project.article("one", body="قال بوتين. [رابط]({filename}two.md) [رابط]({filename}none.md)")
    project.article("two", body="نص.")
    for number, broken in enumerate(BROKEN[:20]):
        project.write(f"articles/{number:03}.md", broken.data)
    return project


def said(project: Project, file: Path) -> list[str]:
    return [str(problem) for problem in cached_problems(project.content, DAY, Cache(file))[1]]


def test_what_is_remembered_is_what_a_build_would_say(archive: Project, tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    fresh = [str(problem) for problem in check_archive(archive.content, DAY, repairing=False).problems]
    assert any("none.md" in line for line in fresh)
    assert said(archive, file) == fresh
    assert said(archive, file) == fresh


def test_a_changed_file_is_looked_at_again(archive: Project, tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    before = said(archive, file)
    archive.article("two", date="أمس")
    after = said(archive, file)
    assert set(after) - set(before)
    assert after == [str(problem) for problem in check_archive(archive.content, DAY, repairing=False).problems]


def test_an_article_that_links_is_looked_at_again_when_another_file_goes(archive: Project, tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    assert not any("{filename}two.md" in line for line in said(archive, file))
    (archive.content / "articles/two.md").unlink()
    assert any("{filename}two.md" in line for line in said(archive, file))


def test_nothing_is_made_twice_of_the_same(tmp_path: Path) -> None:
    calls: list[str] = []

    def make() -> str:
        calls.append("made")
        return "result"

    for _ in range(2):
        cache = Cache(tmp_path / "cache.sqlite")
        assert cache("what", b"of", make) == "result"
        cache.close()
    assert calls == ["made"]


def test_other_code_remembers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "cache.sqlite")
    cache("what", b"of", lambda: "old")
    cache.close()
    monkeypatch.setattr(remembering, "code_digest", lambda: b"changed")
    assert Cache(tmp_path / "cache.sqlite")("what", b"of", lambda: "new") == "new"


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_a_broken_memory_costs_time_only(archive: Project, tmp_path: Path, damage: bytes | None) -> None:
    file = tmp_path / "cache.sqlite"
    fresh = said(archive, file)
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2] if damage is None else damage)
    assert said(archive, file) == fresh
    assert said(archive, file) == fresh


def test_where_nothing_can_be_kept_all_is_made_anew(archive: Project, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert said(archive, tmp_path / "file/cache.sqlite") == said(archive, tmp_path / "cache.sqlite")


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    cache = Cache(file)
    for number in range(100):
        cache("what", bytes([number]), lambda: "x" * 1000)
    cache.close()
    cache = Cache(file)
    cache("what", b"new", lambda: "y")
    cache.close()
    assert len(Cache(file)._known) == 1
