"""Whoever doubts a published archive can check it, and one changed byte is found and named."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import programs
from project import ROOT, Project
from warraq.press import editions, verify
from warraq.press.cache import Cache

TEXT = "عنوان الخبر الأول هنا\nقال المتحدث إن السد سيُفتح غدا .وأضاف أن الماء  سيصل إلى كل بيت |\nوعاد عاد إلى المدينة"


def verified(root: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1", "WARRAQ_LANGUAGE": "en"}
    return programs.run("warraq.press.verify", cwd=root, env=environment)


@pytest.fixture
def archive(project: Any) -> Path:
    project.write("originals/one.txt", TEXT)
    built = project.build()
    assert built.returncode == 0, built.stdout
    return Path(project.root)


def the(root: Path, pattern: str) -> Path:
    [file] = root.glob(pattern)
    return file


def test_a_sound_archive_is_verified_and_an_editors_change_too(archive: Path, project: Any) -> None:
    assert verified(archive).stdout == "Records replayed, there and back: 1. Every hash is right.\n"
    article = the(archive, "content/articles/*.md")
    article.write_text(article.read_text(encoding="utf-8").replace("المدينة", "المدينة القديمة"), encoding="utf-8")
    assert "The words on the page don't lead back to the original." in verified(archive).stderr
    assert project.build().returncode == 0
    assert verified(archive).returncode == 0


def flipped(data: bytes) -> bytes:
    return data[:30] + bytes([data[30] ^ 1]) + data[31:]


@pytest.mark.parametrize(
    ("pattern", "change", "told"),
    [
        ("content/originals/one.txt", lambda d: d.replace("غدا".encode(), "غدً".encode()), "one"),
        ("content/records/one.json", lambda d: d.replace(b'"start": ', b'"start": 1', 1), "content/records/one.json"),
        (
            "output/articles/*/original.txt",
            flipped,
            "The published original is not the file that the record speaks of.",
        ),
        (
            "output/articles/*/compare/index.html",
            lambda d: d.replace("الماء".encode(), "الما".encode()),
            "The column of the original",
        ),
        ("output/articles/*/index.html", lambda d: d.replace("المتحدث".encode(), "الوزير".encode()), "don't lead back"),
    ],
)
def test_what_was_changed_is_found_and_named(
    archive: Path, pattern: str, change: Callable[[bytes], bytes], told: str
) -> None:
    file = the(archive, pattern)
    before = file.read_bytes()
    file.write_bytes(change(before))
    assert file.read_bytes() != before
    done = verified(archive)
    assert done.returncode == 1
    assert told in done.stderr


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an archive of three articles, once: every test leaves its pages as they were."""
    project = Project.empty(tmp_path_factory.mktemp("several"))
    for name in ("one", "two", "three"):
        project.write(f"originals/{name}.txt", TEXT.replace("الأول", f"من {name}").replace("السد", f"السد {name}"))
    built = project.build()
    assert built.returncode == 0, built.stdout
    return Path(project.root)


def told(root: Path, sound: Cache | None = None) -> list[str]:
    problems, _ = verify.verify(root / "content", root / "output", sound)
    return [
        f"{Path(problem.path).relative_to(root) if Path(problem.path).is_absolute() else problem.path}"
        for problem in problems
    ]


def test_an_article_that_was_found_sound_is_looked_at_again_when_a_byte_of_it_changed(
    several: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[int] = []
    made = editions.map_editions

    def counted(jobs: Any, *given: Any) -> Any:
        looked_at.append(len(jobs))
        return made(jobs, *given)

    monkeypatch.setattr(verify, "map_editions", counted)
    memory = tmp_path / ".warraq" / "verified.sqlite"
    assert told(several, Cache(memory)) == told(several, Cache(memory)) == []
    page = the(several, "output/articles/*one*/compare/index.html")
    whole = page.read_bytes()
    page.write_bytes(whole.replace("المتحدث".encode(), "المتحدث ".encode(), 1))
    # What was wrong is looked at anew, whoever asks.
    for _ in range(2):
        assert str(page.relative_to(several)) in told(several, Cache(memory))
    page.write_bytes(whole)
    assert told(several, Cache(memory)) == []
    assert looked_at == [3, 0, 1, 1, 0]


def test_on_all_cores_it_says_the_same_in_the_same_order(several: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {page: page.read_bytes() for page in sorted(several.glob("output/articles/*/index.html"))}
    for page, data in whole.items():
        page.write_bytes(data.replace("المتحدث".encode(), "الوزير".encode()))
    by_itself = told(several)
    monkeypatch.setattr(editions, "MANY", 1)
    monkeypatch.setattr(editions, "TOGETHER", 1)
    assert told(several) == by_itself
    assert len([path for path in by_itself if path.endswith("/index.html")]) >= 3
    for page, data in whole.items():
        page.write_bytes(data)


def test_a_page_that_can_t_be_read_is_a_problem_and_never_remembered(
    several: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = the(several, "output/articles/*one*/index.html")
    read = Path.read_bytes

    def refused(file: Path) -> bytes:
        if file == page:
            raise PermissionError(13, "Permission denied")
        return read(file)

    memory = tmp_path / ".warraq" / "verified.sqlite"
    monkeypatch.setattr(Path, "read_bytes", refused)
    for _ in range(2):
        problems, _ = verify.verify(several / "content", several / "output", Cache(memory))
        assert "PermissionError" in problems[0].what.text("en") and "one" in problems[0].path
    monkeypatch.undo()
    assert told(several, Cache(memory)) == []


def test_each_difference_is_told_by_its_file(archive: Path) -> None:
    content, output = archive / "content", archive / "output"
    assert verify.verify(content, output)[0] == []

    def told() -> str:
        return "\n".join(problem.text("en") for problem in verify.verify(content, output)[0])

    page, compare = the(archive, "output/articles/*/index.html"), the(archive, "output/articles/*/compare/index.html")
    original = the(archive, "output/articles/*/original.txt")
    for file in (page, compare, original):
        before = file.read_bytes()
        file.write_bytes(before.replace("الماء".encode(), "الهواء".encode()))
        assert file.name in told()
        file.unlink()
        assert file.name in told()
        file.write_bytes(before)
    assert told() == ""
