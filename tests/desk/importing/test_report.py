"""Terminal, page and table count the same files, and show the first of long lists."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from desk.conftest import Desk
from warraq.archive.problem import Level, Problem
from warraq.desk.correcting.condition_language import parse_condition
from warraq.desk.correcting.conditions import comparisons_in
from warraq.desk.house.page import file_name
from warraq.desk.importing.import_decisions import ImportDecision, ImportStatus
from warraq.desk.importing.inspection import Inspection, StoredMessage
from warraq.desk.importing.known_sources import known_sources
from warraq.desk.importing.named_files import names_set_aside, titles_not_taken, unmatched_rows
from warraq.desk.importing.outcome import Outcome, outcomes
from warraq.desk.importing.report import in_html, report_csv, report_page, write_report
from warraq.desk.importing.report_links import ReportLinks
from warraq.desk.importing.report_section import MOST_OPEN
from warraq.desk.importing.run import run
from warraq.desk.importing.same_texts import Match
from warraq.desk.importing.summary import (
    MOST_ROWS,
    Counts,
    count,
    next_steps,
    summary,
    summary_parts,
)
from warraq.desk.importing.table import MetadataTable
from warraq.desk.own_files import NotOwnError
from warraq.desk.progress import with_progress
from warraq.language import message

WHY = StoredMessage.of(message("It is locked with a password."))
PICTURES = (("p_files/1.jpg", "jpg", ""), ("p_files/2.png", "png", ""))
MISSING = ((2, "https://paper.test/<1>.jpg", "السد"),)
OUTCOMES = (
    Outcome(
        ImportDecision("a.html", ImportStatus.IMPORTED, "a.html", "أ", similar_to="b.txt", similarity=0.756),
        Inspection(
            "a.html", "", title="=أ", dated=True, doubts=2, pictures=PICTURES, pictures_left=3, pictures_missing=MISSING
        ),
    ),
    Outcome(
        ImportDecision("b.txt", ImportStatus.IMPORTED, "b.txt", "ب"),
        Inspection(
            "b.txt", "", title="ب", other_values=(("title", "<ت> | ث"),), doubts=1, pictures_rejected=(("x.jpg", WHY),)
        ),
    ),
    Outcome(ImportDecision("c.txt", ImportStatus.IMPORTED, "c.txt", "ج"), Inspection("c.txt", "", dated=True)),
    Outcome(
        ImportDecision("d.txt", ImportStatus.DUPLICATE, same_as="a.html", match=Match.URL, similar_to="b.txt"),
        Inspection("d.txt", "", doubts=9, pictures=PICTURES, pictures_left=9),
    ),
    Outcome(
        ImportDecision("e.txt", ImportStatus.HELD, same_as="content/articles/e.md", match=Match.TEXT),
        Inspection("e.txt", "", doubts=9),
    ),
    Outcome(ImportDecision("f.zip", ImportStatus.SET_ASIDE), Inspection("f.zip", "", WHY)),
)


def row(line: int) -> Problem:
    return Problem("t.csv", line, 0, "", message("What."), message("Do."), Level.WARNING)


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


def test_a_value_is_one_element_whatever_it_has_in_it() -> None:
    inner = message("in {c}", c="<z>")
    said = in_html(message("{a} and {b} {n}", a="x\u2068\u2069\u2069", b=inner, n=3), "en")
    assert said == "<bdi>x\u2068\u2069\u2069</bdi> and in <bdi>&lt;z&gt;</bdi> 3"
    assert in_html(message("{a}", a="\0)\0("), "en") == "<bdi>)(</bdi>"


def test_the_page_shows_duplicates_below_the_file_that_came_in() -> None:
    page = report_page("<x>", OUTCOMES, [], "en")
    assert "<h1>Import of &lt;x&gt;</h1>" in page
    assert not {"\u2068", "\u2069"} & set(page), "who copies a command copies these"
    assert '<td><bdi dir="ltr">a.html</bdi></td><td><bdi dir="ltr">d.txt</bdi> (the same address)</td>' in page
    assert (
        "Title, date or author is doubtful: 1" in page and "The original also says: <bdi>&lt;ت&gt; | ث</bdi>." in page
    )
    assert "(76%)" in page and "With open doubts: 2" in page and "Without a date: 1" in page


@pytest.mark.parametrize(("files", "state"), [(MOST_OPEN, " open"), (MOST_OPEN + 1, "")])
def test_a_section_is_open_up_to_a_hundred_rows(files: int, state: str) -> None:
    aside = [Outcome(ImportDecision(f"{n}", ImportStatus.SET_ASIDE), Inspection(f"{n}", "", WHY)) for n in range(files)]
    assert f'<details{state} id="set-aside"><summary>Set aside: {files}</summary>' in report_page("x", aside, [], "en")


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


def of_titles(*titles: str, status: ImportStatus = ImportStatus.IMPORTED) -> tuple[Outcome, ...]:
    """Give a text that came in, and its copies with these titles."""
    first, *copies = [Inspection(f"{n}.txt", "", title=title) for n, title in enumerate(titles)]
    decisions = [ImportDecision(first.name, status, "0.txt" * (status is ImportStatus.IMPORTED), "a")]
    decisions += [ImportDecision(c.name, ImportStatus.DUPLICATE, same_as="0.txt", match=Match.TEXT) for c in copies]
    return outcomes(decisions, {each.name: each for each in (first, *copies)})


def test_a_title_that_was_not_taken_is_named_beside_the_one_that_was() -> None:
    given = of_titles("جسر المدينة", "طريق <1>\n", "«جسر» المدينة:", "", "؟!")
    assert [o.decision.name for o in given if o.kept] == ["1.txt", "4.txt"]
    assert [line.text("en") for line in titles_not_taken(given)] == [
        "1.txt is a duplicate of 0.txt, but its title is another: “طريق <1>\\x0a”. “جسر المدينة” was taken.",
        "4.txt is a duplicate of 0.txt, but its title is another: “؟!”. “جسر المدينة” was taken.",
    ]
    page = report_page("x", given, [], "en")
    assert shown_counts(page)["titles-of-duplicates"] == count(given).other_titles == 2
    assert '<bdi>جسر المدينة</bdi></a></td><td><bdi dir="ltr">1.txt</bdi> · <bdi>طريق &lt;1&gt;\\x0a</bdi></td>' in page


def test_no_title_is_named_beside_a_text_that_did_not_come_in() -> None:
    assert not count(of_titles("جسر", "طريق", status=ImportStatus.SET_ASIDE)).other_titles


def test_a_terminal_names_the_first_twenty_titles() -> None:
    lines = [
        line.text("en") for line in titles_not_taken(of_titles("جسر", *(f"طريق {n}" for n in range(MOST_ROWS + 1))))
    ]
    assert len(lines) == MOST_ROWS + 1 and lines[-1] == "… and 1 more."


def shown_counts(page: str) -> dict[str, int]:
    return {name: int(number) for name, number in re.findall(r'id="([a-z-]+)"><summary>[^<]*: (\d+)<', page)}


def many_copies() -> list[Outcome]:
    """77 copies of 63 texts, and three texts that the archive has."""
    imported = [
        Outcome(ImportDecision(f"{n}.txt", ImportStatus.IMPORTED, f"{n}.txt"), Inspection(f"{n}.txt", ""))
        for n in range(63)
    ]
    copies = [
        Outcome(
            ImportDecision(f"c{n}.txt", ImportStatus.DUPLICATE, same_as=f"{n % 63}.txt", match=Match.TEXT),
            Inspection("", ""),
        )
        for n in range(77)
    ]
    held = [
        Outcome(
            ImportDecision(f"h{n}.txt", ImportStatus.HELD, same_as="content/articles/h.md", match=Match.BYTES),
            Inspection("", ""),
        )
        for n in range(3)
    ]
    return [*imported, *copies, *held]


def test_a_section_counts_what_the_summary_counts_and_each_number_leads_to_it() -> None:
    for given in (OUTCOMES, many_copies()):
        page = report_page("x", given, [], "en")
        sections = shown_counts(page)
        told = {
            part: int(re.findall(r"\d+", str(line))[0])
            for part, line in summary_parts(count(given))
            if part and part != "sources"
        }
        assert {part: sections[part] for part in told} == told
        assert all(f'<a href="#{part}">' in page for part in told)
    assert (
        sections["duplicates"] == 77
        and sections["held"] == 3
        and "of <bdi>63</bdi> texts" not in page
        and "of 63 texts" in page
    )


@pytest.mark.parametrize(
    ("date", "other", "told"),
    [
        ("", "2023-12", "Which of the two is later is not known."),
        ("2023-12-05", "2023-12", "Which of the two is later is not known."),
        ("2023-11-08", "2023-12", "The other one is the later one."),
        ("2024-01", "2023-12", ""),
    ],
)
def test_of_two_texts_that_came_in_together_it_is_told_where_the_version_is_not_the_later_one(
    date: str, other: str, told: str
) -> None:
    given = [
        Outcome(ImportDecision("a", ImportStatus.IMPORTED, "a.html", "a"), Inspection("a", "", title="أ", date=other)),
        Outcome(
            ImportDecision("b", ImportStatus.VERSION, "b.html", "a-v2", same_as="a", version_of="a"),
            Inspection("b", "", title="ب", date=date),
        ),
    ]
    page = report_page("x", given, [], "en")
    said = [
        each for each in ("Which of the two is later is not known.", "The other one is the later one.") if each in page
    ]
    assert said == [told] * bool(told)


def test_what_needs_doing_stands_first() -> None:
    order = list(shown_counts(report_page("x", [*OUTCOMES, *many_copies()], [row(1)], "en")))
    assert order.index("set-aside") < order.index("rows") < order.index("similar") < order.index("undated")
    assert order.index("doubts") < order.index("duplicates") < order.index("held") < order.index("imported")


def test_files_are_links_to_where_they_lie(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "my pages").mkdir()
    links = ReportLinks.of(tmp_path / "project", tmp_path / "my pages", below=1)
    assert links == ReportLinks("../", "../../my%20pages/")
    page = report_page("x", OUTCOMES, [], "en", links=links)
    assert '<a href="../../my%20pages/f.zip"><bdi dir="ltr">f.zip</bdi></a>' in page
    assert '<a href="../content/articles/a.md"><bdi>=أ</bdi></a>' in page
    assert '<a href="../content/articles/e.md"><bdi dir="ltr">content/articles/e.md</bdi></a>' in page
    archive = tmp_path / "pages.zip"
    archive.touch()
    assert ReportLinks.of(tmp_path / "project", archive) == ReportLinks("", None)
    odd = Outcome(ImportDecision("\udc80\ud800:#?.txt", ImportStatus.SET_ASIDE), Inspection("", "", WHY))
    assert 'href="../../my%20pages/' in report_page("x", [odd], [], "en", links=links)


def test_what_was_understood_of_a_site_stands_with_the_command_that_mends_it() -> None:
    def of(number: int, source: str, by: str) -> Outcome:
        return Outcome(
            ImportDecision(f"{number}", ImportStatus.IMPORTED), Inspection(f"{number}", "", source=source, source_by=by)
        )

    given = [
        *(of(n, "مجلة الواحة", "shared-title") for n in range(294)),
        of(300, "x", "metadata"),
        *(of(n, "", "") for n in range(301, 304)),
    ]
    assert [(s.name, s.number) for s in known_sources(given)] == [("مجلة الواحة", 294), ("", 3), ("x", 1)]
    page = report_page("x", given, [], "en")
    assert "Pages that share it in their &lt;title&gt;, taken as the source: 294." in page
    assert "python3 tasks.py set source NAME --where &quot;source = «مجلة الواحة»&quot; --preview" in page
    assert known_sources([of(1, "a «b» $c", "text")])[0].command().endswith("--where 'source = “a «b» $c”' --preview")
    (both,) = known_sources([of(1, "x.test", "inferred"), of(2, "x.test", "metadata"), of(3, "x.test", "inferred")])
    assert [str(way) for way in both.understood()] == [
        "Pages that state nothing but an address; its host was taken: 2.",
        "Pages that state it: 1.",
    ]
    assert known_sources([of(1, "", "")])[0].condition() == "source missing"


def test_every_report_is_kept_and_the_newest_names_the_earlier_ones(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for place in ("first/..", "pages of 2019?", "ثالث"):
        write_report(tmp_path, tmp_path / place, OUTCOMES, [], "en")
    kept = sorted(file.name for file in (tmp_path / "import-reports").iterdir())
    assert kept[::2] == ["001-import.csv", "002-pages-of-2019.csv", "003-ثالث.csv"]
    newest = (tmp_path / "import-report.html").read_text("utf-8")
    assert 'href="import-reports/002-pages-of-2019.html"' in newest and "003" not in newest
    assert newest.index("002-") < newest.index("001-")
    assert 'href="../import-reports/001-import.html"' in (tmp_path / "import-reports/003-ثالث.html").read_text("utf-8")
    assert (tmp_path / "import-report.csv").read_bytes() == (tmp_path / "import-reports/003-ثالث.csv").read_bytes()


@pytest.mark.parametrize("name", ["import-reports", "import-report.html"])
def test_where_no_report_can_be_written_nothing_is_imported(desk: Desk, tmp_path: Path, name: str) -> None:
    (tmp_path / "found").mkdir()
    (tmp_path / "found" / "a.txt").write_text("عنوان\n\nنص الخبر الأول.", "utf-8")
    place = desk.root / name
    if name == "import-reports":
        place.symlink_to(tmp_path, target_is_directory=True)
    else:
        place.mkdir()
    before = sorted(desk.root.rglob("*"))
    with pytest.raises(NotOwnError, match=name):
        run(desk.root, tmp_path / "found", None, MetadataTable(), 1)
    assert sorted(desk.root.rglob("*")) == before


def test_parts_of_a_path_keep_their_order_beside_arabic_letters() -> None:
    assert file_name("a/b 1.txt") == '<bdi dir="ltr">a/b 1.txt</bdi>'
    assert file_name("2026/خبر 18.html") == '<bdi dir="ltr">2026/<bdi>خبر 18</bdi>.html</bdi>'
    assert file_name("وثائق/1003.docx") == '<bdi dir="ltr"><bdi>وثائق</bdi>/1003.docx</bdi>'


def test_files_that_were_set_aside_for_one_reason_are_one_line() -> None:
    aside = [Outcome(ImportDecision(f"{n}", ImportStatus.SET_ASIDE), Inspection(f"{n}", "", WHY)) for n in range(36)]
    assert [str(line) for line in names_set_aside(aside)] == [
        "Set aside: 36 files, such as 0: It is locked with a password."
    ]
    assert [str(line) for line in names_set_aside(aside[:1])] == ["Set aside: 0: It is locked with a password."]
    page = report_page("x", aside, [], "en")
    assert page.count("locked with a password") == 1 and shown_counts(page)["set-aside"] == 36


@pytest.mark.parametrize("name", ["مجلة الواحة", "a and b", "(x)", "قال «نعم»", "it's “so”", ""])
def test_what_mends_a_source_is_understood_by_set(name: str) -> None:
    (known,) = known_sources([Outcome(ImportDecision("a", ImportStatus.IMPORTED), Inspection("a", "", source=name))])
    (asked,) = comparisons_in(parse_condition(known.condition()))
    assert (asked.field, asked.value) == ("source", name) and (asked.sign == "missing") == (not name)


def test_a_source_that_the_archive_calls_otherwise_is_told_with_the_archives_name() -> None:
    its = Inspection(
        "a",
        "",
        url="https://www.waha.example/1",
        source="مجلة الواحة",
        source_by="shared-title",
        shared_title="مجلة الواحة",
    )
    decision = ImportDecision("a", ImportStatus.IMPORTED)
    (known,) = known_sources(outcomes([decision], {"a": its}, {"waha.example": "مجلة الواحات"}))
    assert str([*known.understood()][-1]) == "The archive's articles of this address have “مجلة الواحات”."
    assert known.command() == 'python3 tasks.py set source "مجلة الواحات" --where "source = «مجلة الواحة»" --preview'
    (same,) = known_sources(outcomes([decision], {"a": its}, {"waha.example": "مجلة الواحة"}))
    assert same.in_archive == ""
