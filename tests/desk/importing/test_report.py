"""The page of a report has what is to be done first, counts what the terminal counts, and leads to the files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.importing.outcomes import OUTCOMES, WHY, many_copies, row, shown_counts
from warraq.desk.correcting.condition_language import parse_condition
from warraq.desk.correcting.conditions import comparisons_in
from warraq.desk.house.page import file_name
from warraq.desk.importing.import_decisions import ImportDecision, ImportStatus
from warraq.desk.importing.inspection import Inspection
from warraq.desk.importing.known_sources import known_sources
from warraq.desk.importing.outcome import Outcome, outcomes
from warraq.desk.importing.report import in_html, report_page, write_report
from warraq.desk.importing.report_links import ReportLinks
from warraq.desk.importing.report_section import MOST_OPEN
from warraq.desk.importing.run import run
from warraq.desk.importing.summary import (
    count,
    summary_parts,
)
from warraq.desk.importing.table import MetadataTable
from warraq.desk.own_files import NotOwnError
from warraq.language import message


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
