"""Of copies the one that says most comes in; equal titles are no copies, and what an editor wrote keeps its place."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from desk.conftest import Desk
from desk.importing.left_by_import import front, rows


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


def test_an_editors_article_keeps_its_name_and_its_address(desk: Desk, tmp_path: Path) -> None:
    mine = desk.article("a", "---\ntitle: لي\nslug: عنوان-النص\ndate: 2020\n---\nنصي.\n")
    before = mine.read_bytes()
    file = tmp_path / "a.txt"
    file.write_text("عنوان النص\n\n" + " ".join(f"كلمة{n}" for n in range(40)) + ".\n", "utf-8")
    desk.run("importing", str(file))
    assert mine.read_bytes() == before
    assert front(desk.content / "articles" / "a-2.md")["slug"] == "عنوان-النص-2"
    assert (desk.content / "originals" / "a-2.txt").read_bytes() == file.read_bytes()
