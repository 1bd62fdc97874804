"""What an import says on a terminal and in a table: its counts, its progress, and the first of long lists."""

from __future__ import annotations

import csv

import pytest

from desk.importing.outcomes import OUTCOMES, WHY, of_titles, row, shown_counts
from warraq.desk.importing.import_decisions import ImportDecision, ImportStatus
from warraq.desk.importing.inspection import Inspection
from warraq.desk.importing.named_files import names_set_aside, titles_not_taken, unmatched_rows
from warraq.desk.importing.outcome import Outcome
from warraq.desk.importing.report import report_csv, report_page
from warraq.desk.importing.summary import (
    MOST_ROWS,
    Counts,
    count,
    next_steps,
    summary,
)
from warraq.desk.progress import with_progress
from warraq.language import message


def test_only_imported_files_count_for_dates_doubts_and_pictures() -> None:
    assert count(OUTCOMES) == Counts(
        found=6,
        imported=3,
        duplicates=1,
        held=1,
        rejected=0,
        set_aside=1,
        undated=1,
        doubtful=2,
        doubts=3,
        similar=1,
        pictures=2,
        pictures_left=3,
        pictures_rejected=1,
        pictures_missing=1,
        other_values=1,
    )


def test_counts_of_nothing_are_left_out_but_for_the_first() -> None:
    assert [line.text("en") for line in summary(count(()))] == ["Imported: 0 of 0 files."]
    assert [line.text("en") for line in next_steps(count(()))] == ["Nothing new came in; nothing was changed."]
    lines = [line.text("en") for line in summary(count(OUTCOMES))]
    assert lines[0] == "Imported: 3 of 6 files." and "Imported with open doubts: 2 (doubts: 3)." in lines


def test_csv_has_a_row_for_each_file_and_each_unmatched_row() -> None:
    rows = list(csv.DictReader(report_csv(OUTCOMES, [row(7)], "en").splitlines()))
    assert [r["file"] for r in rows] == ["a.html", "b.txt", "c.txt", "d.txt", "e.txt", "f.zip", "t.csv:7"]
    assert [(r["dated"], r["doubts"]) for r in rows[:4]] == [("1", "2"), ("0", "1"), ("1", "0"), ("", "")]
    assert (rows[0]["title"], rows[0]["like"], rows[0]["likeness"]) == ("'=أ", "b.txt", "0.76")
    assert rows[1]["likeness"] == "" and rows[0]["article"] == "content/articles/a.md" and rows[3]["article"] == ""
    assert [(r["outcome"], r["reason"], r["same_as"]) for r in rows[3:]] == [
        ("duplicate", "the same address", "a.html"),
        ("in the archive already", "the same text", "content/articles/e.md"),
        ("set aside", "It is locked with a password.", ""),
        ("no file", "What. Do.", ""),
    ]


@pytest.mark.parametrize(("rows", "more"), [(0, []), (MOST_ROWS, []), (MOST_ROWS + 1, ["… and 1 more."])])
def test_a_terminal_names_the_first_twenty_unmatched_rows(rows: int, more: list[str]) -> None:
    lines = [line.text("en") for line in unmatched_rows([row(n) for n in range(1, rows + 1)])]
    named = [f"t.csv:{n}: What. Do." for n in range(1, min(rows, MOST_ROWS) + 1)]
    first = [f"Rows of the table that speak of no file: {rows}."] if rows else []
    assert lines == [*first, *named, *more]


@pytest.mark.parametrize(("done", "numbers"), [(0, range(10, 101, 10)), (55, range(60, 101, 10))])
def test_progress_is_a_line_for_each_tenth(done: int, numbers: range, capsys: pytest.CaptureFixture[str]) -> None:
    work = list(with_progress(range(done, 100), message("Looking at files"), 100, done, "en"))
    assert work == list(range(done, 100))
    assert capsys.readouterr().err.splitlines() == [f"Looking at files: {n} of 100" for n in numbers]


def test_work_of_no_pieces_has_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(with_progress([], message("Looking at files"), 0, 0, "en")) == []
    assert capsys.readouterr().err == ""


def test_a_title_that_was_not_taken_is_named_beside_the_one_that_was() -> None:
    given = of_titles("جسر المدينة", "طريق <1>\n", "«جسر» المدينة:", "", "؟!")
    assert [o.decision.name for o in given if o.kept] == ["1.txt", "4.txt"]
    assert [line.text("en") for line in titles_not_taken(given)] == [
        "1.txt is the text of content/articles/0.md, but its title is another: “طريق <1>\\x0a”. The article keeps “جسر المدينة”.",
        "4.txt is the text of content/articles/0.md, but its title is another: “؟!”. The article keeps “جسر المدينة”.",
    ]
    page = report_page("x", given, [], "en")
    assert shown_counts(page)["other-titles"] == count(given).other_titles == 2
    assert '<bdi>جسر المدينة</bdi></a></td><td><bdi dir="ltr">1.txt</bdi> · <bdi>طريق &lt;1&gt;\\x0a</bdi></td>' in page


def test_no_title_is_named_beside_a_text_that_did_not_come_in() -> None:
    assert not count(of_titles("جسر", "طريق", status=ImportStatus.SET_ASIDE)).other_titles


def test_a_terminal_names_the_first_twenty_titles() -> None:
    lines = [
        line.text("en") for line in titles_not_taken(of_titles("جسر", *(f"طريق {n}" for n in range(MOST_ROWS + 1))))
    ]
    assert len(lines) == MOST_ROWS + 1 and lines[-1] == "… and 1 more."


def test_files_that_were_set_aside_for_one_reason_are_one_line() -> None:
    aside = [Outcome(ImportDecision(f"{n}", ImportStatus.SET_ASIDE), Inspection(f"{n}", "", WHY)) for n in range(36)]
    assert [str(line) for line in names_set_aside(aside)] == [
        "Set aside: 36 files, such as 0: It is locked with a password."
    ]
    assert [str(line) for line in names_set_aside(aside[:1])] == ["Set aside: 0: It is locked with a password."]
    page = report_page("x", aside, [], "en")
    assert page.count("locked with a password") == 1 and shown_counts(page)["set-aside"] == 36
