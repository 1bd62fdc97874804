"""A page in another wrapping comes in with its pictures, its file as the original; what can't be opened is named with its reason."""

from __future__ import annotations

import csv
import gzip
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from desk.conftest import Desk
from warraq.archive.record import Record
from warraq.desk.importing.companions import companions, page_of
from warraq.press.verify import verify
from wrapped_pages import TITLE, every, of_another_page, page, picture, zipped

BARE = ("page.html.gz", "wayback.html")
"""Wrappings that do not hold their page's picture."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Give an archive into which a folder of all wrappings was imported."""
    desk, found = Desk(tmp_path_factory.mktemp("archive")), tmp_path_factory.mktemp("found")
    for number, name in enumerate(every(), 40):
        (found / name).write_bytes(of_another_page(name, number))
    snapshot = found / "storage" / "8WQK2M4T"
    snapshot.mkdir(parents=True)
    (snapshot / "صفحة.html").write_text(page("1.png").replace("أربعين", "ثلاثين"), "utf-8")
    (snapshot / "1.png").write_bytes(picture())
    for litter in ("page.css", ".zotero-ft-cache", ".zotero-reader-state"):
        (snapshot / litter).write_text("x", "utf-8")
    (found / "cut.html.gz").write_bytes(gzip.compress(page().encode())[:-9])
    (found / "text.mhtml").write_text("نص لا غير", "utf-8")
    desk.run("importing", str(found), "--processes", "1")
    return desk


def rows(desk: Desk) -> dict[str, dict[str, str]]:
    report = (desk.root / "import-report.csv").read_text("utf-8-sig").splitlines()
    return {row["file"]: row for row in csv.DictReader(report)}


def read(desk: Desk, name: str) -> tuple[dict[str, Any], str, Record]:
    file = desk.root / rows(desk)[name]["article"]
    _, front, body = file.read_text("utf-8").split("---\n", 2)
    record = desk.content / "records" / f"{file.stem}.json"
    return yaml.load(front, yaml.BaseLoader), body, Record.from_bytes(record.read_bytes())


@pytest.mark.parametrize("name", every())
def test_every_wrapping_comes_in(desk: Desk, name: str) -> None:
    front, body, record = read(desk, name)
    data = (desk.content / "originals" / front["original"]).read_bytes()
    assert (front["title"], record.original.sha256) == (TITLE, sha256(data).hexdigest())
    assert ("{static}images/" in body) is (name not in BARE)


def test_a_folder_of_zoteros_is_one_page_with_its_picture(desk: Desk) -> None:
    _, body, _ = read(desk, "storage/8WQK2M4T/صفحة.html")
    assert "{static}images/" in body
    assert [name for name in rows(desk) if name.startswith("storage/")] == ["storage/8WQK2M4T/صفحة.html"]


def test_what_cannot_be_opened_is_named_with_its_reason(desk: Desk) -> None:
    told = {name: row["reason"] for name, row in rows(desk).items() if row["outcome"] == "set aside"}
    assert told == {
        "cut.html.gz": "The gzip file is damaged: it ends too early. Save the page anew, as one HTML file, and put that file here.",
        "text.mhtml": "It is no page in the wrapping that its ending names (.mhtml).",
    }


def test_the_archive_is_verified_from_the_files_alone(desk: Desk) -> None:
    problems, archive = verify(desk.content, desk.root / "output")
    assert not problems
    assert len(archive.records) == len(every()) + 1


def test_a_zip_file_of_one_page_is_an_original_and_no_source(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "archive")
    (tmp_path / "page.zip").write_bytes(zipped())
    desk.run("importing", str(tmp_path / "page.zip"), "--processes", "1")
    assert [file.name for file in (desk.content / "originals").iterdir()] == ["page.zip"]


def test_a_folder_with_a_name_like_zoteros_loses_no_text() -> None:
    names = ["ARTICLES/a.html", "ARTICLES/b.txt", "ARTICLES/c.pdf", "ARTICLES/d.css"]
    found = companions(names)
    assert [page_of(name, found) for name in names] == [None, None, None, "ARTICLES/a.html"]
    assert companions(["ARTICLES/a.html", "ARTICLES/b.html", "ARTICLES/d.css"]) == {}
