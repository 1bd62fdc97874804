"""A table goes to a spreadsheet and comes back: what nobody touched changes nothing, however the program wrote it."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.conftest import Desk
from project import hashes
from warraq.desk.correcting.spreadsheet import guarded, readings, unguarded

ONE = """\
---
# رأس كتبه المحرر
title:   "خبر أول"   # لماذا
slug: خبر-أول
date: 2023-11-08
source:
  name: رويترز     # الوكالة
  url: 'https://example.org/a?b=1'
tags:
  - ماء   # أول
  - زراعة
authors: [هدى, ليلى]
annotations:
- quote: نص
  note: >
    شرح
---
نص الخبر الأول، وفيه  مسافتان.\r
سطر آخر.
"""
TWO = "---\ntitle: =1+1\nslug: two\ndate: 2020\nsource: صدى\ntags: '007'\n---\nنص.\n"
Rows = list[list[str]]


@pytest.fixture
def archive(desk: Desk) -> Desk:
    desk.article("one", "").write_bytes(ONE.encode())
    desk.article("two", TWO)
    return desk


def exported(desk: Desk) -> Rows:
    desk.run("correcting", "export", f"--table={desk.root / 'a.csv'}")
    return list(csv.reader(io.StringIO((desk.root / "a.csv").read_text("utf-8-sig"), newline="")))


def exported_again(desk: Desk) -> Rows:
    (desk.root / "a.csv").unlink()
    return exported(desk)


def updated(desk: Desk, rows: Rows, *options: str, code: int = 0, encoding: str = "utf-8-sig") -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    (desk.root / "b.csv").write_bytes(text.getvalue().encode(encoding, "replace"))
    return desk.run("correcting", "update", f"--table={desk.root / 'b.csv'}", *options, code=code)


def one(desk: Desk) -> str:
    return (desk.content / "articles" / "one.md").read_bytes().decode()


def put(rows: Rows, line: int, **cells: str) -> Rows:
    made = [list(row) for row in rows]
    for field, cell in cells.items():
        made[line][rows[0].index(field)] = cell
    return made


def test_the_table_has_a_mark_of_utf_8_and_no_formula(archive: Desk) -> None:
    rows = exported(archive)
    assert (archive.root / "a.csv").read_bytes().startswith(b"\xef\xbb\xbffile,slug,title,date,source,url,author,tags")
    assert rows[1][:-1] == [
        *("one.md", "خبر-أول", "خبر أول", "2023-11-08", "رويترز", "https://example.org/a?b=1", "هدى; ليلى"),
        *("ماء; زراعة", "ar", ""),
    ]
    assert rows[2][2] == "'=1+1"


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


def test_the_headings_are_arabic_where_the_archive_speaks_it(archive: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARRAQ_LANGUAGE", "ar")
    rows = exported(archive)
    assert rows[0][:4] == ["الملف", "المعرّف", "العنوان", "التاريخ"] and rows[0][-1] == "علامة التصدير"
    rows[1][2] = "عنوان آخر"
    updated(archive, rows)
    assert 'title:   "عنوان آخر"' in one(archive)


def test_a_table_is_never_overwritten(archive: Desk) -> None:
    exported(archive)
    said = archive.run("correcting", "export", f"--table={archive.root / 'a.csv'}", code=1)
    assert "There is a file of that name, which may have been edited." in said


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


def test_letters_that_an_old_program_lost_are_told(archive: Desk) -> None:
    archive.article("fa", "---\ntitle: گزارش چاپ\ndate: 2020\nlang: fa\n---\nنص.\n")
    rows = exported(archive)
    at = next(n for n, row in enumerate(rows) if row[0] == "fa.md")
    lost = put(rows, at, title="گزارش چاپ".encode("cp1252", "replace").decode("cp1252"))
    assert "lost letters" in updated(archive, lost, code=1)
    assert "Articles changed: 1." in updated(archive, put(rows, 1, title="جديد"), encoding="cp1256")


def test_a_change_on_both_sides_is_told_and_nothing_is_written(archive: Desk) -> None:
    rows = put(put(exported(archive), 1, source="أ ف ب", date="2022"), 2, title="آخر")
    archive.article("one", "").write_bytes(ONE.replace("رويترز", "تاس").encode())
    before = hashes(archive.content)
    said = updated(archive, rows, code=1)
    assert (
        "b.csv:2: source: The article changed since the export: content/articles/one.md has “تاس”, the table “أ ف ب”."
        in said
    )
    assert hashes(archive.content) == before
    updated(archive, rows, "--conflicts=keep")
    assert "name: تاس" in one(archive) and "date: 2022\n" in one(archive)
    updated(archive, rows, "--conflicts=take")
    assert "name: أ ف ب" in one(archive)


def test_nothing_is_written_where_a_row_is_wrong_unless_the_rest_is_asked_for(archive: Desk) -> None:
    archive.article("three", "---\ntitle: ثالث\ndate: 2020\n---\nنص.\n")
    before = hashes(archive.root / "content")
    rows = [["file", "rights", "lang"], ["three", "full", ""], ["one", "full", ""], ["two", "full", "عربي"]]
    for options in ([], ["--preview"]):
        said = updated(archive, rows, *options, code=1)
        assert (
            "b.csv:2: rights: The article names no source" in said and "b.csv:4: lang: “عربي” is not the code" in said
        )
        assert said.endswith(
            "Mistakes: 2.\nNothing was written, because something is wrong.\n"
            "To write all else all the same (1 articles): --rest\n"
        )
        assert hashes(archive.root / "content") == before
    assert "Articles changed: 1." in updated(archive, rows, "--rest", code=1)
    assert "rights: full" in one(archive) and "rights" not in (archive.content / "articles/two.md").read_text("utf-8")


def test_the_rest_is_without_rows_that_contradict_each_other(archive: Desk) -> None:
    before = hashes(archive.content)
    said = updated(archive, [["file", "title"], ["one", "x"], ["one.md", "y"]], "--rest", code=1)
    assert "speaks of content/articles/one.md twice" in said and hashes(archive.content) == before


def test_many_mistakes_are_told_by_their_lines_and_the_sum_last(archive: Desk) -> None:
    rows = [["file", "lang"], *([f"n{n}", "fa"] for n in range(300)), ["two", "x y"]]
    said = updated(archive, rows, code=1).splitlines()
    assert len(said) < 30 and "b.csv:2: No article is called “n0”." in said[0]
    assert "… and 280 more of the same kind, in the lines 22-301." in said and "Mistakes: 301." in said
    assert any(line.startswith("b.csv:302: lang:") for line in said)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["one", "two", "x"], "The row names two articles: its file is that of content/articles/one.md"),
        (
            ["one", "جديد", "x"],
            "No article has the slug “جديد”; that of content/articles/one.md is “خبر-أول”. Addresses",
        ),
        (["nowhere", "two", "x"], "No article is called “nowhere”; the slug is that of content/articles/two.md."),
        (["nowhere", "neither", "x"], "No article is called “nowhere”. Name its file"),
        (["", "", "x"], "The row does not say which article it speaks of."),
    ],
)
def test_names_that_contradict_each_other_or_were_edited_are_told(archive: Desk, row: list[str], said: str) -> None:
    before = hashes(archive.content)
    assert f"b.csv:2: {said}" in updated(archive, [["file", "slug", "title"], row], code=1)
    assert hashes(archive.content) == before


def test_a_name_that_a_spreadsheet_wrote_otherwise_is_the_articles(archive: Desk) -> None:
    archive.article("three", "---\ntitle: ثالث\nslug: 2023-11\ndate: 2020\n---\nنص.\n")
    archive.article("seven", "---\ntitle: سابع\nslug: '007'\ndate: 2020\n---\nنص.\n")
    updated(archive, [["file", "slug", "lang"], ["three", "Nov-23", "fa"], ["seven", "7", "fa"]])
    assert "lang: fa" in (archive.content / "articles" / "three.md").read_text("utf-8")
    updated(archive, [["file", "slug", "lang"], ["", "two", "fa"], ["one", "", "fa"]])


def test_no_folder_is_made_for_a_table(archive: Desk) -> None:
    said = archive.run("correcting", "export", f"--table={archive.root / 'new' / 'a.csv'}", code=1)
    assert f"a.csv: There is no folder {archive.root / 'new'}. Make it, or name another one." in said
    assert not (archive.root / "new").exists()


def test_no_message_says_a_withheld_word(archive: Desk) -> None:
    text = "---\ntitle: سيرة محمد الكاتب\ndate: 2020\nwithheld: [محمد الكاتب]\n---\nقال محمد الكاتب.\n"
    archive.article("w", text)
    rows = exported(archive)
    archive.article("w", text.replace("سيرة", "قصة"))
    said = updated(archive, put(rows, 3, title="خبر محمد الكاتب"), code=1)
    assert "The article changed since the export" in said and "محمد" not in said


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


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["file", "tilte"], ["one", "x"]], "b.csv:1: No field is called “tilte”. Did you mean title?"),
        ([["title"], ["x"]], "b.csv:1: No column says which article a row speaks of."),
        ([["file", "title"], ["nowhere.md", "x"]], "b.csv:2: No article is called “nowhere.md”."),
        (
            [["file", "title"], ["one", "x"], ["one.md", "y"]],
            "b.csv:3: The table speaks of content/articles/one.md twice",
        ),
        ([["file", "lang", "url"], ["one", "عربي", "x"]], "b.csv:2: lang: “عربي” is not the code of a language."),
        ([["file", "exported"], ["one", "1"]], "b.csv:2: The cell “exported” is not as it was exported."),
        ([["file", "rights"], ["three", "full"]], "b.csv:2: rights: The article names no source"),
    ],
)
def test_mistakes_are_told_with_their_line(archive: Desk, rows: Rows, said: str) -> None:
    archive.article("three", "---\ntitle: ثالث\ndate: 2020\n---\nنص.\n")
    before = hashes(archive.content)
    assert said in updated(archive, rows, code=1)
    assert hashes(archive.content) == before


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


@pytest.mark.parametrize("text", ["=1+1", "-5", "'=x", "''@", "+", "a'=", "'", "＝SUM", "@x", ""])
def test_a_formula_is_kept_from_running_and_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "＝"))


def test_a_table_of_texts_that_was_saved_as_csv_changes_nothing(archive: Desk) -> None:
    archive.article("three", '---\ntitle: "\'=x"\ndate: 2020\n---\nنص.\n')
    rows = [[unguarded(cell) for cell in row] for row in exported(archive)]
    assert "Articles changed: 0." in updated(archive, rows)


def test_a_cell_may_be_read_as_several_days() -> None:
    meant = [("dmy", "2023-02-01"), ("dmy", "2023-02"), ("mdy", "2023-01-02")]
    assert list(readings("01/02/2023")) == meant


def test_xlsx_holds_text_alone(archive: Desk) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    file = archive.root / "a.xlsx"
    archive.run("correcting", "export", f"--table={file}")
    book = openpyxl.load_workbook(file)
    page = book.worksheets[0]
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "inlineStr"}
    assert page["C3"].value == "=1+1" and page["D2"].number_format == "@"
    assert page.column_dimensions["K"].hidden and page["K1"].value == "exported"
    page["D2"] = "2022"
    book.save(file)
    archive.run("correcting", "update", f"--table={file}")
    assert "date: 2022\n" in one(archive)


def test_a_file_that_is_no_table_is_told(archive: Desk) -> None:
    broken: dict[str, Callable[[Path], object]] = {
        "a.csv": lambda f: f.write_bytes(b"PK\x03\x04rest"),
        "b.csv": lambda f: f.write_bytes(b""),
        "c.csv": lambda f: f.write_text('file,title\none,"' + "x\n" * 9, "utf-8"),
    }
    for name, write in broken.items():
        write(archive.root / name)
        said = archive.run("correcting", "update", f"--table={archive.root / name}", code=1)
        assert said.startswith(name) and "Traceback" not in said


def test_merged_cells_are_told_for_all_but_the_first_are_empty(archive: Desk) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    file, before = archive.root / "a.xlsx", hashes(archive.content)
    archive.run("correcting", "export", f"--table={file}")
    book = openpyxl.load_workbook(file)
    book.worksheets[0].merge_cells("E2:E3")
    book.save(file)
    said = archive.run("correcting", "update", f"--table={file}", code=1)
    assert said.startswith("a.xlsx: Cells are merged (E2:E3), so that") and hashes(archive.content) == before


def test_a_packed_file_that_is_no_workbook_is_told(archive: Desk) -> None:
    pytest.importorskip("openpyxl")
    with zipfile.ZipFile(archive.root / "b.xlsx", "w") as parts:
        parts.writestr("[Content_Types].xml", "<a/>")
    said = archive.run("correcting", "update", f"--table={archive.root / 'b.xlsx'}", code=1)
    assert said.startswith("b.xlsx: This is no XLSX file that can be read.")


def test_what_is_no_text_or_lost_letters_is_told_and_nothing_gets_into_articles(archive: Desk) -> None:
    """One broken byte in UTF-8 is no other encoding: read as windows-1256, every title would be other letters."""
    sound = "file,title\none,عنوان جديد\ntwo,آخر\n".encode()
    broken = {
        sound.replace("آخر".encode(), b"\xd8"): "b.csv:3: A letter of this line is broken.",
        b"\xff\xfe" + sound.decode().encode("utf-16-le") + b"\0": "b.csv:4: A letter of this line is broken.",
        sound.decode().encode("utf-16-le"): "b.csv:1: This is no CSV file.",
        sound + b"two,a,b\n": "b.csv:4: The row has more cells than the table has headings (2).",
        b"file,title\none,#NAME?\n": "b.csv:2: title: “#NAME?” is an error of the spreadsheet program",
        b"file,title\n" + b"x" * 1_000_000 + b",a\n": "b.csv:2: No article is called “xxx",
        b"file,slug,title\none," + b"9E9999999999,x\n": "b.csv:2: No article has the slug “9E9999999999”",
    }
    before = hashes(archive.content)
    for data, said in broken.items():
        (archive.root / "b.csv").write_bytes(data)
        told = archive.run("correcting", "update", f"--table={archive.root / 'b.csv'}", code=1)
        assert told.startswith(said) and len(told) < 2_000 and hashes(archive.content) == before
    (archive.root / "b.csv").write_bytes(b"\xef\xbb\xbf\xef\xbb\xbf" + sound)
    archive.run("correcting", "update", f"--table={archive.root / 'b.csv'}")
    assert 'title:   "عنوان جديد"' in one(archive)


def test_a_day_that_a_spreadsheet_counted_is_the_day(archive: Desk) -> None:
    rows = exported(archive)
    assert "Articles changed: 0." in updated(archive, put(rows, 1, date="45238"))
    assert "“45239” is not a date" in updated(archive, put(rows, 1, date="45239"), code=1)


@pytest.mark.parametrize("name", ["a.xls", "a.pdf", "a"])
def test_a_table_is_written_as_what_its_name_says(archive: Desk, name: str) -> None:
    said = archive.run("correcting", "export", f"--table={archive.root / name}", code=1)
    assert f"{name}: A table is a file that ends in .csv or .xlsx." in said and not (archive.root / name).exists()
