"""A table's rows come first, and those that speak of no file, of several, or of what is here already are told."""

from __future__ import annotations

import re
from pathlib import Path

from desk.conftest import Desk
from desk.importing.left_by_import import front, page_of_report, rows
from warraq.archive.record import Record


def test_the_table_comes_first_and_the_record_says_so(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "with table"
    place.mkdir()
    words = " ".join(f"كلمة{n}" for n in range(40))
    (place / "2020-01-02_x.txt").write_text(f"عنوان النص\n\n{words}.\n", "utf-8")
    (place / "2020-01-03_y.txt").write_text(f"عنوان آخر\n\n{words} أخرى تماما.\n", "utf-8")
    table = place / "table.csv"
    table.write_text(
        "file,title,date,source,url,tags\n2020-01-02_x.txt,عنوان: من الجدول,2019-05,وكالة,https://a.example/1,ماء؛ SCO\n"
    )
    desk.run("importing", str(place), "--table", str(table))
    article = front(desk.content / "articles" / "2020-01-02_x.md")
    assert article["title"] == "عنوان: من الجدول"
    assert article["date"] == "2019-05"
    assert article["source"] == {"name": "وكالة", "url": "https://a.example/1"}
    assert article["tags"] == ["ماء", "SCO"]
    record = Record.from_bytes((desk.content / "records" / "2020-01-02_x.json").read_bytes())
    assert {k: str(record.described[k].origin) for k in ("title", "date", "source", "url", "tags")} == dict.fromkeys(
        ("title", "date", "source", "url", "tags"), "table"
    )
    other = Record.from_bytes((desk.content / "records" / "2020-01-03_y.json").read_bytes())
    assert (other.described["date"].value, str(other.described["date"].origin)) == ("2020-01-03", "file-name")


def test_a_row_of_the_table_that_fits_no_file_is_reported(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "some"
    place.mkdir()
    words = " ".join(f"كلمة{n}" for n in range(40))
    (place / "a.txt").write_text(f"عنوان أول\n\n{words}.\n", "utf-8")
    page = f"<title>عنوان ثان</title><link rel=canonical href=https://x.example/1><p>{words} مختلف تماما.</p>"
    (place / "b.html").write_text(f"<html lang=ar><head><meta charset=utf-8></head>{page}</html>", "utf-8")
    table = tmp_path / "t.csv"
    table.write_text(
        "file,url,title\na.txt,,أول\n=b.txt,,x\n,http://www.x.example/1,ثان\n,https://x.example/2,x\n,,x\n", "utf-8"
    )
    wrong = [
        ("t.csv:3", "No file is called “=b.txt”."),
        ("t.csv:5", "No file has the address https://x.example/2."),
        ("t.csv:6", "The row does not say which file it speaks of."),
    ]
    for _ in ("first", "again, when the archive has all of them"):
        said = desk.run("importing", str(place), "--table", str(table)).splitlines()
        at = said.index("Rows of the table that speak of no file: 3.")
        assert [
            line.startswith(f"{where}: {what} Correct")
            for line, (where, what) in zip(said[at + 1 :], wrong, strict=False)
        ] == [True] * 3
        told = [(r["file"], r["reason"].partition(" Correct")[0]) for r in rows(desk) if r["outcome"] == "no file"]
        assert told == wrong
        html = re.sub("</?bdi>", "", page_of_report(desk))
        assert all(f'<td><bdi dir="ltr">{where}</td><td>{what} Correct' in html for where, what in wrong)
    titles = {str(front(f)["title"]) for f in (desk.content / "articles").glob("*.md")}
    assert titles == {"أول", "ثان"}


def texts_in(place: Path, *names: str) -> Path:
    for number, name in enumerate(names):
        words = " ".join(f"كلمة{n}" for n in range(number * 100, number * 100 + 40))
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(f"عنوان رقم {number} لخبر\n\n{words}.\n", "utf-8")
    return place


def test_a_row_that_fits_several_files_or_is_not_alone_stops_the_import(desk: Desk, tmp_path: Path) -> None:
    place = texts_in(tmp_path / "in", "أ/خبر.txt", "ب/خبر.txt", "ثالث.txt")
    table = tmp_path / "t.csv"
    table.write_text("file,title\nخبر.txt,مشترك\nثالث.txt,أول\nثالث.txt,ثان\nثالث.txt,أول\n", "utf-8")
    said = desk.run("importing", str(place), "--table", str(table), code=1)
    assert said.splitlines() == [
        "t.csv:2: file: Several files are called “خبر.txt”: أ/خبر.txt, ب/خبر.txt. Write the path of the one that is meant.",
        "t.csv:4: The table speaks of ثالث.txt twice; line 3 does too. Keep one of the rows.",
        "Mistakes: 2.",
        "Nothing was imported.",
    ]
    assert not (desk.content / "articles").exists() and not (desk.root / "import-report.html").exists()
    table.write_text("file,title\nأ/خبر.txt,أول\nخبر.txt,ثان\nثالث.txt,ثالث\nثالث.txt,ثالث\n", "utf-8")
    said = desk.run("importing", str(place), "--table", str(table))
    titles = {str(front(f)["title"]) for f in (desk.content / "articles").glob("*.md")}
    assert titles == {"أول", "ثان", "ثالث"} and "to look at" not in said


def test_rows_of_articles_that_are_here_already_are_told_and_update_takes_them(desk: Desk, tmp_path: Path) -> None:
    place, table = texts_in(tmp_path / "in", "a.txt", "b.txt", "c.txt"), tmp_path / "t.csv"
    table.write_text("file,title,tags,summary\na.txt,أول,ماء,\nb.txt,ثان,,\n", "utf-8")
    desk.run("importing", str(place), "--table", str(table))
    assert "to look at" not in desk.run("importing", str(place), "--table", str(table))
    desk.run("correcting", "set", "--where=title = أول", "--", "title", "صححه محرر")
    assert "to look at" not in desk.run("importing", str(place), "--table", str(table))
    table.write_text("file,title,tags,summary\na.txt,أول,ماء;نهر,\nb.txt,=ثان,,\nc.txt,,,ملخص\n", "utf-8")
    said = desk.run("importing", str(place), "--table", str(table)).splitlines()
    at = said.index("Rows of the table to look at: 3.")
    assert said[at + 1 : at + 4] == [
        "t.csv:2: content/articles/a.md is in the archive already, and the row says otherwise: tags. It was not taken.",
        "t.csv:3: content/articles/b.md is in the archive already, and the row says otherwise: title. It was not taken.",
        "t.csv:4: content/articles/c.md is in the archive already, and the row says otherwise: summary. It was not taken.",
    ]
    assert said[at + 4].endswith(": python3 tasks.py update --table import-reports/004-in-rows.csv --preview")
    assert 'id="rows-to-look-at"' in page_of_report(desk)
    assert [r["file"] for r in rows(desk) if r["outcome"] == "row to look at"] == ["t.csv:2", "t.csv:3", "t.csv:4"]
    desk.run("correcting", "update", f"--table={desk.root / 'import-reports/004-in-rows.csv'}")
    a, b = (front(desk.content / "articles" / f"{name}.md") for name in "ab")
    assert (a["title"], a["tags"], b["title"]) == ("صححه محرر", ["ماء", "نهر"], "=ثان")


def test_rows_by_address_and_of_copies_are_told(desk: Desk, tmp_path: Path) -> None:
    place = texts_in(tmp_path / "in", "a.txt")
    (place / "copy.txt").write_bytes((place / "a.txt").read_bytes())
    for name, number in (("p", 5), ("q", 6)):
        words = " ".join(f"كلمة{n}" for n in range(number * 100, number * 100 + 40))
        head = f"<meta charset=utf-8><title>صفحة {name}</title><link rel=canonical href=https://x.example/1>"
        (place / f"{name}.html").write_text(f"<html lang=ar><head>{head}</head><p>{words}</p></html>", "utf-8")
    table = tmp_path / "t.csv"
    table.write_text("file,url,title\na.txt,,أول\ncopy.txt,,ثان\n,https://x.example/1,صفحة واحدة\n", "utf-8")
    said = desk.run("importing", str(place), "--table", str(table))
    assert "Rows of the table to look at: 2." in said
    assert (
        "t.csv:3: “copy.txt” is the same text as “a.txt”, and did not come in; nor did what this row says otherwise."
        in said
    )
    assert "t.csv:4: Several files have the address of this row, and each got its values (2): p.html, q.html." in said
    table.write_text("file,url,title\n,https://x.example/1,جديد\n,https://www.x.example/1,آخر\n", "utf-8")
    said = desk.run("importing", str(place), "--table", str(table), code=1)
    assert "t.csv:3: The table speaks of x.example/1 twice; line 2 does too." in said
    table.write_text("file,url,title\n,https://x.example/1,جديد\n", "utf-8")
    assert "the row says otherwise: title." in desk.run("importing", str(place), "--table", str(table))


def test_a_mistake_in_the_command_or_the_table_is_reported_and_nothing_begins(desk: Desk, tmp_path: Path) -> None:
    said = desk.run("importing", "nowhere", code=1)
    assert said == "nowhere does not exist. Write the path of a folder, a ZIP file or a file.\n"
    table = tmp_path / "t.csv"
    table.write_text("file,dat\nx,2020\n")
    said = desk.run("importing", str(tmp_path), "--table", str(table), code=1)
    assert said == "t.csv:1: No field is called “dat”. Did you mean date?\nMistakes: 1.\nNothing was imported.\n"
    assert not (desk.root / ".warraq").exists() and not (desk.content / "originals").exists()
