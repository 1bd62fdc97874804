"""What nobody touched in a table changes nothing, however the program wrote it; what somebody changed is all that changes."""

from __future__ import annotations

import pytest

from desk.conftest import Desk
from desk.correcting.two_articles import ONE, TWO, exported, exported_again, one, put, updated
from project import hashes
from warraq.desk.correcting.spreadsheet import readings


def test_a_table_that_nobody_edited_changes_nothing(archive: Desk) -> None:
    before = hashes(archive.content)
    assert updated(archive, exported(archive)) == "Articles changed: 0.\n"
    assert hashes(archive.content) == before


def test_a_name_with_a_comma_goes_through_a_table_as_one(archive: Desk) -> None:
    names = 'authors: ["van der Berg, Jan", "ليلى؛ هدى", \'"س، ص"\']'
    archive.article("one", "").write_bytes(ONE.replace("authors: [هدى, ليلى]", names).encode())
    rows, before = exported(archive), hashes(archive.content)
    cell = '"van der Berg, Jan"; "ليلى؛ هدى"; """س، ص"""'
    assert rows[1][rows[0].index("author")] == cell
    assert updated(archive, rows) == "Articles changed: 0.\n" and hashes(archive.content) == before
    updated(archive, put(rows, 1, author=f'{cell}; "Doe; Jane"'))
    assert names.removesuffix("]") + ', "Doe; Jane"]' in one(archive)


def test_only_the_changed_values_change_in_the_file(archive: Desk) -> None:
    rows = put(
        exported(archive),
        1,
        title="عنوان: آخر",
        date="2023-11",
        source="أ ف ب",
        tags="زراعة؛ بحر",
        author="هدى",
        lang="fa",
    )
    updated(archive, put(rows, 1, rights="excerpt 40"))
    meant = ONE.replace('"خبر أول"', '"عنوان: آخر"').replace("2023-11-08", "2023-11").replace("رويترز ", "أ ف ب ")
    meant = meant.replace("- ماء ", "- بحر ").replace("[هدى, ليلى]", "[هدى]")
    meant = meant.replace("b=1'\n", "b=1'\n  rights: excerpt 40\n").replace("شرح\n---", "شرح\nlang: fa\n---")
    assert one(archive) == meant


def test_values_are_taken_out(archive: Desk) -> None:
    rows = put(exported(archive), 1, date="", url="", author="", tags="")
    updated(archive, rows)
    text = one(archive)
    assert "date: unknown\n" in text and "example.org" not in text and "authors: []" in text and "tags" not in text
    assert "name: رويترز     # الوكالة\n" in text and text.endswith(ONE[ONE.index("annotations") :])


REWRITTEN: list[dict[str, str]] = [
    {"date": "08/11/2023"},
    {"date": "11/8/2023"},
    {"date": "2023/11/8"},
    {"date": "8-Nov-23"},
    {"date": "٠٨/١١/٢٠٢٣"},
    {"date": "\N{RIGHT-TO-LEFT MARK}08/11/2023 00:00:00"},
    {"title": "خبر أول "},
]


@pytest.mark.parametrize("cells", REWRITTEN, ids=str)
def test_what_a_spreadsheet_wrote_otherwise_is_no_change(archive: Desk, cells: dict[str, str]) -> None:
    before = hashes(archive.content)
    assert "Articles changed: 0." in updated(archive, put(exported(archive), 1, **cells))
    assert hashes(archive.content) == before


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("007", "7"),
        ("12345678901234567890", "1.23457E+19"),
        ("1E5", "1.00E+05"),
        ("(5)", "-5"),
        ("3-4", "4-Mar"),
        ("1/2/2020", "01/02/2020"),
        ("10:30", "10:30:00 AM"),
        ("true", "TRUE"),
        ("٢٠٢٣", "2023"),
    ],
)
def test_words_that_a_spreadsheet_took_for_numbers_are_no_change(archive: Desk, written: str, cell: str) -> None:
    archive.article("two", TWO.replace("'007'", f"'{written}'"))
    assert "Articles changed: 0." in updated(archive, put(exported(archive), 2, tags=cell))
    assert "Articles changed: 1." in updated(archive, put(exported_again(archive), 2, tags="8"))


