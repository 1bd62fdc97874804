"""An interrupted import goes on where it stopped, unless files, rules, table or vocabulary have changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from warraq.desk.importing.import_decisions import ImportDecision, ImportStatus
from warraq.desk.importing.inspection import Inspection
from warraq.desk.importing.journal import Journal
from warraq.desk.importing.sources import SourceFile

FILES = [SourceFile("a", "1"), SourceFile("b", "1")]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Make a journal in which both files were inspected and the last line was cut off."""
    made = Journal.of(tmp_path, tmp_path / "source")
    assert made.begin("rules 1", FILES) == {}
    with made.open() as lines:
        lines.write(Inspection("a", "1", title="أ").to_line() + "\n" + Inspection("b", "1").to_line()[:-20])
    return made


def test_a_line_that_was_cut_off_is_passed_over_and_the_next_one_is_whole(journal: Journal) -> None:
    assert list(journal.begin("rules 1", FILES)) == ["a"]
    with journal.open() as lines:
        lines.write(Inspection("b", "1", title="ب").to_line() + "\n")
    assert {name: found.title for name, found in journal.begin("rules 1", FILES).items()} == {"a": "أ", "b": "ب"}


def test_a_file_that_changed_or_went_is_not_known(journal: Journal) -> None:
    assert journal.begin("rules 1", [SourceFile("a", "2")]) == {}
    assert journal.begin("rules 1", [SourceFile("b", "1")]) == {}


def test_other_rules_or_another_table_make_all_inspections_anew(journal: Journal) -> None:
    journal.store.put_picture("p", b"x")
    assert journal.begin("rules 2", FILES) == {}
    assert journal.begin("rules 1", FILES) == {}
    assert list(journal.store.folder.iterdir()) == []


def test_once_decided_nothing_is_inspected_again_even_if_files_and_rules_have_changed(journal: Journal) -> None:
    decisions = (ImportDecision("a", ImportStatus.IMPORTED, "a.txt", "أ"),)
    journal.decide(decisions)
    assert list(journal.begin("rules 2", [SourceFile("a", "2")])) == ["a"]
    assert journal.decided() == decisions
    journal.end()
    assert journal.decided() is None and not journal.folder.exists()


def test_each_source_has_a_journal_of_its_own(tmp_path: Path) -> None:
    folders = {Journal.of(tmp_path, tmp_path / name).folder for name in ("x", "y", "./x")}
    assert len(folders) == 2 and all(f.parent == tmp_path / ".warraq" for f in folders)
