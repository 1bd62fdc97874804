"""A table is read as spreadsheets write it, and every mistake is reported with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from warraq.archive.problem import Problem
from warraq.archive.same_address import same_address
from warraq.desk.importing.table import MetadataTable, read_table


def table(tmp_path: Path, data: bytes) -> tuple[MetadataTable, tuple[Problem, ...]]:
    file = tmp_path / "table.csv"
    file.write_bytes(data)
    return read_table(file)


def test_rows_are_found_by_name_and_by_address(tmp_path: Path) -> None:
    made, problems = table(
        tmp_path,
        "file,url,title,date,tags\na/b.html,,عنوان,٢٠٢٣-١١-٠٨,أول؛ ثان\n,https://www.x.example/1/?utm_source=a,آخر,2020,\n".encode(),
    )
    assert not problems
    assert made.row("a/b.html", None) == {
        "file": "a/b.html",
        "title": "عنوان",
        "date": "2023-11-08",
        "tags": ("أول", "ثان"),
    }
    assert made.row("B.HTML", None) == {} and made.row("z/a/b.html", None) == {}
    assert made.row("other", "http://x.example/1#top")["title"] == "آخر"


@pytest.mark.parametrize(
    "data",
    [
        "الملف;العنوان\nx.txt;عنوان\n".encode("utf-8-sig"),
        "الملف;العنوان\r\nx.txt;عنوان\r\n".encode("cp1256"),
        "الملف\tالعنوان\nx.txt\tعنوان\n".encode("utf-16"),
    ],
)
def test_it_is_read_as_spreadsheets_write_it(tmp_path: Path, data: bytes) -> None:
    made, problems = table(tmp_path, data)
    assert not problems
    assert made.row("x.txt", None)["title"] == "عنوان"


def test_every_mistake_is_reported_with_its_line_and_no_row_is_taken(tmp_path: Path) -> None:
    made, problems = table(tmp_path, b"file,titel,date,url\na.txt,x,08/11/2023,\nb.txt,x,2020,example.org\n")
    assert made.row("a.txt", None) == {}
    assert [str(p).split(":")[1] for p in problems] == ["1", "2", "3"]
    assert "Did you mean title?" in str(problems[0])


def test_an_unclosed_quotation_mark_is_reported_with_its_line(tmp_path: Path) -> None:
    made, problems = table(tmp_path, b'file,title\na.txt,"x\n' + b"y" * 200_000)
    assert made.row("a.txt", None) == {}
    [problem] = problems
    assert str(problem) == (
        "table.csv:3: The table can't be read from here on: field larger than field limit (131072). "
        "Save it anew as CSV from your spreadsheet program."
    )


def test_addresses_that_mean_one_page_are_the_same() -> None:
    same = {
        same_address(u)
        for u in ("https://x.example/a/", "http://www.x.example/a#b", "https://X.example/a?utm_medium=c")
    }
    assert same == {"x.example/a"}
    assert same_address("https://x.example/a?id=2") != same_address("https://x.example/a?id=3")
