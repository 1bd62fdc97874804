"""Exports of Ghost, answers of WordPress's REST API, Blogger's backup and feeds move in; what is no public text does not become one."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from desk.conftest import Desk
from desk.importing.moving.sites import articles, picture, site
from desk.importing.moving.wxr import item, wxr
from warraq.desk.importing.moving import json_exports

TEXT = "<p>قال الوزير أمس {} إن الجسر يُفتتح بحضور الأهالي والضيوف.</p>"


def ghost(*posts: dict[str, Any]) -> str:
    """Give an export as Ghost writes it."""
    data = {
        "posts": posts,
        "tags": [{"id": "t1", "name": "جسور"}, {"id": "t2", "name": "#داخلي"}, {"id": "t3", "name": "محليات"}],
        "posts_tags": [
            {"post_id": "1", "tag_id": "t1", "sort_order": 1},
            {"post_id": "1", "tag_id": "t3", "sort_order": 0},
            {"post_id": "1", "tag_id": "t2", "sort_order": 2},
        ],
        "users": [{"id": "u1", "name": "منى", "email": "mona@secret.test"}],
        "posts_authors": [{"post_id": "1", "author_id": "u1", "sort_order": 0}],
        "settings": [{"key": "title", "value": "مدونة"}, {"key": "locale", "value": "ar"}],
    }
    return json.dumps({"db": [{"meta": {"exported_on": 1, "version": "5.0.0"}, "data": data}]}, ensure_ascii=False)


FIRST = {
    "id": "1",
    "title": "الخبر الأول",
    "slug": "first",
    "html": TEXT.format('<a href="__GHOST_URL__/second/">ثان</a>')
    + '<img src="__GHOST_URL__/content/images/2020/a.png" alt="جسر">',
    "feature_image": "__GHOST_URL__/content/images/2020/b.png",
    "status": "published",
    "visibility": "public",
    "published_at": "2019-03-01T01:30:00.000Z",
    "custom_excerpt": "خلاصة",
    "canonical_url": "https://else.test/1",
}


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


def answer(number: int, **given: Any) -> dict[str, Any]:
    """Give a post as the REST API does."""
    return {
        "id": number,
        "date": "2019-03-01T01:30:00",
        "date_gmt": "2019-02-28T22:30:00",
        "slug": f"%d8%ae-{number}",
        "status": "publish",
        "type": "post",
        "link": f"https://old.test/2019/03/p{number}/",
        "title": {"rendered": f"خبر &#8211; {number}"},
        "content": {"rendered": TEXT.format(number), "protected": False},
        "excerpt": {"rendered": "<p>خلاصة</p>\n"},
        "author": 3,
        "categories": [5],
        "tags": [6],
    } | given


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
        ("posts 4", "null"),
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


BLOGGER = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#' xmlns:thr='http://purl.org/syndication/thread/1.0'>
<id>tag:blogger.com,1999:blog-1.archive</id><title type='text'>مدونتي</title>
<link rel='alternate' type='text/html' href='https://old.test/'/>
<entry><id>tag:blogger.com,1999:blog-1.settings</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#settings'/>
<title>x</title><content>y</content></entry>
<entry><id>tag:blogger.com,1999:blog-1.post-7</id><published>2019-03-01T01:30:00.001+03:00</published><updated>2020-01-01T00:00:00Z</updated>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/>
<category scheme='http://www.blogger.com/atom/ns#' term='جسور'/>
<title type='text'>خبر &amp; آخر</title><content type='html'>&lt;div&gt;نص &lt;b&gt;الخبر&lt;/b&gt; كاملا.&lt;/div&gt;</content>
<link rel='replies' href='https://old.test/feeds/7'/><link rel='alternate' type='text/html' href='https://old.test/2019/03/khabar.html'/>
<author><name>منى</name><email>mona@secret.test</email></author></entry>
<entry><id>tag:blogger.com,1999:blog-1.post-8</id><published>2019-03-02T00:00:00Z</published>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#page'/>
<title type='text'>صفحة</title><content type='text'>سطر أول هنا
سطر &lt;ثان&gt;</content><app:control><app:draft>yes</app:draft></app:control></entry>
<entry><id>c</id>
<thr:in-reply-to ref='x'/><title>تعليق</title><content>كلام المعلق</content>
<author><name>معلق</name><email>reader@secret.test</email></author></entry>
<entry><id>broken</id><title>x</oops></entry>
</feed>
"""


def test_blogger(desk: Desk, tmp_path: Path) -> None:
    site(tmp_path, {"blog.xml": BLOGGER})
    said = desk.run("importing", str(tmp_path / "blog.xml"), "--lang", "en")
    made = articles(desk)
    first = made["khabar"]
    assert (first.title, str(first.date), first.authors, first.tags) == ("خبر & آخر", "2019-03-01", ("منى",), ("جسور",))
    assert first.body == "نص **الخبر** كاملا." and first.former_addresses == ("/2019/03/khabar.html",)
    assert first.source and first.source.name == "مدونتي"
    assert made["صفحة"].status == "draft" and made["صفحة"].body == "سطر أول هنا\n\nسطر &lt;ثان>"
    assert (
        "blog.xml: comment: " in said and "blog.xml: settings: " in said and "blog.xml: 5: Its XML is damaged" in said
    )
    everything = b"".join(f.read_bytes() for f in desk.content.rglob("*") if f.is_file())
    assert b"secret.test" not in everything and "المعلق".encode() not in everything


