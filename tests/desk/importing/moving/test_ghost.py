"""Ghost's export moves in: what only members could read becomes a draft, days are those of the site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.importing.moving.exports_in_json import FIRST, TEXT, ghost
from desk.importing.moving.sites import articles, picture, site


def test_ghost(desk: Desk, tmp_path: Path) -> None:
    posts = (
        FIRST,
        {
            "id": "2",
            "title": "ثان",
            "slug": "second",
            "html": TEXT.format("ثانيا"),
            "status": "published",
            "visibility": "members",
        },
        {
            "id": "3",
            "title": "مؤجل",
            "slug": "third",
            "html": TEXT.format("ثالثا"),
            "status": "scheduled",
            "published_at": 4000000000000,
        },
        {
            "id": "4",
            "title": "قديم",
            "slug": "old",
            "markdown": "نص **قديم** هنا.",
            "status": "draft",
            "author_id": "u1",
            "created_at": 1500000000000,
        },
        {
            "id": "5",
            "title": "بطاقة",
            "slug": "card",
            "mobiledoc": '{"cards":[["card-markdown",{"markdown":"نص البطاقة."}]]}',
            "status": "published",
        },
        {"id": "6", "title": "مغلق", "slug": "lexical", "lexical": "{}", "status": "published"},
        {"id": "7", "title": "معطوب", "slug": "mobile", "mobiledoc": "{", "status": "published"},
    )
    files: dict[str, str | bytes] = {
        "export.json": ghost(*posts),
        "content/images/2020/a.png": picture(),
        "content/images/2020/b.png": picture(),
    }
    said = desk.run("importing", str(site(tmp_path / "ghost", files)), "--lang", "en")
    made = articles(desk)
    first = made["first"]
    assert (first.title, str(first.date), first.authors, first.tags) == (
        "الخبر الأول",
        "2019-03-01",
        ("منى",),
        ("محليات", "جسور"),
    )
    assert (first.summary, first.lang, first.former_addresses) == ("خلاصة", "ar", ("/first/",))
    assert (
        first.source
        and first.source.name == "مدونة"
        and first.body.startswith("![](<{static}images/first/1.png>)\n\nقال الوزير أمس [ثان](<{filename}second.md>)")
    )
    assert made["second"].status == "draft", "what only members read stays unread"
    assert str(made["third"].embargo) == "2096-10-02"
    assert (
        made["old"].body == "نص **قديم** هنا."
        and made["old"].authors == ("منى",)
        and str(made["old"].date) == "2017-07-14"
    )
    assert made["card"].body == "نص البطاقة."
    assert said.count("The export has its text in Ghost's own form alone") == 2
    assert b"secret.test" not in b"".join(f.read_bytes() for f in desk.content.rglob("*") if f.is_file())
    assert "internal_tags" in (desk.content / "articles" / "first.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Asia/Baghdad", "2019-03-02"),
        ("Etc/UTC", "2019-03-01"),
        ("Nowhere/Town", "2019-03-01"),
        ("../../etc/passwd", "2019-03-01"),
        ("", "2019-03-01"),
    ],
)
def test_the_day_is_that_of_the_site_as_ghost_showed_it(desk: Desk, tmp_path: Path, zone: str, day: str) -> None:
    settings = [{"key": "timezone", "value": zone}, {"key": "locale", "value": "ar"}]
    export = json.loads(ghost(FIRST | {"published_at": "2019-03-01T22:30:00.000Z"}))
    export["db"][0]["data"]["settings"] = settings
    site(tmp_path, {"export.json": json.dumps(export)})
    desk.run("importing", str(tmp_path / "export.json"))
    assert str(articles(desk)["first"].date) == day


def test_what_ghost_states_of_a_post_in_a_table_of_its_own(desk: Desk, tmp_path: Path) -> None:
    export = json.loads(ghost(FIRST, FIRST | {"id": "2", "slug": "letter", "html": TEXT.format("رسالة")}))
    export["db"][0]["data"]["posts_meta"] = [
        {
            "id": "row",
            "post_id": "1",
            "feature_image_alt": 'ال"جسر',
            "feature_image_caption": "تصوير <b>منى</b>",
            "meta_title": "عنوان",
        },
        {"post_id": "2", "email_only": 1, "meta_title": None},
    ]
    files: dict[str, str | bytes] = {"export.json": json.dumps(export), "content/images/2020/b.png": picture()}
    desk.run("importing", str(site(tmp_path / "ghost", files)))
    made = articles(desk)
    assert made["first"].body.startswith('![ال"جسر](<{static}images/first/1.png> "تصوير منى")')
    assert "meta_title: عنوان" in (desk.content / "articles" / "first.md").read_text("utf-8")
    assert (made["first"].authors, made["first"].tags) == (("منى",), ("محليات", "جسور"))
    assert made["letter"].status == "draft", "what went out by letter alone was on no page"
