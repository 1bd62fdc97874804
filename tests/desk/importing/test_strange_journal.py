"""A journal that is damaged, or not this program's own, is begun anew; nothing that stands in it leads out of the archive."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from warraq.desk import own_files
from warraq.desk.importing import journal as journal_module
from warraq.desk.importing.import_decisions import ImportDecision, ImportStatus
from warraq.desk.importing.inspection import Inspection
from warraq.desk.importing.journal import Journal
from warraq.desk.importing.names import free_name, is_safe, safe_name
from warraq.desk.importing.sources import SourceFile

FILES = [SourceFile("a", "1")]
OUTSIDE = (
    "../../../evil.txt",
    "..",
    "/etc/evil.txt",
    "a/b.txt",
    "a\\b.txt",
    "C:evil.txt",
    ".git",
    "",
    "a\0.txt",
    "x" * 300,
    "a\n.txt",
)
DAMAGED = (
    b"",
    b"[",
    b"{}",
    b"null",
    b'[{"a":1}]',
    b"[1]",
    b"[[]]",
    b"\xff\xfe",
    b"\0" * 100,
    b"[" * 200_000,
    b'[{"name":"a","fate":"eaten","same":null}]',
    b'[{"name":1,"fate":"imported","original":2,"slug":3,"same":null}]',
    b'[{"name":"a","fate":"set-aside","same":null,"rejection":{"msgid":"{x}","values":{"y":1}}}]',
    b'[{"name":"a","fate":"set-aside","same":null,"rejection":{"msgid":"{x}","values":{"x":{"y":1}}}}]',
)
LINES = (
    *(line.decode("latin-1") for line in DAMAGED),
    json.dumps({"name": "a", "stamp": "1"}),
    Inspection("a", "1", pictures=(("p", "../../x", ""),)).to_line(),
    Inspection("a", "1").to_line().replace('"words":[]', '"words":["x"]'),
    Inspection("a", "1").to_line().replace('"slug":""', '"slug":1e999'),
)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Make the journal of an import in which everything was decided."""
    made = Journal.of(tmp_path / "project", tmp_path / "source")
    made.begin("rules", FILES)
    with made.open() as lines:
        lines.write(Inspection("a", "1").to_line() + "\n")
    made.decide((ImportDecision("a", ImportStatus.IMPORTED, "a.txt", "slug"),))
    return made


@pytest.mark.parametrize("name", OUTSIDE)
def test_no_name_in_a_journal_leads_out_of_the_archive(journal: Journal, name: str) -> None:
    for decision in (
        ImportDecision("a", ImportStatus.IMPORTED, name, "slug"),
        ImportDecision("a", ImportStatus.IMPORTED, "a.txt", f"{name}/\n"),
        ImportDecision(f"../{name}", ImportStatus.IMPORTED, "a.txt", "slug"),
    ):
        journal.decide((decision,))
        assert journal.decided() is None


@pytest.mark.parametrize(
    "name",
    [
        "خبر.html",
        "a" * 300,
        "con.txt",
        "x.TXT",
        "~$a.doc",
        "..",
        "a\ud800.txt",
        "ا\u064b" * 90,
        "\U0001f600" * 90,
        "a.b c d",
    ],
)
def test_each_name_that_an_import_makes_is_one_that_its_journal_may_hold(name: str) -> None:
    made = safe_name(name)
    assert is_safe(made)
    taken = {made.rpartition(".")[0].casefold()}
    assert is_safe(free_name(made, taken))


@pytest.mark.parametrize("data", DAMAGED)
def test_damaged_decisions_are_made_anew(journal: Journal, data: bytes) -> None:
    (journal.folder / "decided.json").write_bytes(data)
    assert journal.decided() is None
    assert list(journal.begin("rules", FILES)) == ["a"]  # what was looked at stays
    assert journal.begin("others", FILES) == {}


@pytest.mark.parametrize("line", LINES)
def test_a_damaged_inspection_is_made_anew(journal: Journal, line: str) -> None:
    (journal.folder / "decided.json").unlink()
    (journal.folder / "looked.jsonl").write_text(line, "utf-8")
    assert journal.begin("rules", FILES) == {}


def test_decisions_without_their_inspections_are_made_anew(journal: Journal) -> None:
    (journal.folder / "looked.jsonl").write_text("\n")
    assert journal.begin("rules", FILES) == {} and journal.decided() is None


def test_circumstances_that_are_no_text_are_others(journal: Journal) -> None:
    (journal.folder / "decided.json").unlink()
    (journal.folder / "circumstances").write_bytes(b"\xff\0")
    assert journal.begin("rules", FILES) == {}


def a_link(place: Path) -> None:
    outside = place.parents[2] / "outside"
    outside.mkdir(exist_ok=True)
    (outside / "precious.txt").write_text("precious")
    place.symlink_to(outside)


def a_dead_link(place: Path) -> None:
    place.symlink_to("nowhere")


def a_file(place: Path) -> None:
    place.write_text("[]")


@pytest.mark.parametrize("make", [a_link, a_dead_link, a_file, os.mkfifo])
@pytest.mark.parametrize("name", ["", "kept", "kept/x.json"])
def test_what_is_no_folder_and_no_file_of_ours_is_replaced(
    journal: Journal, name: str, make: Callable[[Path], None]
) -> None:
    place = journal.folder / name
    if name in ("", "kept"):
        place.rename(journal.folder.parent / "away")
    make(place)
    known = journal.begin("rules", FILES)
    assert (known == {} and journal.decided() is None) or (name, make) == ("kept/x.json", a_file)
    assert journal.store.folder.is_dir() and not journal.store.folder.is_symlink()
    outside = journal.folder.parents[2] / "outside"
    assert not outside.exists() or [f.read_text() for f in outside.iterdir()] == ["precious"]


def test_a_folder_that_leads_elsewhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / ".warraq").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(own_files.NotOwnError):
        Journal.of(tmp_path / "project", tmp_path / "source").begin("rules", FILES)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_journal_of_another_user_is_not_used(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_module, "is_another_users", lambda place: place.name == "looked.jsonl")
    assert journal.begin("rules", FILES) == {} and journal.decided() is None


def test_a_journal_that_git_keeps_is_not_used(journal: Journal) -> None:
    project = journal.folder.parents[1]
    for words in (["init", "-q"], ["add", "-f", "."]):
        subprocess.run(["git", *words], cwd=project, check=True, capture_output=True)
    own_files.git_knows.cache_clear()
    assert journal.begin("rules", FILES) == {} and journal.decided() is None
