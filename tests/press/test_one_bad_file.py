"""One bad file stops nothing: build and check tell the problems of all files at once, each with its file's name, and end with 1."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from press.told_of_files import DAY, said
from project import Project
from warraq.archive import files as archive_files
from warraq.archive.article import Article
from warraq.archive.our_mistake import our_mistake
from warraq.archive.reading import read_archive
from warraq.edition.edition import Edition
from warraq.press import cached_check, editions, inner_links, record_check, warnings
from warraq.press.cache import Cache
from warraq.press.cached_check import cached_problems
from warraq.press.checking import check_archive, original_or_problem
from warraq.press.problem_formats import FORMATS
from warraq.repair import planning

ERRORS = (RecursionError, MemoryError, ValueError("سر"), OSError(5, "سر"))
FILES = ("site.yaml", "articles/one.md", "originals/a.txt", "records/a.json", "vocabulary/words.yaml")


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (PermissionError(13, "Permission denied"), "It can't be read: Permission denied. Allow reading it"),
        (FileNotFoundError(2, "gone"), "The file vanished while it was read. Run the command again."),
        (OSError(5, "Input/output error"), "It can't be read: Input/output error. Allow reading it"),
        (MemoryError(), "This program failed at this file: MemoryError"),
    ],
)
def test_files_that_can_t_be_read_are_told(
    archive: Project, monkeypatch: pytest.MonkeyPatch, error: Exception, what: str
) -> None:
    read = Path.read_bytes

    def refuses(file: Path) -> bytes:
        if file.is_relative_to(archive.content) and file.relative_to(archive.content).as_posix() in FILES:
            raise error
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", refuses)
    lines = said(archive)
    for path in FILES:
        assert any(line.startswith(f"content/{path}: {what}") for line in lines)


def test_a_folder_that_can_t_be_listed_is_told(archive: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refuses(folder: Path) -> Any:
        if folder == archive.content / "articles/sub":
            raise PermissionError(13, "Permission denied", str(folder))
        return scan(folder)

    archive.article("sub/x")
    monkeypatch.setattr(os, "scandir", refuses)
    told = "content/articles/sub: It can't be read: Permission denied. Allow reading it (its owner and its rights), or take it out."
    assert said(archive) == [told]


def test_an_enormous_article_is_told_and_not_read(archive: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_files, "LARGEST_FILE", 1_000_000)
    with archive.article("huge").open("wb") as file:
        file.truncate(1_000_001)
    assert said(archive) == ["content/articles/huge.md: The file is larger than 1 MB. Split it, or take it out."]


ESCAPES = (r"\ud83d", r"\uD83D\uDE00", r"\U0000DFFF", r"\x00", r"\e[1m", r"\uFFFE", r"\x7f")
ESCAPED = {
    "articles/title{}.md": '---\ntitle: "{}"\ndate: 2024\n---\nنص\n',
    "articles/tag{}.md": '---\ntitle: س\ndate: 2024\ntags: ["{}"]\n---\nنص\n',
    "articles/note{}.md": '---\ntitle: س\ndate: 2024\nannotations: [{{quote: نص, note: "{}"}}]\n---\nنص\n',
    "vocabulary/{}.yaml": 'X{}:\n  scheme: topic\n  pref_label: {{ar: "{}"}}\n',
}


def test_half_characters_and_controls_written_as_escapes_are_told(archive: Project) -> None:
    archive.write("site.yaml", r'name: "\ud83d"')
    paths = ["site.yaml"]
    for number, escape in enumerate(ESCAPES):
        for path, data in ESCAPED.items():
            paths.append(path.format(number))
            archive.write(paths[-1], data.replace("X{}", f"X{number}").format(escape))
    lines = said(archive)
    for path in paths:
        assert any(line.startswith(f"content/{path}:") for line in lines), path


STAGES: tuple[tuple[Any, str, str], ...] = (
    (inner_links, "_of_link", "content/articles/one.md"),
    (warnings, "_dates", "content/articles/one.md"),
    (editions, "edition", "content/articles/one.md"),
    (record_check, "replays", "content/records/a.json"),
    (planning, "plan", "content/originals/waiting.txt"),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: getattr(error, "__name__", type(error).__name__))
@pytest.mark.parametrize(("module", "name", "path"), STAGES, ids=[stage[1] for stage in STAGES])
def test_whatever_fails_at_one_file_names_it_and_the_others_are_checked(
    archive: Project, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, path: str, error: Exception
) -> None:
    sound = getattr(module, name)

    def fails(*given: Any, **named: Any) -> Any:
        article = next((each for each in given if isinstance(each, Article)), None)
        if article is None or article.path == path:
            raise error
        return sound(*given, **named)

    if module is not planning:
        archive.article("broken", date="أمس")  # nothing is planned where something is wrong already
    monkeypatch.setattr(module, name, fails)
    lines = said(archive)
    assert all("سر" not in line for line in lines)
    assert any(line.startswith(f"{path}: This program failed at this file: ") for line in lines), lines
    assert module is planning or any(line.startswith("content/articles/broken.md:3:1: date:") for line in lines)


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_who_interrupts_is_obeyed(
    archive: Project, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def interrupted(*_: object) -> None:
        raise error

    monkeypatch.setattr(editions, "edition", interrupted)
    with pytest.raises(error):
        check_archive(archive.content, DAY, repairing=False)


def test_a_failure_is_looked_at_anew_and_never_cached(archive: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    sound, file = editions.map_editions, archive.root / "cache.sqlite"

    def fails(jobs: Any, *rest: Any) -> Iterator[Any]:
        for each, its in zip(jobs, sound(jobs, *rest), strict=True):
            yield our_mistake(each[0].path, MemoryError()) if each[0].slug == "two" else its

    monkeypatch.setattr(cached_check, "map_editions", fails)
    assert any("MemoryError" in str(p) for p in cached_problems(archive.content, DAY, Cache(file))[1])
    monkeypatch.undo()
    assert not any("MemoryError" in str(p) for p in cached_problems(archive.content, DAY, Cache(file))[1])


def slug_or_death(made: Edition) -> str:
    """End the process at one article, as a full memory or a fault in C does."""
    if made.article.slug == "dies":
        os._exit(9)
    if made.article.slug == "fails":
        raise MemoryError
    return made.article.slug


def test_an_article_that_ends_the_process_that_makes_it_is_named(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editions, "MANY", 4)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    for name in ("a", "dies", "fails", "z"):
        project.article(name)
    archive = read_archive(project.content, original_or_problem).archive
    jobs = [editions.job(archive, article) for article in archive.articles]
    made = [str(each) for each in editions.map_editions(jobs, archive.vocabulary, {}, slug_or_death)]
    assert made[0] == "a" and made[3] == "z"
    assert made[1].startswith("content/articles/dies.md: Making its page ended the program that made it;")
    assert made[2].startswith("content/articles/fails.md: This program failed at this file: MemoryError")


def test_check_tells_them_in_every_format(archive: Project) -> None:
    archive.article("broken", date="أمس")
    problems = check_archive(archive.content, DAY, repairing=False).errors
    assert json.loads(FORMATS["json"](problems, "en"))[0]["path"] == "content/articles/broken.md"
