"""
Hostile files among good ones: all good ones come in, each other is accepted or named, and the site is built.

`WARRAQ_HOSTILE=2000` tries 300 hostile files among 2,000 good ones instead of 30 among 40.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from hostile_folder import make_folder
from project import Project
from warraq.archive.shown_path import shown_path
from warraq.desk.importing.import_decisions import ImportStatus
from warraq.desk.importing.run import run
from warraq.desk.importing.sources import is_hidden_text, is_system_file
from warraq.desk.importing.table import MetadataTable
from warraq.press.checking import check_archive
from warraq.press.intake import main, repair_new

MANY = int(os.environ.get("WARRAQ_HOSTILE", "0"))
GOOD, HOSTILE = (MANY, 300) if MANY else (40, 30)
DAY = date(2027, 1, 15)
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows holds none of these names")


def assert_accepted(project: Project, *, build: bool) -> None:
    """Check the archive, and build it."""
    assert [problem.text() for problem in check_archive(project.content, DAY, repairing=False).errors] == []
    if build:
        built = project.build()
        assert built.returncode == 0, built.stdout


def test_an_import_of_hostile_files_among_good_ones(project: Project, tmp_path: Path) -> None:
    good, hostile = make_folder(tmp_path / "found", GOOD, HOSTILE)
    outcomes = run(project.root, tmp_path / "found", None, MetadataTable(), None if MANY else 1)[0]
    came_in = {o.decision.name for o in outcomes if o.decision.status is ImportStatus.IMPORTED}
    # Of two that are byte for byte the same, one is named as the other's copy.
    named = {o.decision.name: o.rejection or o.decision.same_as for o in outcomes if o.decision.name not in came_in}
    hidden = {name for name in hostile if is_system_file(name) and not is_hidden_text(name)}
    assert good <= came_in and all(named.values()) and not hidden
    assert came_in | set(named) == good | hostile and not came_in & set(named)
    csv = (project.root / "import-report.csv").read_text("utf-8-sig")
    assert all(shown_path(name).replace('"', '""') in csv for name in named)
    print(
        f"of {GOOD} good {len(good & came_in)} in; of {HOSTILE} hostile {len(hostile & came_in)} in, {len(named)} named"
    )
    assert_accepted(project, build=True)


def test_an_intake_of_hostile_files_among_good_ones(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")
    originals = project.content / "originals"
    good, hostile = make_folder(originals, GOOD, HOSTILE)
    assert main(["--content", str(project.content)]) == 0
    report = capsys.readouterr().out.partition("## Could not be repaired")[2]
    came_in = {article.original for article in check_archive(project.content, DAY, repairing=False).archive.articles}
    assert good <= came_in
    named = {problem.path.removeprefix("content/originals/") for problem in repair_new(project.content).problems}
    hidden = {name for name in hostile if name.startswith((".", "~")) or name.endswith("~")}
    hidden = {name for name in hidden if not is_hidden_text(name)}
    for name in hostile - came_in - hidden:
        assert shown_path(normalize("NFC", name)) in named, ascii(name)
        if (originals / name).is_symlink():  # as the report advises
            (originals / name).unlink()
    assert report.count("\n- ") >= len(named - {""})
    print(
        f"of {GOOD} good {len(good & came_in)} in; of {HOSTILE} hostile {len(hostile & came_in)} in, {len(named)} named"
    )
    assert_accepted(project, build=bool(MANY))
