"""No export holds what the site would not publish: the marker test, asked of each format that `export` writes."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from warraq.archive.archive import Archive, Site
from warraq.edition.edition import Edition
from warraq.pages.exports.bag.contents import bagged_article
from warraq.pages.exports.epub.chapter import chapter
from warraq.press.exporting import bagit, epub, skos, tei
from warraq.press.exporting.public_archive import PublicArchive, public_archive

from .archives import Planted, plant
from .looker import marker, markers_in
from .printed import printed_files
from .states import SITE_URL, TODAY, State
from .test_withheld import library
from .withheld_articles import random_edition

THEME = Path(__file__).parents[2] / "theme"


def written(found: PublicArchive, content: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Write all exports and yield their files; a book is looked into by the looker."""
    every = found.library.all
    tei.write(folder / "tei", found.library, found.each(every, tei.make))
    skos.write(folder / "skos", found.library)
    bagit.write(folder / "bag", found.library, found.each(every, bagit.make))
    epub.write(folder / "book.epub", content, THEME, found.library, found.each(every, epub.make(every)), "")
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()


@pytest.mark.parametrize("seed", [17])
def test_no_export_holds_what_may_not_leave(seed: int, tmp_path: Path) -> None:
    planted = plant(tmp_path, seed, tuple(State))
    found = public_archive(planted.content, SITE_URL, TODAY)
    assert not found.left_out
    markers = markers_in(written(found, planted.content, tmp_path / "exports"))
    assert {word: where for word, where in markers.items() if word not in planted.may} == {}
    formats = {name.split("/")[0].partition(".")[0] for where in markers.values() for name in where}
    assert formats == {"tei", "skos", "bag", "book"}, "the looker sees into each"


LEADS = [
    "HTTP://Archive.example:80/w//a/{id}/index.html",
    "https://archive.example/w/a/{id}/",
    "https://web.archive.example.org/web/2026/https://archive.example/w/a/{id}",
    "https://archive.example/w/articles/{id}-slug/",
]


@pytest.mark.parametrize("link", LEADS)
@pytest.mark.parametrize("hides", ["embargo: 2027-01-16", "status: draft"])
def test_no_export_and_no_site_has_the_permanent_id_of_what_waits(link: str, hides: str, tmp_path: Path) -> None:
    """Whatever key of a published article holds its address, and whoever translates it."""
    id_ = marker(7, latin=True)
    made = Planted(tmp_path / "content", random.Random(1))
    made.write("site.yaml", "{name: أرشيف, exports: [tei, skos, records]}\n")
    made.write("articles/waits.md", f"---\ntitle: خبر\nslug: {id_}-slug\nid: {id_}\ndate: 2024\n{hides}\n---\nنص.\n")
    there = json.dumps(link.format(id=id_))
    keys = f"translation_of: {id_}-slug\nsource: {{name: صحيفة, url: {there}, archived_url: {there}}}"
    note = f"annotations: [{{quote: عدد, note: شرح, links: [{there}]}}]"
    made.write(
        "articles/shown.md",
        f"---\ntitle: خبر معروف\ndate: 2024\n{keys}\n{note}\n---\nقال عدد من [الناس](../../a/{id_}/).\n",
    )
    definition = {"text": {"ar": "تعريف"}, "source": link.format(id=id_)}
    concept = {"scheme": "organisation", "pref_label": {"ar": "الناس"}, "definition": definition}
    made.write("vocabulary/v.yaml", json.dumps({"People": concept}))
    found = public_archive(made.content, SITE_URL, TODAY)
    assert not found.left_out and len(found.library.all) == 1
    assert markers_in(written(found, made.content, tmp_path / "exports")) == {}
    assert markers_in(printed_files(made, tmp_path)) == {}


def test_a_whole_bag_holds_all(tmp_path: Path) -> None:
    planted = plant(tmp_path, 17, tuple(State))
    found = public_archive(planted.content, SITE_URL, TODAY)
    bagit.write(tmp_path / "bag", found.library, found.each(found.library.all, bagit.make), planted.content)
    for file in planted.content.rglob("*"):
        if file.is_file():
            inside = tmp_path / "bag/data/content" / file.relative_to(planted.content)
            assert inside.read_bytes() == file.read_bytes()
    assert "Access: closed" in (tmp_path / "bag/bag-info.txt").read_text("utf-8")


def test_a_withheld_name_is_in_no_chapter_and_no_bag() -> None:
    chance = random.Random(5)
    made: list[Edition] = [random_edition(chance, number) for number in range(6)]
    cleared = library(made, Site("ورّاق", editors="named"))
    assert isinstance(cleared.archive, Archive)
    files: list[tuple[str, bytes]] = []
    for each in cleared.editions:
        files += [("chapter", chapter(each, cleared, {}).data), *bagged_article(each, cleared).files]
    assert files
    assert markers_in(files) == {}
