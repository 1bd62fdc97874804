"""Pictures come in from wherever a page's addresses lead below the imported folder, and never from outside of it."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from desk.conftest import Desk
from warraq.desk.importing.companions import companions, page_of
from warraq.desk.importing.files_beside import FilesBeside
from warraq.desk.importing.sources import source_of
from wrapped_pages import page, picture

FILES = {"s/news/img/a.jpg", "s/img/b.png", "s/host.example/c.webp", "s/news/d e.jpg", "s/news/x.css"}


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("img/a.jpg", "s/news/img/a.jpg"),
        ("./img/../img/a.jpg?x=1#y", "s/news/img/a.jpg"),
        ("../img/b.png", "s/img/b.png"),
        ("..\\img\\b.png", "s/img/b.png"),
        ("/img/b.png", "s/img/b.png"),
        ("https://host.example/c.webp", "s/host.example/c.webp"),
        ("d%20e.jpg", "s/news/d e.jpg"),
        ("../../../s/img/b.png", ""),
        ("../../..", ""),
        ("x.css", ""),
        ("https://other.example/img/b.png", ""),
        ("file:///s/img/b.png", ""),
        ("/" * 2000, ""),
        ("", ""),
    ],
)
def test_an_address_leads_to_a_file_below_the_source(address: str, file: str) -> None:
    assert FilesBeside((), FILES.__contains__).named(address, "s/news") == file


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.png").write_bytes(picture())
    found = tmp_path_factory.mktemp("found")
    for place in ("news", "img", "news/images"):
        (found / place).mkdir()
    (found / "img" / "up.png").write_bytes(picture())
    (found / "img" / "unused.png").write_bytes(picture())
    (found / "news" / "images" / "below.png").write_bytes(picture())
    (found / "news" / "linked.png").symlink_to(outside / "secret.png")
    for number, address in enumerate(
        ("../img/up.png", "images/below.png", f"../../{outside.name}/secret.png", "linked.png")
    ):
        text = (
            page(address)
            .replace("أربعين", ("أربعين", "ثلاثين", "خمسين", "ستين")[number])
            .replace("سبع دول", f"{number + 2} دول")
        )
        (found / "news" / f"{number}.html").write_text(text.replace("صباح أمس", "مساء الخميس" * (number + 1)), "utf-8")
    return found


def test_pictures_beside_pages_come_in_with_their_articles_and_are_no_files_of_their_own(
    folder: Path, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    said = desk.run("importing", str(folder), "--processes", "1")
    assert "It is a picture, and no article that came in shows it." in said
    report = (desk.root / "import-report.csv").read_text("utf-8-sig")
    assert "unused.png" in report
    assert "up.png" not in report
    articles = {file.stem: file.read_text("utf-8") for file in (desk.content / "articles").glob("*.md")}
    assert {stem: "{static}images/" in text for stem, text in articles.items()} == {
        "0": True,
        "1": True,
        "2": False,
        "3": False,
    }


def test_every_kind_of_source_says_what_it_holds(folder: Path, tmp_path: Path) -> None:
    packed = tmp_path / "found.zip"
    with zipfile.ZipFile(packed, "w") as made:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not file.is_symlink():
                made.write(file, file.relative_to(folder).as_posix())
    for source, base in (
        (source_of(folder), "news/"),
        (source_of(packed), "news/"),
        (source_of(folder / "news" / "0.html"), ""),
    ):
        assert source.holds(f"{base}images/below.png")
        held = [
            source.holds(f"{base}{name}")
            for name in ("images", "linked.png", "images/../images/below.png", "no.png", "\0")
        ]
        assert held == [False] * len(held)
    assert not source_of(folder).holds(os.fspath(folder / "img" / "up.png"))


def test_a_folder_of_zoteros_with_several_pages_belongs_to_the_one_that_is_no_frame() -> None:
    names = [
        f"storage/8WQK2M4T/{name}" for name in ("a-frame.html", "saved_resource.html", "مقال.html", "1.png", "x.css")
    ]
    found = companions(names)
    assert found == {"storage/8WQK2M4T": "storage/8WQK2M4T/مقال.html"}
    assert [page_of(name, found) is not None for name in names] == [False, False, False, True, True]
