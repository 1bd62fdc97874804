"""A table goes to a spreadsheet and comes back as a file of its kind: it has no formula, and whatever is no table is told."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.correcting.two_articles import exported, one, updated
from project import hashes
from warraq.desk.correcting.spreadsheet import guarded, unguarded


def test_the_table_has_a_mark_of_utf_8_and_no_formula(archive: Desk) -> None:
    rows = exported(archive)
    assert (archive.root / "a.csv").read_bytes().startswith(b"\xef\xbb\xbffile,slug,title,date,source,url,author,tags")
    assert rows[1][:-1] == [
        *("one.md", "خبر-أول", "خبر أول", "2023-11-08", "رويترز", "https://example.org/a?b=1", "هدى; ليلى"),
        *("ماء; زراعة", "ar", ""),
    ]
    assert rows[2][2] == "'=1+1"


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


def test_no_folder_is_made_for_a_table(archive: Desk) -> None:
    said = archive.run("correcting", "export", f"--table={archive.root / 'new' / 'a.csv'}", code=1)
    assert f"a.csv: There is no folder {archive.root / 'new'}. Make it, or name another one." in said
    assert not (archive.root / "new").exists()


@pytest.mark.parametrize("text", ["=1+1", "-5", "'=x", "''@", "+", "a'=", "'", "＝SUM", "@x", ""])
def test_a_formula_is_kept_from_running_and_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "＝"))


def test_a_table_of_texts_that_was_saved_as_csv_changes_nothing(archive: Desk) -> None:
    archive.article("three", '---\ntitle: "\'=x"\ndate: 2020\n---\nنص.\n')
    rows = [[unguarded(cell) for cell in row] for row in exported(archive)]
    assert "Articles changed: 0." in updated(archive, rows)


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


@pytest.mark.parametrize("name", ["a.xls", "a.pdf", "a"])
def test_a_table_is_written_as_what_its_name_says(archive: Desk, name: str) -> None:
    said = archive.run("correcting", "export", f"--table={archive.root / name}", code=1)
    assert f"{name}: A table is a file that ends in .csv or .xlsx." in said and not (archive.root / name).exists()
