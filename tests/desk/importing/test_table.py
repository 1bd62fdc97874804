"""A table is read as spreadsheets write it, and every mistake is reported with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from warraq.archive.address_key import address_key
from warraq.archive.problem import Problem
from warraq.desk.importing.table import MetadataTable, Row, read_table


def table(tmp_path: Path, data: bytes) -> tuple[MetadataTable, tuple[Problem, ...]]:
    file = tmp_path / "table.csv"
    file.write_bytes(data)
    return read_table(file)


def row(made: MetadataTable, name: str, url: str | None = None, *others: str) -> Row:
    """Give the row of a file that is imported with others."""
    found, problems = made.for_files([name, *others])
    assert not problems
    return found.row(name, url)


def test_rows_are_found_by_name_and_by_address(tmp_path: Path) -> None:
    made, problems = table(
        tmp_path,
        "file,url,title,date,tags\na/b.html,,عنوان,٢٠٢٣-١١-٠٨,أول؛ ثان\n,https://www.x.example/1/?utm_source=a,آخر,2020,\n".encode(),
    )
    assert not problems
    assert row(made, "a/b.html") == {
        "file": "a/b.html",
        "title": "عنوان",
        "date": "2023-11-08",
        "tags": ("أول", "ثان"),
    }
    assert row(made, "z/a/b.html", None, "a/b.html") == {}
    assert row(made, "other", "http://x.example/1#top")["title"] == "آخر"


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
    assert row(made, "x.txt")["title"] == "عنوان"


def test_every_mistake_is_reported_with_its_line_and_no_row_is_taken(tmp_path: Path) -> None:
    made, problems = table(tmp_path, b"file,titel,date,url\na.txt,x,08/11/2023,\nb.txt,x,2020,example.org\n")
    assert row(made, "a.txt") == {}
    assert [str(p).split(":")[1] for p in problems] == ["1", "2", "3"]
    assert "Did you mean title?" in str(problems[0])


def test_no_guess_is_far_away_and_columns_of_ones_own_are_passed_over(tmp_path: Path) -> None:
    _, (problem,) = table(tmp_path, b"file,colour,#note\na.txt,red,x\n")
    assert str(problem) == "table.csv:1: No field is called “colour”. A column of your own begins with #."
    made, problems = table(tmp_path, b"file,#colour,#\na.txt,red,x\n")
    assert not problems and row(made, "a.txt") == {"file": "a.txt"}


def test_what_would_be_lost_or_other_letters_is_told(tmp_path: Path) -> None:
    for data, said in {
        "file,title\na.txt,أول، ثان\nb.txt,".encode() + b"\xd8\n": "table.csv:3: A letter of this line is broken.",
        b"file,title\na.txt,x,y\n": "table.csv:2: The row has more cells than the table has headings (2).",
        b"file,title\na.txt,#NAME?\n": "table.csv:2: title: “#NAME?” is an error of the spreadsheet program",
    }.items():
        _, (problem,) = table(tmp_path, data)
        assert str(problem).startswith(said)


def test_an_unclosed_quotation_mark_is_reported_with_its_line(tmp_path: Path) -> None:
    made, problems = table(tmp_path, b'file,title\na.txt,"x\n' + b"y" * 200_000)
    assert row(made, "a.txt") == {}
    [problem] = problems
    assert str(problem) == (
        "table.csv:3: The table can't be read from here on: field larger than field limit (131072). "
        "Save it anew as CSV from your spreadsheet program."
    )


@pytest.mark.parametrize(
    "heading", [b"x" * 140_000, b'file,"' + b"y" * 200_000, b"file," + b"z" * 140_000 + b"\na.txt,b\n"]
)
def test_a_heading_that_is_too_long_is_the_only_problem(tmp_path: Path, heading: bytes) -> None:
    [problem] = table(tmp_path, heading)[1]
    assert str(problem).startswith("table.csv:1: The table can't be read from here on: field larger than field limit")


def test_addresses_that_mean_one_page_are_the_same() -> None:
    same = {
        address_key(u) for u in ("https://x.example/a/", "http://www.x.example/a#b", "https://X.example/a?utm_medium=c")
    }
    assert same == {"x.example/a"}
    assert address_key("https://x.example/a?id=2") != address_key("https://x.example/a?id=3")


def test_a_row_by_file_name_is_above_a_row_by_address_and_a_path_above_a_name(tmp_path: Path) -> None:
    data = "file,url,title\nb.html,,name\na\\b.html,,path\n,https://x.example/1,address\n"
    made, problems = table(tmp_path, data.encode())
    assert not problems
    others = ("a/b.html", "c/B.html", "c/d.html")
    assert row(made, "a/b.html", "https://x.example/1", *others)["title"] == "path"
    assert row(made, "c/B.html", "https://x.example/1", *others)["title"] == "name"
    assert row(made, "c/d.html", "https://x.example/1", *others)["title"] == "address"
    assert row(made, "c/d.html", "", *others) == row(made, "c/d.html", None, *others) == {}


@pytest.mark.parametrize(
    ("rows", "names", "said"),
    [
        ("a.txt,1\nA.TXT,2\n", ["a.txt"], ["3: The table speaks of a.txt twice; line 2 does too."]),
        ("a.txt,1\nA.TXT,2\n", ["a.txt", "A.TXT"], []),
        ("a.txt,1\nA.TXT,1\n", ["x/a.txt"], []),
        ("a.txt,1\n", ["a.txt", "x/a.txt", "y/a.txt"], []),
        ("a.txt,1\n", ["x/A.txt", "y/a.txt"], []),
        ("A.TXT,1\n", ["a.txt", "A.txt"], ["2: file: Several files are called “A.TXT”: a.txt, A.txt."]),
        ("a.txt,1\n", ["x/a.txt", "y/a.txt"], ["2: file: Several files are called “a.txt”: x/a.txt, y/a.txt."]),
        ("a.txt,1\nx/a.txt,2\n", ["x/a.txt", "y/a.txt"], []),
        ("a.txt,1\nx\\a.txt,2\n", ["x/a.txt"], ["3: The table speaks of x/a.txt twice; line 2 does too."]),
    ],
)
def test_a_row_that_may_be_of_several_files_or_is_not_alone_is_told(
    tmp_path: Path, rows: str, names: list[str], said: list[str]
) -> None:
    made, _ = table(tmp_path, f"file,title\n{rows}".encode())
    found = [str(problem) for problem in made.for_files(names)[1]]
    assert len(found) == len(said)
    assert all(line.startswith(f"table.csv:{what}") for line, what in zip(found, said, strict=True))


def test_of_two_names_of_the_same_letters_one_has_to_change(tmp_path: Path) -> None:
    made, _ = table(tmp_path, "file,title\n\N{LATIN SMALL LETTER E WITH ACUTE}.txt,1\n".encode())
    (problem,) = made.for_files(["\N{LATIN SMALL LETTER E WITH ACUTE}.txt", "e\N{COMBINING ACUTE ACCENT}.txt"])[1]
    assert str(problem.todo).endswith("give one of the files another name.")


def test_a_file_is_sent_with_its_own_row_alone(tmp_path: Path) -> None:
    data = b"file,url,title\na,,1\nb,,2\n,https://x.example/1,3\n"
    made = table(tmp_path, data)[0].for_files(["a", "b", "c"])[0]
    assert list(made.alone("a").at) == [2] and made.alone("a").row("a", None)["title"] == "1"
    assert list(made.alone("c").at) == [4] and made.alone("c").row("c", "http://x.example/1")["title"] == "3"


def test_empty_cells_and_columns_without_a_heading_say_nothing(tmp_path: Path) -> None:
    made, problems = table(tmp_path, b"file,title,,tags\na.txt,  ,x,b;;c;b\n,,,\n")
    assert not problems and row(made, "a.txt") == {"file": "a.txt", "tags": ("b", "c")}
    assert [line for line, _ in made.lines] == [2]


def test_a_problem_names_the_line_after_a_cell_of_several_lines(tmp_path: Path) -> None:
    _, problems = table(tmp_path, b'file,title,date\na.txt,"x\ny",2020\nb.txt,z,08/11/2023\n')
    assert [(p.line, p.field) for p in problems] == [(4, "date")]


def test_a_table_needs_a_column_that_names_files(tmp_path: Path) -> None:
    for data in (b"", b"title,date\nx,2020\n"):
        made, (problem,) = table(tmp_path, data)
        assert made.lines == () and str(problem) == (
            "table.csv:1: No column says which file a row speaks of. Call one of them file, or url."
        )


def test_a_table_of_one_column_is_not_parted_at_semicolons(tmp_path: Path) -> None:
    made, problems = table(tmp_path, b"file\na;b.txt\n")
    assert not problems and row(made, "a;b.txt") == {"file": "a;b.txt"}
