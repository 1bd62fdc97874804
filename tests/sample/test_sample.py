"""The sample archive: what is in it, that it is sound, and that what somebody wrote in it stays."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from project import ROOT
from warraq.archive.archive import Archive
from warraq.archive.kinds import KINDS
from warraq.archive.problem import Level
from warraq.archive.reading import read_archive
from warraq.desk import sample_archive
from warraq.desk.sample_archive import FOUND, MARK, written_since
from warraq.press import trying
from warraq.press.checking import original_or_problem
from warraq.press.trying import MOST_NAMED, main
from warraq.repair import RULES, repair
from warraq.shipped import SAMPLE

PICTURES = ("sample-home", "sample-search", "sample-article")
FILES = sorted(file for file in FOUND.rglob("*") if file.is_file())
ENOUGH_RULES = 85
"""Of the hundred and more; a rule that no text of the sample needs is missed by nobody, half of them would be."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "تجربة أولى"
    assert main([str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def archive(sample: Path) -> Archive:
    reading = read_archive(sample / "content", original_or_problem)
    assert [each for each in reading.problems if each.level is Level.ERROR] == []
    return reading.archive


@pytest.fixture
def without_commands(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Let no import and no build run; give the commands that would have."""
    commands: list[tuple[str, ...]] = []

    def run(_folder: Path, *command: str) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr(trying, "_run", run)
    monkeypatch.setattr(sample_archive, "add_editors_work", lambda _: None)
    return commands


def test_there_are_forty_texts_of_many_years_languages_and_sources(archive: Archive) -> None:
    assert len(archive.articles) == 40
    years = {article.date.year for article in archive.articles if article.date}
    assert (min(years), max(years)) == (2009, 2025) and len(years) >= 14
    languages = Counter(article.lang for article in archive.articles)
    assert set(languages) == {"ar", "fa", "en", "fr", "he", "ur"} and languages["ar"] > 25
    assert len({article.source.name for article in archive.articles if article.source}) == 9


def test_every_kind_of_note_and_of_state_is_there(archive: Archive) -> None:
    articles = archive.articles
    assert {note.kind for article in articles for note in article.annotations} == set(KINDS)
    assert any(article.withheld for article in articles)
    for key in ("withdrawn", "embargo", "corrections", "settled", "reviewed", "translation_of", "version_of"):
        assert any(getattr(article, key) for article in articles), key
    assert any(article.date is None for article in articles)
    assert {concept.scheme for concept in archive.vocabulary.concepts.values()} >= {
        "person",
        "place",
        "organisation",
        "event",
        "topic",
    }


def test_the_site_shows_what_may_be_shown(sample: Path) -> None:
    output = sample / "output"
    assert all((output / name / "index.html").is_file() for name in ("search", "undated", "concepts/lighthouse"))
    pages = "".join(file.read_text("utf-8") for file in output.rglob("*.html"))
    assert "نديم الغواص" not in pages and "رسائل زهير القنديلي إلى تلاميذه" not in pages
    assert (sample / "import-report.html").is_file()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(FOUND).as_posix())
def test_what_was_repaired_gives_the_damaged_text_back(file: Path) -> None:
    repaired = repair(file.read_bytes())
    assert repaired.undo() == file.read_bytes()
    assert repaired.changes or repaired.document.title_inferred, "it is not damaged"


def test_every_stage_of_the_rules_has_something_to_do() -> None:
    rules = set[str]()
    for file in FILES:
        repaired = repair(file.read_bytes())
        rules |= {name for change in repaired.changes for name in change.rules}
        rules |= {doubt.rule for doubt in repaired.doubts}
        rules |= (
            {"inferred-title"} if repaired.document.title_inferred else set()
        )  # a layout, and no change of the text
    stages = {rule.stage for rule in RULES if rule.name in rules}
    assert stages == {rule.stage for rule in RULES}
    assert len(rules) >= ENOUGH_RULES


def test_it_says_how_to_look_at_it_and_how_to_be_rid_of_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], without_commands: list[tuple[str, ...]]
) -> None:
    assert main([str(tmp_path / "a")]) == 0
    told = capfd.readouterr().out
    assert [command[0] for command in without_commands] == ["desk.importing", "press.building"]
    for word in (str(tmp_path / "a"), "python3 tasks.py serve", "http://localhost:8000/review/", "احذف المجلد"):
        assert word in told


def test_made_twice_it_is_new_where_nobody_wrote(tmp_path: Path, without_commands: list[tuple[str, ...]]) -> None:
    folder = tmp_path / "a"
    assert main([str(folder)]) == 0
    (folder / "output").mkdir()
    (folder / "output" / "index.html").touch()
    assert written_since(folder) == ()
    assert main([str(folder)]) == 0
    assert not (folder / "output").exists() and len(without_commands) == 4


def test_made_twice_it_stays_where_somebody_wrote_and_names_what(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], without_commands: list[tuple[str, ...]]
) -> None:
    folder = tmp_path / "a"
    assert main([str(folder)]) == 0
    mine = folder / "content" / "articles" / "لي.md"
    mine.write_text("mine", "utf-8")
    changed = folder / "content" / "site.yaml"
    changed.write_text("name: لي", "utf-8")
    (folder / "content" / "articles" / "withdrawn-note.md").unlink()
    assert main([str(folder)]) == 1
    told = capfd.readouterr().err
    assert mine.read_text("utf-8") == "mine" and changed.read_text("utf-8") == "name: لي" and len(without_commands) == 2
    for word in ("content/articles/لي.md", "content/site.yaml", "withdrawn-note.md", "python3 tasks.py try", "احذف"):
        assert word in told
    for number in range(MOST_NAMED):
        (folder / f"{number}.txt").touch()
    assert main([str(folder)]) == 1
    assert "3" in capfd.readouterr().err.splitlines()[MOST_NAMED + 1]


@pytest.mark.parametrize("broken", [None, "", "{"])
def test_a_folder_that_is_no_whole_sample_stays(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], without_commands: list[tuple[str, ...]], broken: str | None
) -> None:
    (tmp_path / "letter.txt").touch()
    if broken is not None:
        (tmp_path / MARK).write_text(broken, "utf-8")
    assert main([str(tmp_path)]) == 1
    assert (tmp_path / "letter.txt").exists() and without_commands == []
    assert "python3 tasks.py try" in capfd.readouterr().err


def test_a_file_in_its_place_is_left_and_a_place_that_cannot_be_written_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a").write_text("mine", "utf-8")
    assert main([str(tmp_path / "a")]) == 1
    assert main([str(tmp_path / "a" / "b")]) == 1
    assert (tmp_path / "a").read_text("utf-8") == "mine"
    assert str(tmp_path / "a" / "b") in capfd.readouterr().err


@pytest.mark.parametrize("failing", ["desk.importing", "press.building"])
def test_where_a_command_fails_it_ends_with_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without_commands: list[tuple[str, ...]], failing: str
) -> None:
    monkeypatch.setattr(trying, "_run", lambda _folder, *command: 7 if command[0] == failing else 0)
    assert main([str(tmp_path / "a")]) == 7
    assert not (tmp_path / "a" / MARK).exists() and without_commands == []


def test_the_folder_of_a_clone_has_its_commands(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever messages say to type works there: the tasks of the clone are run, and work in that folder."""
    assert str(ROOT / "tasks.py") in (sample / "tasks.py").read_text("utf-8")
    (tmp_path / "asked.py").write_text("import os; FOLDER = os.environ['WARRAQ_ARCHIVE']", "utf-8")
    (tmp_path / "tasks.py").write_text(sample_archive.COMMANDS.format(tasks=str(tmp_path / "asked.py")), "utf-8")
    monkeypatch.setenv("WARRAQ_ARCHIVE", "")
    runpy.run_path(str(tmp_path / "tasks.py"))
    assert os.environ["WARRAQ_ARCHIVE"] == str(tmp_path.resolve())
    asked = [sys.executable, "-c", "import tasks; print(tasks.ARCHIVE, tasks.ROOT, sep='\\n')"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    assert told.splitlines() == [str(tmp_path.resolve()), str(ROOT)]


@pytest.mark.parametrize("name", PICTURES)
def test_the_readmes_show_it_in_light_pictures(name: str) -> None:
    file = ROOT / "docs" / "pictures" / f"{name}.png"
    assert file.stat().st_size <= 200_000
    with Image.open(file) as picture:
        assert picture.width == 1440
    for paper in ("README.md", "README.ar.md"):
        assert f"(docs/pictures/{name}.png)" in (ROOT / paper).read_text("utf-8")


def test_every_text_of_the_sample_is_in_the_package() -> None:
    listed = subprocess.run(["git", "ls-files", "-z", "sample"], cwd=ROOT, check=True, capture_output=True).stdout
    there = {name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()}
    assert there == {file.relative_to(ROOT).as_posix() for file in SAMPLE.rglob("*") if file.is_file()}
