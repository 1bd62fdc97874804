"""What editors decided about the source of a site holds for its pages that come in later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.importing.test_shared_titles import PAPER, THINGS, front, page
from warraq.archive.record import Record
from warraq.desk.front_matter import set_value
from warraq.desk.importing.corrected_sources import FEWEST, corrected_sources
from warraq.desk.renewing.renewal import Renewal, RenewalStatus, renewals
from warraq.press.checking import check_archive

NAMED = "جريدة الرصيف المصرية"
LATER = ["حديقة", "مدرسة", "مكتبة", "حمام", "نادي", "مطعم", "فندق", "مخبز"]
ELSEWHERE = ["مشفى", "مخفر", "مطار", "مرفأ", "مصيف", "مشتل", "مكتب", "مقهى"]
LAST = ["مسبح", "مرسم", "مصرف", "مخيم", "مرصد", "منتزه", "محجر", "مسلخ"]
STATED = f'<meta property="og:site_name" content="{PAPER}">'


def put(folder: Path, things: list[str], host: str = "rasif.test", more: str = "") -> Path:
    """Put a page of each thing into a folder, each with an address of its own."""
    folder.mkdir()
    for number, thing in enumerate(things):
        link = f'<link rel="canonical" href="http://{host}/{folder.name}/{number}.html">{more}'
        name = f"{folder.name}{number}.html"
        (folder / name).write_bytes(page(thing, PAPER if not more else f"افتتاح {thing}", link).encode("cp1256"))
    return folder


def brought(desk: Desk, folder: Path) -> str:
    desk.run("importing", str(folder), "--processes", "1")
    return (desk.root / "import-report.html").read_text("utf-8")


def corrected(desk: Desk, old: str, new: str) -> None:
    desk.run("correcting", "set", f"--where=source = «{old}»", "--", "source", new)


def sources(desk: Desk, name: str, number: int) -> set[str]:
    return {front(desk, f"{name}{n}")["source"]["name"] for n in range(number)}


@pytest.mark.parametrize("more", ["", STATED])
def test_later_pages_of_a_site_have_the_source_that_editors_gave(desk: Desk, tmp_path: Path, more: str) -> None:
    brought(desk, put(tmp_path / "first", THINGS, more=more))
    assert sources(desk, "first", 10) == {PAPER} and corrected_sources(desk.content) == {}
    corrected(desk, PAPER, NAMED)
    report = brought(desk, put(tmp_path / "later", LATER, more=more))
    assert sources(desk, "later", 8) == {NAMED}
    assert front(desk, "later0")["title"].startswith("افتتاح حديقة")
    assert "Pages of a site whose source editors corrected in the archive's articles: 8." in report.replace(
        "&#x27;", "'"
    )
    record = Record.from_bytes((desk.content / "records" / "later0.json").read_bytes())
    its = record.described["source"]
    assert (its.value, its.candidates, its.evidence[0].says) == (NAMED, (PAPER,), "corrected-site")
    # A renewal leaves it so, and what a tool of ours wrote our own check accepts.
    assert {(r.path, r.status) for r in renewals(desk.root, {"later0.html"}) if isinstance(r, Renewal)} == {
        ("content/articles/later0.md", RenewalStatus.SAME)
    }
    assert check_archive(desk.content, date(2027, 1, 1), repairing=False).errors == ()
    # Another site says the same of itself, and nobody decided anything about it.
    brought(desk, put(tmp_path / "other", ELSEWHERE, "other.test", more))
    assert sources(desk, "other", 8) == {PAPER}
    # One more page comes in alone.
    brought(desk, put(tmp_path / "alone", ["متنزه"], more=more))
    assert (front(desk, "alone0")["title"].split()[1], sources(desk, "alone", 1)) == ("متنزه", {NAMED})
    assert [r.status for r in renewals(desk.root, {"alone0.html"}) if isinstance(r, Renewal)] == [RenewalStatus.SAME]
    # What is corrected once more counts once more.
    corrected(desk, NAMED, "الرصيف")
    brought(desk, put(tmp_path / "last", LAST, more=more))
    assert sources(desk, "last", 8) == {"الرصيف"}


def test_exceptions_and_disagreements_decide_nothing(desk: Desk, tmp_path: Path) -> None:
    brought(desk, put(tmp_path / "first", THINGS))
    files = [desk.content / "articles" / f"first{n}.md" for n in range(10)]

    def give(number: int, name: str) -> None:
        text = files[number].read_text("utf-8")
        url = front(desk, f"first{number}")["source"]["url"]
        files[number].write_text(set_value(text, "source", {"name": name, "url": url}), "utf-8")

    for number in range(9):
        give(number, NAMED)
        assert corrected_sources(desk.content) == {}
    give(9, "وكالة الأنباء")
    assert corrected_sources(desk.content) == {}
    give(9, NAMED)
    assert corrected_sources(desk.content) == {("rasif.test", PAPER): NAMED}
    for file in files[FEWEST - 1 :]:
        file.unlink()
    assert corrected_sources(desk.content) == {}


def test_a_table_is_believed_first_and_a_broken_record_is_passed_over(desk: Desk, tmp_path: Path) -> None:
    brought(desk, put(tmp_path / "first", THINGS))
    corrected(desk, PAPER, NAMED)
    (desk.content / "records" / "first3.json").write_text('{"described": [', "utf-8")
    (desk.content / "records" / "first4.json").write_text('{"described": {"source": 7}}', "utf-8")
    later = put(tmp_path / "later", LATER)
    (tmp_path / "t.csv").write_text("file,source\nlater0.html,وكالة\n", "utf-8")
    desk.run("importing", str(later), "--processes", "1", "--table", str(tmp_path / "t.csv"))
    assert front(desk, "later0")["source"]["name"] == "وكالة"
    assert front(desk, "later1")["source"]["name"] == NAMED
