"""Exports as WordPress writes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desk.conftest import Desk

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.4" created="2024-01-01 00:00" -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
	<title>صحيفة المدينة</title>
	<link>https://old.test</link>
	<language>ar</language>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:base_site_url>https://old.test</wp:base_site_url>
	<wp:base_blog_url>https://old.test</wp:base_blog_url>
	<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[mona]]></wp:author_login>
	<wp:author_email><![CDATA[mona@secret.test]]></wp:author_email><wp:author_display_name><![CDATA[منى القاسم]]></wp:author_display_name></wp:author>
"""
BODY = "<p>{} في المدينة القديمة بحضور الأهالي والوزراء والضيوف.</p>"
COMMENT = """<wp:comment><wp:comment_id>9</wp:comment_id><wp:comment_author><![CDATA[معلّق]]></wp:comment_author>
<wp:comment_author_email><![CDATA[reader@secret.test]]></wp:comment_author_email><wp:comment_author_IP><![CDATA[10.9.8.7]]></wp:comment_author_IP>
<wp:comment_content><![CDATA[كلام المعلق]]></wp:comment_content></wp:comment>"""
DEFAULTS = {
    "title": "خبر المدينة",
    "link": "https://old.test/2019/03/%d8%ae%d8%a8%d8%b1/",
    "name": "%d8%ae%d8%a8%d8%b1",
    "content": "<!-- wp:paragraph -->\n<p>افتتح الوزير أمس جسرا جديدا في المدينة القديمة بحضور الأهالي.</p>\n<!-- /wp:paragraph -->",
    "excerpt": "",
    "date": "2019-03-01 01:30:00",
    "gmt": "2019-02-28 22:30:00",
    "status": "publish",
    "type": "post",
    "creator": "mona",
    "more": "",
}


def item(number: int, **given: str) -> str:
    """Give one entry."""
    v = DEFAULTS | given
    return f"""<item>
	<title><![CDATA[{v["title"]}]]></title>
	<link>{v["link"]}</link>
	<pubDate>Thu, 28 Feb 2019 22:30:00 +0000</pubDate>
	<dc:creator><![CDATA[{v["creator"]}]]></dc:creator>
	<guid isPermaLink="false">https://old.test/?p={number}</guid>
	<content:encoded><![CDATA[{v["content"]}]]></content:encoded>
	<excerpt:encoded><![CDATA[{v["excerpt"]}]]></excerpt:encoded>
	<wp:post_id>{number}</wp:post_id>
	<wp:post_date><![CDATA[{v["date"]}]]></wp:post_date>
	<wp:post_date_gmt><![CDATA[{v["gmt"]}]]></wp:post_date_gmt>
	<wp:post_name><![CDATA[{v["name"]}]]></wp:post_name>
	<wp:status><![CDATA[{v["status"]}]]></wp:status>
	<wp:post_type><![CDATA[{v["type"]}]]></wp:post_type>
	{v["more"]}
	{COMMENT}
</item>
"""


def wxr(items: Iterable[str], head: str = HEAD) -> bytes:
    """Give a whole export."""
    return f"{head}{''.join(items)}</channel>\n</rss>\n".encode()


def moved(desk: Desk, tmp_path: Path, *items: str, head: str = HEAD) -> str:
    """Import an export of these entries; give what was said."""
    file = tmp_path / "export.xml"
    file.write_bytes(wxr(items, head))
    return desk.run("importing", str(file), "--lang", "en")
