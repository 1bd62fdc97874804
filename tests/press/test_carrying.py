"""What a runner carries from one run to the next is used as long as it is whole, and holds nothing that is not published."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from project import Project
from warraq.press.shelf_database import OF_ARTICLES

CARRIED = ("--extra-settings", 'CARRIED="carried"')


def build(project: Project) -> None:
    done = project.build(*CARRIED)
    assert done.returncode == 0, done.stdout


@pytest.fixture
def carried(project: Project) -> Path:
    """Build once, and let the next build run on another machine."""
    project.article("kept", title="خبر يبقى")
    build(project)
    shutil.rmtree(project.root / ".warraq")
    return project.root / "carried"


def times(project: Project) -> set[int]:
    """Tell when the files of the article were written."""
    return {file.stat().st_mtime_ns for file in project.root.glob("output/articles/*/*.*")}


def test_the_next_run_keeps_what_did_not_change(project: Project, carried: Path) -> None:
    before = times(project)
    build(project)
    assert carried.is_dir() and times(project) == before


def cut(folder: Path) -> None:
    file = folder / "shelf.sqlite"
    file.write_bytes(file.read_bytes()[:-1])


def another_list(folder: Path) -> None:
    (folder / "files.json").write_text("{}", encoding="utf-8")


def without_a_file(folder: Path) -> None:
    (folder / "search.sqlite").unlink()


def without_digest(folder: Path) -> None:
    (folder / "digest").unlink()


def a_file_in_its_place(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


@pytest.mark.parametrize("spoil", [cut, another_list, without_a_file, without_digest, a_file_in_its_place])
def test_what_was_changed_on_the_way_is_not_used(
    project: Project, carried: Path, spoil: Callable[[Path], None]
) -> None:
    before = project.hashes("output"), times(project)
    spoil(carried)
    build(project)
    assert project.hashes("output") == before[0]
    assert not times(project) & before[1]


def test_what_this_machine_knows_itself_is_not_overwritten(project: Project, carried: Path) -> None:
    build(project)
    shelf = project.root / ".warraq" / "output.sqlite"
    project.article("kept", title="خبر تغيّر")
    before = shelf.stat().st_ino
    cut(carried)
    build(project)
    assert shelf.stat().st_ino == before
    assert "خبر تغيّر" in (next(project.root.glob("output/articles/*/index.html"))).read_text(encoding="utf-8")


def test_rows_of_what_is_not_published_whole_are_left_out(project: Project) -> None:
    project.article("kept", title="خبر يبقى")
    project.write(
        "articles/part.md", "---\ntitle: جزء\ndate: 2024-03-15\nsource: {name: ص, rights: excerpt 1}\n---\nأول سرّ.\n"
    )
    project.write("articles/private.md", "---\ntitle: خاص\ndate: 2024-03-15\noriginals: private\n---\nنص.\n")
    project.write("articles/draft.md", "---\ntitle: مسودة\ndate: 2024-03-15\nstatus: draft\n---\nسرّ.\n")
    label = "pref_label: {{ar: {}}}\n  scheme: person\n"
    project.write(
        "vocabulary/people.yaml", f"Salim:\n  {label.format('سالم الظاهر')}Zelda:\n  {label.format('زلده المخبوء')}"
    )
    project.article("named", title="قال سالم الظاهر شيئا")
    project.write(
        "articles/hidden.md", "---\ntitle: مسودة ثانية\ndate: 2024-03-15\nstatus: draft\n---\nقال زلده المخبوء.\n"
    )
    build(project)
    with closing(sqlite3.connect(project.root / "carried/shelf.sqlite")) as db:
        for table in OF_ARTICLES:
            kept = [("content/articles/kept.md",), ("content/articles/named.md",)]
            assert list(db.execute(f"SELECT path FROM {table}")) == kept
        [(names,)] = db.execute("SELECT kept FROM marks WHERE path = 'names'")
    assert [name in names for name in (b"Salim", b"Zelda")] == [True, False]
    for file in (project.root / "carried").iterdir():
        assert "سرّ".encode() not in file.read_bytes(), file
