"""What a build keeps may be cut, changed or locked: that costs time, and no byte of the site."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from warraq.press.search_index import kept_index
from warraq.press.shelf import kept_shelf

from .building import Builds
from .changes import NEW

SPOILED: dict[str, Callable[[Path], object]] = {
    "cut": lambda file: os.truncate(file, file.stat().st_size // 2),
    "no database": lambda file: file.write_bytes(b"SQLite format 3\0" + b"x" * 5000),
    "empty": lambda file: file.write_bytes(b""),
    "gone": lambda file: file.unlink(),
    "of another make": lambda file: _executed(file, "DROP TABLE articles", "CREATE TABLE articles (path TEXT)"),
    "changed": lambda file: _executed(
        file, "UPDATE articles SET kept = substr(kept, 1, 60) || 'x' || substr(kept, 62)"
    ),
    "without texts": lambda file: _executed(file, "UPDATE texts SET texts = x'00'"),
}


def _executed(file: Path, *statements: str) -> None:
    with sqlite3.connect(file) as db:
        for each in statements:
            db.execute(each)
    db.close()


@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_shelf_only_costs_time(builds: Builds, how: str, with_one_more: dict[str, bytes]) -> None:
    SPOILED[how](kept_shelf(builds.output))
    builds.write("articles/new.md", NEW)
    assert builds.build() == with_one_more


UNSEEN = "---\ntitle: مسودة\ndate: 2022-05-02\nslug: zq-unseen\nstatus: draft\n---\nنص المسودة.\n"
LEADING = "---\ntitle: خبر له رابط\ndate: 2026-12-30\n---\nانظر [تلك المادة](<{filename}draft.md>).\n"
ANOTHER = "---\ntitle: خبر آخر\ndate: 2022-05-02\n---\nنص.\n"


def spoil_table(builds: Builds, name: str) -> None:
    """Overwrite the first page of a table in the shelf."""
    file = kept_shelf(builds.output)
    with closing(sqlite3.connect(file)) as db:
        [(page,)] = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,))
        [(size,)] = db.execute("PRAGMA page_size")
    data = bytearray(file.read_bytes())
    data[(page - 1) * size : page * size] = bytes(size)
    file.write_bytes(data)


def test_texts_that_are_made_anew_lead_to_nothing_hidden(builds: Builds) -> None:
    builds.write("articles/draft.md", UNSEEN)
    builds.write("articles/leading.md", LEADING)
    assert b"leading" in builds.build()["feeds/site.xml"]
    spoil_table(builds, "files")
    builds.write("articles/another.md", ANOTHER)
    site = builds.build()
    assert not [name for name, data in site.items() if b"zq-unseen" in data]
    assert site == builds.from_nothing()


def spoiled_page(number: int) -> Callable[[Path], object]:
    """Give what overwrites a page of a database."""

    def spoil(file: Path) -> None:
        data = bytearray(file.read_bytes())
        start = number * 4096
        data[start : start + 4000] = b"x" * len(data[start : start + 4000])
        file.write_bytes(data)

    return spoil


SPOILED_INDEX: dict[str, Callable[[Path], object]] = {
    "a page of the state": spoiled_page(3),
    "cut": lambda file: os.truncate(file, file.stat().st_size // 2),
    "gone": lambda file: file.unlink(),
    "without files": lambda file: _executed(file, "DELETE FROM file"),
    "without a table": lambda file: _executed(file, "DROP TABLE article"),
    "other words": lambda file: _executed(file, "UPDATE place SET words = 'x'"),
}


def _made_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


SPOILED_INDEX["a folder"] = _made_a_folder


@pytest.mark.parametrize("clean", [False, True], ids=["kept", "clean"])
@pytest.mark.parametrize("how", SPOILED_INDEX)
def test_a_spoiled_state_of_the_search_only_costs_time(
    builds: Builds, how: str, with_one_more: dict[str, bytes], *, clean: bool
) -> None:
    SPOILED_INDEX[how](kept_index(builds.output))
    builds.write("articles/new.md", NEW)
    assert builds.build(clean=clean) == with_one_more


@pytest.mark.parametrize("page", [1, 2, 4])
def test_a_spoiled_page_of_the_shelf_only_costs_time(
    builds: Builds, page: int, with_one_more: dict[str, bytes]
) -> None:
    spoiled_page(page)(kept_shelf(builds.output))
    builds.write("articles/new.md", NEW)
    assert builds.build() == with_one_more
    assert builds.build() == with_one_more


@pytest.mark.parametrize("how", ["put back", "locked"])
def test_words_that_go_are_in_no_index_though_its_state_was_not_kept(builds: Builds, how: str) -> None:
    """A program that reads the state may keep it from being written."""
    state, before = kept_index(builds.output), kept_index(builds.output).read_bytes()
    builds.write("articles/new.md", NEW.replace("القناة", "زكرياالسري"))
    reading = sqlite3.connect(state, isolation_level=None)
    if how == "locked":
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM article").fetchone()
    builds.build()
    reading.close()
    if how == "put back":
        state.write_bytes(before)
    (builds.content / "articles/new.md").unlink()
    site = builds.build()
    assert site == builds.from_nothing()
    assert [path for path, data in site.items() if "زكرياالسري".encode() in data] == []
