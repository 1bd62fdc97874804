"""The id by which an article is cited gets into its file by one command, which overwrites nothing and is undone as a whole."""

from __future__ import annotations

import pytest

from desk.conftest import Desk
from warraq.archive.permanent_id import id_for
from warraq.archive.reading_article import read_article


def text(desk: Desk, name: str) -> str:
    return (desk.content / "articles" / f"{name}.md").read_bytes().decode()


@pytest.fixture
def archive(desk: Desk) -> Desk:
    desk.article("one", "").write_bytes("---\r\ntitle: خبر   # تعليق\r\ndate: 2024\r\n---\r\n\r\nنص.\r\n".encode())
    desk.article("two", "---\ntitle: خبر ثان\nid: mine7\ndate: 2024\n---\nنص.\n")
    desk.article("gone", "---\ntitle: س\ndate: 2024\nwithdrawn: {date: 2025-01-01, reason: طلب}\n---\nنص.\n")
    desk.article("bad", "---\ntitle: س\ndate: أمس\n---\nنص.\n")
    return desk


def test_the_id_that_an_article_has_is_written_into_its_file_and_nothing_else(archive: Desk) -> None:
    before = {name: text(archive, name) for name in ("one", "two", "gone", "bad")}
    said = archive.run("correcting", "ids")
    assert "Articles changed: 1.\n" in said
    now = {name: text(archive, name) for name in before}
    assert now == before | {"one": before["one"].replace("2024\r\n", f"2024\r\nid: {id_for('one')}\r\n")}
    was = read_article("content/articles/one.md", before["one"].encode()).article
    article = read_article("content/articles/one.md", now["one"].encode()).article
    assert was and article and was.id == article.id == id_for("one")
    assert "Articles changed: 0.\n" in archive.run("correcting", "ids")
    archive.run("undoing", "--", "")
    assert {name: text(archive, name) for name in before} == before


def test_it_outlives_another_name_of_the_file(archive: Desk) -> None:
    archive.run("correcting", "ids")
    moved = read_article("content/articles/other.md", text(archive, "one").encode()).article
    assert moved and (moved.slug, moved.id) == ("other", id_for("one"))


def test_a_preview_writes_nothing(archive: Desk) -> None:
    before = text(archive, "one")
    assert f"+id: {id_for('one')}" in archive.run("correcting", "ids", "--preview")
    assert text(archive, "one") == before


def test_of_two_with_one_id_the_first_keeps_it_and_the_other_is_told(archive: Desk) -> None:
    archive.article("three", f"---\ntitle: ثالث\nid: {id_for('one')}\ndate: 2024\n---\nنص.\n")
    said = archive.run("correcting", "ids", code=1)
    assert "has the same id" in said and id_for("one") not in text(archive, "two")
