"""Blogger's backup and feeds move in; what is no public text does not become one."""

from __future__ import annotations

import json
from pathlib import Path

from desk.conftest import Desk
from desk.importing.moving.exports_in_json import answer
from desk.importing.moving.sites import articles, site

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
