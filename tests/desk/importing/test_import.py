"""A folder comes in whole, once, and as it was; an interruption changes nothing of the outcome."""

from __future__ import annotations

import os
import signal
import time
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.importing.left_by_import import front, rows
from project import hashes
from warraq.archive.record import Record
from warraq.desk.bench.files import Made, make
from warraq.desk.importing import pool
from warraq.desk.importing.draft_store import DraftStore
from warraq.desk.importing.inspection import Inspection
from warraq.desk.importing.inspection_task import InspectionTask
from warraq.desk.importing.sources import SourceFile, source_of
from warraq.desk.importing.table import MetadataTable
from warraq.repair.changes import apply
from warraq.repair.readers import read_original

FILES = 150
Imported = tuple[Desk, str]
"""An archive after an import, and the output of the command."""
MadeFolder = tuple[Path, Made]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> MadeFolder:
    place = tmp_path_factory.mktemp("found") / "صفحات محفوظة"
    return place, make(place, FILES)


@pytest.fixture(scope="module")
def imported(folder: MadeFolder, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    desk = Desk(tmp_path_factory.mktemp("whole"))
    before = hashes(folder[0])
    said = desk.run("importing", str(folder[0]))
    assert hashes(folder[0]) == before
    return desk, said


def test_originals_are_copied_byte_for_byte_and_every_article_has_one(imported: Imported, folder: MadeFolder) -> None:
    desk, _ = imported
    for row in rows(desk):
        if row["article"]:
            article = front(desk.root / row["article"])
            original = desk.content / "originals" / article["original"]
            assert original.read_bytes() == (folder[0] / row["file"]).read_bytes()


def test_the_counts_are_those_of_the_files(imported: Imported, folder: MadeFolder) -> None:
    desk, said = imported
    made = folder[1]
    articles = list((desk.content / "articles").glob("*.md"))
    outcomes = [row["outcome"] for row in rows(desk)]
    assert len(outcomes) == made.files == FILES
    assert outcomes.count("imported") == len(articles) == len(list((desk.content / "originals").iterdir()))
    assert outcomes.count("set aside") == made.broken
    assert outcomes.count("duplicate") + len(articles) == made.files - made.broken
    assert f"Imported: {len(articles)} of {FILES} files." in said
    assert f"Set aside because they can't be read: {made.broken}." in said
    undated = sum("date" not in front(file) for file in articles)
    assert f"Imported without a date: {undated}." in said
    records = [Record.from_bytes(f.read_bytes()) for f in (desk.content / "records").glob("*.json")]
    doubtful = sum(bool(record.doubts) for record in records)
    assert (f"open doubts: {doubtful} " in said) == bool(doubtful)
    page = (desk.root / "import-report.html").read_text("utf-8")
    assert f"Imported: {len(articles)} of {FILES} files." in page


def test_of_files_that_are_equal_byte_for_byte_one_comes_in(imported: Imported) -> None:
    desk, _ = imported
    prints = [sha256(f.read_bytes()).hexdigest() for f in (desk.content / "originals").iterdir()]
    assert len(prints) == len(set(prints))
    assert {row["reason"] for row in rows(desk) if row["outcome"] == "duplicate"} >= {"the same file", "the same text"}


def test_every_record_replays_and_knows_its_article(imported: Imported) -> None:
    desk, _ = imported
    for file in (desk.content / "records").glob("*.json"):
        record = Record.from_bytes(file.read_bytes())
        original = read_original(record.original.name, (desk.content / "originals" / record.original.name).read_bytes())
        assert sha256(apply(original.text, record.changes).encode()).hexdigest() == record.text_sha256
        article = (desk.content / "articles" / f"{file.stem}.md").read_bytes()
        assert sha256(article).hexdigest() == record.article_sha256
        assert sha256(article.partition(b"\n---\n\n")[2]).hexdigest() == record.body_sha256


def test_addresses_are_distinct(imported: Imported) -> None:
    desk, _ = imported
    slugs = [str(front(f)["slug"]).casefold() for f in (desk.content / "articles").glob("*.md")]
    assert len(slugs) == len(set(slugs))


def test_pictures_of_the_text_go_along_without_their_position(imported: Imported) -> None:
    desk, _ = imported
    pictures = list((desk.content / "images").rglob("*.jpg"))
    assert pictures
    assert not any(b"Exif" in p.read_bytes() for p in pictures)
    with_pictures = [f for f in (desk.content / "articles").glob("*.md") if "{static}images/" in f.read_text("utf-8")]
    assert len(with_pictures) == len({p.parent for p in pictures})


def test_nothing_is_imported_twice(imported: Imported, folder: MadeFolder) -> None:
    desk, _ = imported
    before = hashes(desk.content)
    said = desk.run("importing", str(folder[0]))
    assert hashes(desk.content) == before
    assert f"Imported: 0 of {FILES} files." in said
    assert "Nothing new came in" in (desk.root / "import-report.html").read_text("utf-8")


def kill_when(desk: Desk, place: Path, enough: Callable[[], bool]) -> None:
    process = desk.start("importing", str(place))
    until = time.monotonic() + 120
    while process.poll() is None and not enough():
        assert time.monotonic() < until
        time.sleep(0.005)
    assert process.poll() is None, "the import ended before it could be killed"
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Windows has no process groups")
def test_killed_three_times_it_gives_the_same_bytes_as_unbroken(
    imported: Imported, folder: MadeFolder, desk: Desk
) -> None:
    whole, _ = imported

    def inspected() -> int:
        return sum(f.read_bytes().count(b"\n{") for f in (desk.root / ".warraq").glob("*/looked.jsonl"))

    kill_when(desk, folder[0], lambda: inspected() >= 20)
    begun = inspected()
    kill_when(desk, folder[0], lambda: inspected() >= begun + 30)
    kill_when(desk, folder[0], lambda: len(list((desk.content / "articles").glob("*.md"))) >= 10)
    said = desk.run("importing", str(folder[0]))
    assert hashes(desk.content) == hashes(whole.content)
    report = (desk.root / "import-report.csv").read_bytes()
    assert f"of {FILES} files." in said and report.count(b"imported") == len(
        list((whole.content / "articles").iterdir())
    )
    assert [left.name for left in (desk.root / ".warraq").iterdir()] == ["archive.lock"]


def test_a_page_that_has_only_a_title_is_set_aside(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "pages"
    place.mkdir()
    (place / "a.html").write_text("<html><head><title>404 Not SourceFile</title></head><body></body></html>")
    (place / "b.html").write_text(
        "<html><head><meta charset=utf-8></head><body><p>وصل الوفد صباحا</p></body></html>", "utf-8"
    )
    desk.run("importing", str(place))
    assert [(r["outcome"], r["reason"]) for r in rows(desk)] == [
        ("set aside", "The page has no text beyond its title."),
        ("imported", ""),
    ]


def test_a_zip_gives_what_its_folder_gives(desk: Desk, tmp_path: Path) -> None:
    folder, file = tmp_path / "few", tmp_path / "few.zip"
    make(folder, 24)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                made.write(path, path.relative_to(folder).as_posix())
    desk.run("importing", str(file))
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other")
    other.run("importing", str(folder), "--processes", "1")
    assert hashes(desk.content) == hashes(other.content)
    assert len(list((desk.content / "articles").iterdir())) > 15


def test_a_file_that_makes_its_process_crash_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "some"
    place.mkdir()
    for number in range(12):
        (place / f"{number}.txt").write_text("x")
    monkeypatch.setattr(pool, "inspect_file", _inspect_or_die)
    tasks = [
        InspectionTask(source_of(place), place, DraftStore(place), SourceFile(f"{n}.txt", ""), MetadataTable())
        for n in range(12)
    ]
    inspections = {inspection.name: inspection for inspection in pool.inspect_all(tasks, 2)}
    assert len(inspections) == 12
    assert [name for name, inspection in inspections.items() if inspection.rejection] == ["7.txt"]


def _inspect_or_die(task: InspectionTask) -> Inspection:
    if task.file.name == "7.txt":
        os._exit(9)
    return Inspection(task.file.name, "")