def test_days_are_read_in_the_order_in_which_the_table_writes_the_others(archive: Desk) -> None:
    archive.article("three", "---\ntitle: ثالث\ndate: 2024-05-06\n---\nنص.\n")
    rows = put(exported(archive), 1, date="08/11/2023")
    updated(archive, put(rows, 2, date="03/04/2022"))
    assert "date: 2022-04-03\n" in (archive.content / "articles" / "three.md").read_text("utf-8")


def test_a_day_that_can_be_two_is_refused_and_nothing_is_written(archive: Desk) -> None:
    before = hashes(archive.content)
    said = updated(archive, put(put(exported(archive), 1, date="03/04/2022"), 2, title="آخر"), code=1)
    assert "b.csv:2: date: “03/04/2022” is not a date. Write year-month-day" in said
    assert hashes(archive.content) == before


def test_a_name_that_a_spreadsheet_wrote_otherwise_is_the_articles(archive: Desk) -> None:
    archive.article("three", "---\ntitle: ثالث\nslug: 2023-11\ndate: 2020\n---\nنص.\n")
    archive.article("seven", "---\ntitle: سابع\nslug: '007'\ndate: 2020\n---\nنص.\n")
    updated(archive, [["file", "slug", "lang"], ["three", "Nov-23", "fa"], ["seven", "7", "fa"]])
    assert "lang: fa" in (archive.content / "articles" / "three.md").read_text("utf-8")
    updated(archive, [["file", "slug", "lang"], ["", "two", "fa"], ["one", "", "fa"]])


def test_what_only_the_article_changed_stays(archive: Desk) -> None:
    rows = put(exported(archive), 1, date="2022")
    archive.article("one", "").write_bytes(ONE.replace("رويترز", "تاس").encode())
    updated(archive, rows)
    assert "name: تاس" in one(archive) and "date: 2022\n" in one(archive)


def test_the_same_table_is_edited_on_and_taken_again(archive: Desk) -> None:
    rows = put(exported(archive), 1, source="أ ف ب")
    updated(archive, rows)
    assert "Articles changed: 0." in updated(archive, rows)
    updated(archive, put(rows, 1, source="تاس"))
    assert "name: تاس" in one(archive)


def test_a_table_of_ones_own_finds_articles_by_address_and_slug_and_its_empty_cells_mean_nothing(archive: Desk) -> None:
    updated(archive, [["url", "lang", "#note"], ["http://www.example.org/a?b=1", "fa", "x"]])
    assert one(archive) == ONE.replace("شرح\n---", "شرح\nlang: fa\n---")
    updated(archive, [["slug", "المصدر", "title"], ["خبر-أول", "تاس", ""]])
    assert "name: تاس     # الوكالة" in one(archive) and 'title:   "خبر أول"' in one(archive)


def test_a_title_takes_its_slug_along_and_translations_follow(archive: Desk) -> None:
    other = archive.article("three", "---\ntitle: ثالث\ndate: 2020\ntranslation_of: خبر-أول\n---\nنص.\n")
    updated(archive, put(put(exported(archive), 1, title="عنوان جديد"), 3, title="رابع"), "--slug")
    assert "slug: عنوان-جديد\n" in one(archive) and "aliases: [خبر-أول]\n" in one(archive)
    assert "translation_of: عنوان-جديد\n" in other.read_text("utf-8")


def test_a_cell_may_be_read_as_several_days() -> None:
    meant = [("dmy", "2023-02-01"), ("dmy", "2023-02"), ("mdy", "2023-01-02")]
    assert list(readings("01/02/2023")) == meant


def test_a_day_that_a_spreadsheet_counted_is_the_day(archive: Desk) -> None:
    rows = exported(archive)
    assert "Articles changed: 0." in updated(archive, put(rows, 1, date="45238"))
    assert "“45239” is not a date" in updated(archive, put(rows, 1, date="45239"), code=1)
