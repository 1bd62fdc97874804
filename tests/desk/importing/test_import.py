"""A folder comes in whole, once, and as it was; an interruption changes nothing of the outcome."""

from __future__ import annotations

import csv
import os
import re
import signal
import time
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from desk.conftest import Desk
from project import hashes
from warraq.archive.record import Record
from warraq.desk.bench.files import Made, make
from warraq.desk.importing import pool
from warraq.desk.importing.draft_store import DraftStore
from warraq.desk.importing.inspection import Inspection
from warraq.desk.importing.inspection_task import InspectionTask
from warraq.desk.importing.sources import SourceFile, source_of
from warraq.desk.importing.table import MetadataTable
from warraq.repair.changes import apply
from warraq.repair.readers import read_original

FILES = 150
Imported = tuple[Desk, str]
"""An archive after an import, and the output of the command."""
MadeFolder = tuple[Path, Made]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> MadeFolder:
    place = tmp_path_factory.mktemp("found") / "صفحات محفوظة"
    return place, make(place, FILES)


@pytest.fixture(scope="module")
def imported(folder: MadeFolder, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    desk = Desk(tmp_path_factory.mktemp("whole"))
    before = hashes(folder[0])
    said = desk.run("importing", str(folder[0]))
    assert hashes(folder[0]) == before
    return desk, said


def page_of_report(desk: Desk) -> str:
    return (desk.root / "import-report.html").read_text("utf-8")


def rows(desk: Desk) -> list[dict[str, str]]:
    return list(csv.DictReader((desk.root / "import-report.csv").read_text("utf-8-sig").splitlines()))


def front(file: Path) -> dict[str, Any]:
    values: dict[str, Any] = yaml.load(file.read_text("utf-8").split("---\n")[1], yaml.BaseLoader)
    return values


def test_originals_are_copied_byte_for_byte_and_every_article_has_one(imported: Imported, folder: MadeFolder) -> None:
    desk, _ = imported
    for row in rows(desk):
        if row["article"]:
            article = front(desk.root / row["article"])
            original = desk.content / "originals" / article["original"]
            assert original.read_bytes() == (folder[0] / row["file"]).read_bytes()


def test_the_counts_are_those_of_the_files(imported: Imported, folder: MadeFolder) -> None:
    desk, said = imported
    made = folder[1]
    articles = list((desk.content / "articles").glob("*.md"))
    outcomes = [row["outcome"] for row in rows(desk)]
    assert len(outcomes) == made.files == FILES
    assert outcomes.count("imported") == len(articles) == len(list((desk.content / "originals").iterdir()))
    assert outcomes.count("set aside") == made.broken
    assert outcomes.count("duplicate") + len(articles) == made.files - made.broken
    assert f"Imported: {len(articles)} of {FILES} files." in said
    assert f"Set aside because they can't be read: {made.broken}." in said
    undated = sum("date" not in front(file) for file in articles)
    assert f"Imported without a date: {undated}." in said
    records = [Record.from_bytes(f.read_bytes()) for f in (desk.content / "records").glob("*.json")]
    doubtful = sum(bool(record.doubts) for record in records)
    assert (f"open doubts: {doubtful} " in said) == bool(doubtful)
    page = (desk.root / "import-report.html").read_text("utf-8")
    assert f"Imported: {len(articles)} of {FILES} files." in page


def test_of_files_that_are_equal_byte_for_byte_one_comes_in(imported: Imported) -> None:
    desk, _ = imported
    prints = [sha256(f.read_bytes()).hexdigest() for f in (desk.content / "originals").iterdir()]
    assert len(prints) == len(set(prints))
    assert {row["reason"] for row in rows(desk) if row["outcome"] == "duplicate"} >= {"the same file", "the same text"}


def test_every_record_replays_and_knows_its_article(imported: Imported) -> None:
    desk, _ = imported
    for file in (desk.content / "records").glob("*.json"):
        record = Record.from_bytes(file.read_bytes())
        original = read_original(record.original.name, (desk.content / "originals" / record.original.name).read_bytes())
        assert sha256(apply(original.text, record.changes).encode()).hexdigest() == record.text_sha256
        article = (desk.content / "articles" / f"{file.stem}.md").read_bytes()
        assert sha256(article).hexdigest() == record.article_sha256
        assert sha256(article.partition(b"\n---\n\n")[2]).hexdigest() == record.body_sha256


def test_addresses_are_distinct(imported: Imported) -> None:
    desk, _ = imported
    slugs = [str(front(f)["slug"]).casefold() for f in (desk.content / "articles").glob("*.md")]
    assert len(slugs) == len(set(slugs))


def test_pictures_of_the_text_go_along_without_their_position(imported: Imported) -> None:
    desk, _ = imported
    pictures = list((desk.content / "images").rglob("*.jpg"))
    assert pictures
    assert not any(b"Exif" in p.read_bytes() for p in pictures)
    with_pictures = [f for f in (desk.content / "articles").glob("*.md") if "{static}images/" in f.read_text("utf-8")]
    assert len(with_pictures) == len({p.parent for p in pictures})


def test_nothing_is_imported_twice(imported: Imported, folder: MadeFolder) -> None:
    desk, _ = imported
    before = hashes(desk.content)
    said = desk.run("importing", str(folder[0]))
    assert hashes(desk.content) == before
    assert f"Imported: 0 of {FILES} files." in said
    assert "Nothing new came in" in (desk.root / "import-report.html").read_text("utf-8")


def kill_when(desk: Desk, place: Path, enough: Callable[[], bool]) -> None:
    process = desk.start("importing", str(place))
    until = time.monotonic() + 120
    while process.poll() is None and not enough():
        assert time.monotonic() < until
        time.sleep(0.005)
    assert process.poll() is None, "the import ended before it could be killed"
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Windows has no process groups")
def test_killed_three_times_it_gives_the_same_bytes_as_unbroken(
    imported: Imported, folder: MadeFolder, desk: Desk
) -> None:
    whole, _ = imported

    def inspected() -> int:
        return sum(f.read_bytes().count(b"\n{") for f in (desk.root / ".warraq").glob("*/looked.jsonl"))

    kill_when(desk, folder[0], lambda: inspected() >= 20)
    begun = inspected()
    kill_when(desk, folder[0], lambda: inspected() >= begun + 30)
    kill_when(desk, folder[0], lambda: len(list((desk.content / "articles").glob("*.md"))) >= 10)
    said = desk.run("importing", str(folder[0]))
    assert hashes(desk.content) == hashes(whole.content)
    report = (desk.root / "import-report.csv").read_bytes()
    assert f"of {FILES} files." in said and report.count(b"imported") == len(
        list((whole.content / "articles").iterdir())
    )
    assert [left.name for left in (desk.root / ".warraq").iterdir()] == ["archive.lock"]


def test_a_copy_of_what_an_editor_changed_since_is_still_known(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "one"
    place.mkdir()
    words = " ".join(f"كلمة{n}" for n in range(60))
    (place / "one.txt").write_text(f"عنوان الخبر\n\nقال الكاتب {words}.\n", "utf-8")
    desk.run("importing", str(place))
    article = desk.content / "articles" / "one.md"
    article.write_text(article.read_text("utf-8").replace("قال الكاتب", "وقال كاتب آخر"), "utf-8")
    (place / "two.txt").write_text(f"عنوان الخبر\r\n\r\nقال الكاتب  {words}.\r\n", "utf-8")
    said = desk.run("importing", str(place))
    assert "In the archive already, not imported: 2." in said
    assert [f.name for f in article.parent.iterdir()] == ["one.md"]


def test_equal_titles_are_two_articles(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "two"
    place.mkdir()
    for number, city in enumerate(("حلب", "تونس")):
        words = " ".join(f"{city} كلمة{n}" for n in range(number * 100, number * 100 + 40))
        (place / f"{number}.txt").write_text(f"عنوان واحد لخبرين\n\n{words}.\n", "utf-8")
    desk.run("importing", str(place))
    slugs = sorted(str(front(f)["slug"]) for f in (desk.content / "articles").glob("*.md"))
    assert slugs == ["عنوان-واحد-لخبرين", "عنوان-واحد-لخبرين-2"]


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


def test_of_copies_the_one_with_the_most_metadata_comes_in(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "copies"
    (place / "z_files").mkdir(parents=True)
    Image.new("RGB", (200, 200)).save(place / "z_files" / "p.png")

    def made(name: str, number: int, picture: str = "", meta: str = "") -> None:
        words = " ".join(f"كلمة{n}" for n in range(number * 100, number * 100 + 40))
        head = f"<meta charset=utf-8><title>عنوان الخبر رقم {number}</title>{meta}"
        text = f"<article><h1>عنوان الخبر رقم {number}</h1>{picture}<p>قال الكاتب {words}.</p></article>"
        (place / name).write_text(f"<html lang=ar><head>{head}</head><body>{text}</body></html>", "utf-8")

    picture, date = '<img src="z_files/p.png">', '<meta property="article:published_time" content="2020-01-02">'
    made("a.html", 1)
    made("z.html", 1, picture)  # pictures before names
    made("b.html", 2)
    made("y.html", 2, meta=date)  # a date before names
    made("c.html", 3, meta=date)
    made("x.html", 3)  # a row in the table before a date
    made("d.html", 4)
    made("w.html", 4)  # names, where nothing else tells them apart
    table = tmp_path / "t.csv"
    table.write_text("file,title\nx.html,عنوان من الجدول\n", "utf-8")
    Image.new("RGB", (200, 200), "red").save(place / "z_files" / "advert.png")
    Image.new("RGB", (16, 16)).save(place / "z_files" / "icon.png")
    said = desk.run("importing", str(place), "--table", str(table))
    assert "Pictures taken along: 1." in said and "Pictures outside of the articles, left behind: 1." in said
    came_in = {row["file"]: row["same_as"] for row in rows(desk)}
    assert {f for f, of in came_in.items() if not of} == {"d.html", "x.html", "y.html", "z.html"}
    assert {f: of for f, of in came_in.items() if of} == {
        "a.html": "z.html",
        "b.html": "y.html",
        "c.html": "x.html",
        "w.html": "d.html",
    }
    assert front(desk.content / "articles" / "x.md")["title"] == "عنوان من الجدول"
    assert "images/z/" in (desk.content / "articles" / "z.md").read_text("utf-8")


def test_a_page_that_has_only_a_title_is_set_aside(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "pages"
    place.mkdir()
    (place / "a.html").write_text("<html><head><title>404 Not SourceFile</title></head><body></body></html>")
    (place / "b.html").write_text(
        "<html><head><meta charset=utf-8></head><body><p>وصل الوفد صباحا</p></body></html>", "utf-8"
    )
    desk.run("importing", str(place))
    assert [(r["outcome"], r["reason"]) for r in rows(desk)] == [
        ("set aside", "The page has no text beyond its title."),
        ("imported", ""),
    ]


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


def test_a_zip_gives_what_its_folder_gives(desk: Desk, tmp_path: Path) -> None:
    folder, file = tmp_path / "few", tmp_path / "few.zip"
    make(folder, 24)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                made.write(path, path.relative_to(folder).as_posix())
    desk.run("importing", str(file))
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other")
    other.run("importing", str(folder), "--processes", "1")
    assert hashes(desk.content) == hashes(other.content)
    assert len(list((desk.content / "articles").iterdir())) > 15


def test_an_editors_article_keeps_its_name_and_its_address(desk: Desk, tmp_path: Path) -> None:
    mine = desk.article("a", "---\ntitle: لي\nslug: عنوان-النص\ndate: 2020\n---\nنصي.\n")
    before = mine.read_bytes()
    file = tmp_path / "a.txt"
    file.write_text("عنوان النص\n\n" + " ".join(f"كلمة{n}" for n in range(40)) + ".\n", "utf-8")
    desk.run("importing", str(file))
    assert mine.read_bytes() == before
    assert front(desk.content / "articles" / "a-2.md")["slug"] == "عنوان-النص-2"
    assert (desk.content / "originals" / "a-2.txt").read_bytes() == file.read_bytes()


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


def test_a_file_that_makes_its_process_crash_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "some"
    place.mkdir()
    for number in range(12):
        (place / f"{number}.txt").write_text("x")
    monkeypatch.setattr(pool, "inspect_file", _inspect_or_die)
    tasks = [
        InspectionTask(source_of(place), place, DraftStore(place), SourceFile(f"{n}.txt", ""), MetadataTable())
        for n in range(12)
    ]
    inspections = {inspection.name: inspection for inspection in pool.inspect_all(tasks, 2)}
    assert len(inspections) == 12
    assert [name for name, inspection in inspections.items() if inspection.rejection] == ["7.txt"]


def _inspect_or_die(task: InspectionTask) -> Inspection:
    if task.file.name == "7.txt":
        os._exit(9)
    return Inspection(task.file.name, "")