RSS = """<?xml version="1.0" encoding="windows-1256"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>صحيفة</title><link>https://old.test/</link><language>ar</language>
<item><title>خبر &amp;quot;أول&amp;quot;</title><link>/news/1</link><guid>https://old.test/?id=1</guid>
<pubDate>Fri, 01 Mar 2019 01:30:00 +0300</pubDate>
<dc:creator>منى</dc:creator><category>جسور</category><description>خلاصة &lt;b&gt;الخبر&lt;/b&gt;</description>
<content:encoded><![CDATA[<p>نص الخبر كاملا</p>]]></content:encoded></item>
<item><title>ثان</title><link>https://old.test/news/2</link><author>x@secret.test (سامي)</author>
<description>&lt;p&gt;ملخص لا غير&lt;/p&gt;</description></item>
</channel></rss>
"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://old.test/"><title>قديم</title><link>https://old.test/</link></channel>
<item rdf:about="https://old.test/1"><title>خبر</title><link>https://old.test/1</link><dc:date>2005-01-02T03:04:05Z</dc:date>
<description>نص قديم</description></item>
</rdf:RDF>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa"><title type="html">A &amp;amp; B</title><link href="https://old.test/"/>
<entry><title type="html">&lt;b&gt;خبر&lt;/b&gt; جدید</title><link href="https://old.test/a/"/><id>urn:1</id><updated>2021-01-02T03:04:05Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>متن <b>خبر</b></p><ul><li>یک</li></ul></div></content></entry></feed>
"""


def test_rss(desk: Desk, tmp_path: Path) -> None:
    site(tmp_path, {"feed.rss": RSS.encode("windows-1256")})
    desk.run("importing", str(tmp_path / "feed.rss"))
    first, second = articles(desk)["1"], articles(desk)["2"]
    assert (first.title, str(first.date), first.authors, first.tags, first.summary) == (
        'خبر "أول"',
        "2019-03-01",
        ("منى",),
        ("جسور",),
        "خلاصة الخبر",
    )
    assert first.former_addresses == ("/news/1", "/?id=1") and first.body == "نص الخبر كاملا"
    assert second.authors == ("سامي",) and second.body == "ملخص لا غير" and second.summary is None


def test_what_a_password_keeps_is_named_and_no_article(desk: Desk, tmp_path: Path) -> None:
    form = '<form action="/wp-login.php" class="post-password-form"><p>This content is password protected.</p></form>'
    site(tmp_path, {"feed.rss": RSS.replace("<p>نص الخبر كاملا</p>", form).encode("windows-1256")})
    said = desk.run("importing", str(tmp_path / "feed.rss"), "--lang", "en")
    closed = answer(1) | {"content": {"rendered": "", "protected": True}}
    site(tmp_path, {"posts.json": json.dumps([closed, answer(2)])})
    said += desk.run("importing", str(tmp_path / "posts.json"), "--lang", "en")
    assert said.count("A password keeps its text, so it is not in the export.") == 2
    assert [a.title for a in articles(desk).values() if "password" in a.body or not a.body] == []


def test_names_of_authors_in_a_feed_may_be_html(desk: Desk, tmp_path: Path) -> None:
    creator = "<dc:creator><![CDATA[منى &#38; سامي]]></dc:creator>"
    site(tmp_path, {"feed.rss": RSS.replace("<dc:creator>منى</dc:creator>", creator).encode("windows-1256")})
    desk.run("importing", str(tmp_path / "feed.rss"))
    assert articles(desk)["1"].authors == ("منى & سامي",)


def test_rss_of_the_first_version_and_atom_with_xhtml(desk: Desk, tmp_path: Path) -> None:
    site(tmp_path, {"old.rdf": RDF, "new.atom": ATOM})
    desk.run("importing", str(tmp_path / "old.rdf"))
    desk.run("importing", str(tmp_path / "new.atom"))
    old, new = (next(a for a in articles(desk).values() if a.lang == lang) for lang in ("ar", "fa"))
    assert (old.title, str(old.date), old.body, old.source and old.source.name) == (
        "خبر",
        "2005-01-02",
        "نص قديم",
        "قديم",
    )
    assert (new.title, new.body, new.source and new.source.name) == ("خبر جدید", "متن **خبر**\n\n-   یک", "A & B")


def test_saved_pages_with_a_feed_among_them_are_saved_pages(desk: Desk, tmp_path: Path) -> None:
    page = "<html><head><title>خبر</title></head><body><h1>خبر</h1><p>قال الوزير أمس إن الجسر يفتتح قريبا بحضور الأهالي.</p></body></html>"
    desk.run(
        "importing",
        str(site(tmp_path / "saved", {"index.html": page, "feed.xml": RSS, "posts.json": json.dumps([answer(1)])})),
    )
    assert [a.original for a in articles(desk).values()] == ["index.html"]


def test_a_zip_file_of_an_export_or_a_site_is_what_it_holds(desk: Desk, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "wordpress.zip", "w") as packed:
        packed.writestr(
            "export/site.xml",
            wxr([item(7, content='<p>نص</p><img src="https://old.test/wp-content/uploads/a.png" alt="ص">')]),
        )
        packed.writestr("export/wp-content/uploads/a.png", picture())
    with zipfile.ZipFile(tmp_path / "hugo.zip", "w") as packed:
        packed.writestr("hugo.toml", "")
        packed.writestr("content/a.md", "---\ntitle: نص هوغو\n---\nنص من ملف مضغوط.\n")
    desk.run("importing", str(tmp_path / "wordpress.zip"))
    desk.run("importing", str(tmp_path / "hugo.zip"))
    made = articles(desk)
    assert made["خبر"].body == "نص\n\n![ص](<{static}images/خبر/1.png>)" and made["a"].body == "نص من ملف مضغوط."
