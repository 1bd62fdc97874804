"""Whatever an import writes, our own `check` accepts; whatever it does not take in, it names with its reason."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import DATA, FILE_NAMES, NAMES, SAMPLES, VALUES, files_of, put_files
from project import Project
from warraq.desk.importing.import_decisions import ImportStatus
from warraq.desk.importing.named_files import names_set_aside
from warraq.desk.importing.outcome import Outcome
from warraq.desk.importing.run import run
from warraq.desk.importing.sources import is_hidden_text, is_system_file
from warraq.desk.importing.table import COLUMNS, MetadataTable, read_table
from warraq.press.checking import check_archive

DAY = date(2027, 1, 15)
FEWER = settings(max_examples=max(int(os.environ.get("WARRAQ_EXAMPLES", "100")) // 16, 5))
"""An example is a whole import and a whole check."""
FILES = st.lists(st.tuples(FILE_NAMES, DATA), max_size=5)
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows holds none of these names")


def imported(project: Project, folder: Path, table: MetadataTable | None = None) -> tuple[Outcome, ...]:
    """Import a folder."""
    with contextlib.redirect_stderr(io.StringIO()):  # its progress
        return tuple(run(project.root, folder, None, table or MetadataTable(), 1)[0])


def assert_accepted(project: Project, outcomes: Iterable[Outcome], names: Iterable[str]) -> None:
    """Every file came in and is accepted, or is named with its reason, and nothing else was written."""
    came_in = set()
    told = []
    for outcome in outcomes:
        told.append(outcome.decision.name)
        if outcome.decision.status is ImportStatus.IMPORTED:
            came_in.add(outcome.decision.original)
        else:
            assert outcome.rejection or outcome.decision.same_as
    hidden = {name for name in names if is_system_file(name) and not is_hidden_text(name)}
    assert sorted(told) == sorted(set(names) - hidden)
    checked = check_archive(project.content, DAY, repairing=False)
    assert [problem.text() for problem in checked.errors] == []
    assert {article.original for article in checked.archive.articles} == came_in
    assert set(checked.archive.originals) == set(checked.archive.records) == came_in


@FEWER
@given(FILES)
def test_what_an_import_writes_is_accepted_whatever_the_names_and_the_texts(files: list[tuple[str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        project = Project.empty(Path(place) / "project")
        names = put_files(Path(place) / "found", files)
        assert_accepted(project, imported(project, Path(place) / "found"), names)


ROWS = st.lists(
    st.fixed_dictionaries({column: VALUES for column in COLUMNS if column != "file"}), min_size=1, max_size=4
)


@FEWER
@given(ROWS, st.data())
def test_what_a_table_says_is_refused_with_its_line_or_accepted(
    rows: list[dict[str, str]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as place:
        project = Project.empty(Path(place) / "project")
        files = list(files_of(f"{number}.txt" for number in range(len(rows))))
        names = put_files(Path(place) / "found", files)
        columns = data.draw(st.lists(st.sampled_from([c for c in COLUMNS if c != "file"]), min_size=1, unique=True))
        written = io.StringIO()
        table_file = csv.writer(written)
        table_file.writerow(["file", *columns])
        table_file.writerows([name, *(row[c] for c in columns)] for (name, _), row in zip(files, rows, strict=True))
        path = Path(place) / "table.csv"
        path.write_bytes(written.getvalue().encode())
        table, problems = read_table(path)
        if problems:
            assert all(problem.line for problem in problems)
            return
        outcomes = imported(project, Path(place) / "found", table)
        assert all(outcome.decision.status is not ImportStatus.SET_ASIDE for outcome in outcomes)
        assert_accepted(project, outcomes, names)


def test_every_hostile_name_and_text_of_ours_is_accepted(project: Project, tmp_path: Path) -> None:
    texts = ((f"sample {number}.txt", text.encode()) for number, text in enumerate(SAMPLES))
    names = put_files(tmp_path / "found", [*files_of(NAMES), *texts])
    outcomes = imported(project, tmp_path / "found")
    assert_accepted(project, outcomes, names)
    assert len([o for o in outcomes if o.decision.status is ImportStatus.IMPORTED]) > 100
    for line in names_set_aside(outcomes):
        assert line.text().isprintable()
