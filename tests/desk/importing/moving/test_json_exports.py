"""What an export in JSON holds moves in; one that is no JSON, and rows that are no objects, are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.importing.moving.exports_in_json import FIRST, TEXT, answer, ghost
from desk.importing.moving.sites import articles, picture, site
from warraq.desk.importing.moving import json_exports


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ('{"db":[{"data":{"posts": [', "This is not JSON, from line 1 on."),
        ('{"db":[{"data":{"tags": []}}]}', "It holds no posts."),
        ('{"db":' + "[" * 100_000, "This is not JSON."),
        (b'{"db": "\xff"}', "This is not JSON."),
        ('{"db":' + "9" * 5_000, "This is not JSON."),
    ],
)
def test_an_export_that_is_no_json_is_named(desk: Desk, tmp_path: Path, written: str | bytes, says: str) -> None:
    site(tmp_path, {"export.json": written})
    assert says in desk.run("importing", str(tmp_path / "export.json"), "--lang", "en")


def test_an_export_that_is_too_large_is_not_read(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_exports, "LARGEST", 10)
    site(tmp_path, {"export.json": ghost(FIRST)})
    assert "It is larger than 0 megabytes." in desk.run("importing", str(tmp_path / "export.json"), "--lang", "en")


def test_the_rest_api(desk: Desk, tmp_path: Path) -> None:
    embedded = {
        "author": [{"id": 3, "name": "سامي"}],
        "wp:term": [
            [{"taxonomy": "category", "name": "محليات &amp; غيرها", "slug": "x"}],
            [{"name": "غير مصنف", "slug": "uncategorized"}],
        ],
        "wp:featuredmedia": [{"source_url": "https://old.test/wp-content/uploads/a.png"}],
    }
    files: dict[str, str | bytes] = {
        "posts-1.json": json.dumps([answer(1), answer(2, _embedded=embedded, lang="fa", status="draft")]),
        "posts-2.json": json.dumps([answer(3, content={"rendered": TEXT.format("<a href='/2019/03/p1/'>أول</a>")})]),
        "categories.json": json.dumps([{"id": 5, "taxonomy": "category", "name": "سياسة"}]),
        "users.json": json.dumps([{"id": 3, "name": "منى"}]),
        "broken.json": '[{"id":1, ',
        "other.json": "{}",
        "wp-content/uploads/a.png": picture(),
    }
    said = desk.run("importing", str(site(tmp_path / "answers", files)), "--lang", "en")
    made = articles(desk)
    assert (made["خ-1"].title, made["خ-1"].authors, made["خ-1"].tags) == ("خبر – 1", ("منى",), ("سياسة",))
    assert made["خ-1"].former_addresses == ("/2019/03/p1/", "/?p=1") and made["خ-1"].summary == "خلاصة"
    second = made["خ-2"]
    assert (second.authors, second.tags, second.lang, second.status) == (("سامي",), ("محليات & غيرها",), "fa", "draft")
    assert second.body.startswith("![](<{static}images/خ-2/1.png>)")
    assert "[أول](<{filename}خ-1.md>)" in made["خ-3"].body
    written = (desk.content / "articles" / "خ-1.md").read_text("utf-8")
    assert 'date: "2019-03-01T01:30:00+03:00"' in written and 'tags_ids: ["6"]' in written
    assert "broken.json: This is not JSON, from line 1 on." in said


def test_rows_of_an_export_that_are_no_objects_are_named(desk: Desk, tmp_path: Path) -> None:
    export = json.loads(ghost(FIRST))
    data = export["db"][0]["data"]
    data["posts"] = ["كلمة", FIRST, 5, None]
    data["tags"] += [[], True, 0.5]
    said = desk.run(
        "importing", str(site(tmp_path / "a", {"export.json": json.dumps(export)}) / "export.json"), "--lang", "en"
    )
    told = "This row of the export is {} and no object of JSON, so it was left out. If something is missing, export it once more."
    for place, what in (
        ("posts 1", "a text"),
        ("posts 3", "a number"),
        ("posts 4", "nothing (null)"),
        ("tags 4", "a list"),
        ("tags 5", "true or false"),
        ("tags 6", "a number"),
    ):
        assert f"export.json: {place}: {told.format(what)}" in said
    assert list(articles(desk)) == ["first"]
    answers: dict[str, str | bytes] = {
        "posts-1.json": json.dumps(['كلمة \\" [{', -1.5, answer(1)]),
        "posts-2.json": json.dumps([answer(2), "ب"]),
    }
    said = desk.run("importing", str(site(tmp_path / "answers", answers)), "--lang", "en")
    for place, what in (("posts-1.json: 1", "a text"), ("posts-1.json: 2", "a number"), ("posts-2.json: 2", "a text")):
        assert f"{place}: {told.format(what)}" in said
    assert {"خ-1", "خ-2"} <= set(articles(desk))


def test_of_many_rows_that_are_no_objects_the_first_are_named() -> None:
    named = [*json_exports.no_rows_in("x.json", {"posts": [{}, *range(json_exports.MOST_NAMED + 7)]}, "posts")]
    assert [named[0].name, named[-2].name, named[-1].name] == ["x.json: posts 2", "x.json: posts 101", "x.json: posts"]
    assert str(named[-1].rejection) == "Further rows that are no objects of JSON, left out: 7."
    assert [*json_exports.no_rows_in("x.json", {"posts": 5}, "posts")] == []
