"""Sites of Hugo, Jekyll, Pelican, Obsidian and Quartz move in: at the addresses that these programs gave them, as their authors wrote them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.importing.moving.sample_sites import HUGO, JEKYLL, PELICAN, VAULT
from desk.importing.moving.sites import articles, site
from warraq.archive.problem import Problem
from warraq.archive.record import Record
from warraq.desk.importing.moving import moved_inspection
from warraq.desk.importing.moving.pelican_addresses import _written
from warraq.edition.replay import replays
from warraq.language import message
from warraq.repair.readers import read_original


def test_hugo(desk: Desk, tmp_path: Path) -> None:
    said = desk.run("importing", str(site(tmp_path / "hugo", HUGO)), "--lang", "en")
    made = articles(desk)
    first = made["first-2"]
    assert {a.title: a.former_addresses for a in made.values()} == {
        "الخبر الأول": ("/blog/posts/first/", "/blog/old/one/", "/blog/posts/two"),
        "الثاني": ("/blog/posts/second/",),
        "خبر": ("/blog/2021/07/خبر-خاص/",),
        "Bundle": ("/blog/post/bundle/",),
        "First": ("/blog/en/posts/first/",),
        "Own": ("/blog/own/address/",),
        "قالب": ("/blog/posts/liquid/",),
    }, "as Hugo gives them"
    assert (str(first.date), first.authors, first.tags, first.lang) == (
        "2019-03-01",
        ("منى",),
        ("محليات", "جسور", "طرق، سكك"),
        "ar",
    )
    assert first.body == (
        "افتتح  الوزير ، [الجسر](<{filename}second.md>) و[عاد](<{filename}second.md>) و"
        '<a href="{filename}second.md">ثان</a> [لا](https://else.test/x).\n\n'
        '![جسر](<{static}images/first-2/1.png> "ليلا")\n\n![ثان](<{static}images/first-2/1.png> "شرح")\n\n'
        '{{< youtube abc123 >}}\n\n```\n[كود](/posts/first/) {{< ref "second.md" >}}\n```'
    ), "nothing is repaired, and code is left alone"
    assert made["second"].status == "draft" and made["first"].lang == "en" and first.originals == "private"
    written = (desk.content / "articles" / "first-2.md").read_text("utf-8")
    assert 'list: [x, "y: z"]' in written and 'date: "2019-03-01T01:30:00+03:00"' in written
    assert '  x: "true"' in (desk.content / "articles" / "second.md").read_text("utf-8")
    assert made["liquid"].body == "نص <a>قالب</a> وغيره هنا."
    assert "content/posts/signs.md: The paragraph has 5000 signs" in said
    assert "“youtube”" in said and "“ref”" not in said
    assert "content/posts/broken.md: Its front matter can't be read, in line 2: " in said
    assert "content/posts/toml.md: Its front matter can't be read, in line 2: This is not TOML." in said
    assert "content/posts/json.md: Its front matter can't be read, in line 3: This is not JSON." in said
    assert "_index.md: It is the head of a list" in said and "r.rst: It is no Markdown" in said


def test_what_cannot_be_an_article_is_named_with_the_reason(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = message("This is not JSON.")
    refused = message("The article that this program made of it would be refused: {what}", what=inner)
    monkeypatch.setattr(moved_inspection, "trial", lambda *_: Problem("x", 0, 0, "", refused, inner))
    files: dict[str, str | bytes] = {"hugo.toml": "", "content/a.md": "---\ntitle: خبر\n---\nنص هنا.\n"}
    said = desk.run("importing", str(site(tmp_path / "hugo", files)), "--lang", "en")
    assert "content/a.md: As it is written it can't be an article: This is not JSON." in said


def test_a_file_of_markdown_is_its_own_original_and_comes_back(desk: Desk, tmp_path: Path) -> None:
    desk.run("importing", str(site(tmp_path / "hugo", HUGO)))
    for file in (desk.content / "records").glob("*.json"):
        record = Record.from_bytes(file.read_bytes())
        data = (desk.content / "originals" / record.original.name).read_bytes()
        assert replays(record, read_original(record.original.name, data))
        assert record.original.moved and data == HUGO_BYTES[record.original.moved.container]


HUGO_BYTES = {name: written.encode() if isinstance(written, str) else written for name, written in HUGO.items()}


def test_jekyll(desk: Desk, tmp_path: Path) -> None:
    said = desk.run("importing", str(site(tmp_path / "jekyll", JEKYLL)), "--lang", "en")
    made = articles(desk)
    first = made["first-post"]
    assert first.former_addresses == (
        "/j/محليات/جسور/2019/03/01/first-post/",
        "/j/محليات/جسور/2019/02/28/first-post/",  # the day where it was built, in UTC
        "/j/old/1",
    )
    assert (first.tags, first.summary, str(first.date)) == (("محليات", "جسور", "أ", "ب"), "خلاصة", "2019-03-01")
    assert first.body == (
        "نص [الثاني](<{filename}خبر-ثان.md>) و[ملاحظة](<{filename}a.md>)\nو[رابط](<{filename}about.md>) و[آخر](<{filename}about.md>).\n\n"
        '![صورة](<{static}images/first-post/1.png>)\n\n{% include video.html id="3" %}'
    )
    second = made["خبر-ثان"]
    assert (second.status, str(second.date), second.former_addresses) == (
        "draft",
        "2020-05-06",
        ("/j/2020/05/06/خبر-ثان/",),
    )
    assert made["a"].former_addresses == ("/j/n/a/",) and made["about"].former_addresses == ("/j/about/",)
    draft = made["draft-one"]
    assert (draft.title, draft.status, draft.tags) == ("draft one", "draft", ("خاص جدا",))
    assert made["page-x"].former_addresses == ("/j/2021/page_x.html",) and made["page-x"].body == "نص **الصفحة**"
    assert "“include”" in said and "README.md: It is no text of the site" in said and len(made) == 6


def test_jekyll_without_settings_and_with_those_that_cannot_be_read(desk: Desk, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "_config.yml": "a: [",
        "_posts/2019-03-01-x.md": "---\ntitle: خبر\n---\nنص هنا.\n",
        "page/index.md": "---\ntitle: ب\n---\nنص آخر.\n",
    }
    desk.run("importing", str(site(tmp_path / "jekyll", files)))
    assert articles(desk)["x"].former_addresses == ("/2019/03/01/x.html",)
    assert articles(desk)["page"].former_addresses == ("/page/",)


def test_pelican(desk: Desk, tmp_path: Path) -> None:
    said = desk.run("importing", str(site(tmp_path / "pelican", PELICAN)), "--lang", "en")
    made = articles(desk)
    first = made["first-news"]
    assert first.title == "الخبر الأول: عنوان" and first.former_addresses == ("/posts/2019/local-news/first-news.html",)
    assert (first.authors, first.tags) == (("منى", "سامي"), ("Local News", "أ", "ب"))
    image = "![ص](<{static}images/first-news/1.png>) ![ع](<{static}images/first-news/1.png>)"
    assert first.body == f"نص [الثاني](<{{filename}}Second.md>) و[صفحة](<{{filename}}about.md>) {image} ووسم."
    assert made["Second"].former_addresses == ("/own.html",) and made["Second"].status == "draft"
    third = made["عنوان-بلا-slug"]
    assert third.former_addresses == ("/posts/2018/news/nwn-bl-slug.html",) and str(third.date) == "2018-01-02"
    assert made["about"].former_addresses == ("/pages/about.html",) and made["about"].body == "نص بلا رأس."
    assert "r.rst: It is no Markdown" in said and "custom: قيمة" in (
        desk.content / "articles" / "first-news.md"
    ).read_text("utf-8")


def test_obsidian(desk: Desk, tmp_path: Path) -> None:
    said = desk.run("importing", str(site(tmp_path / "vault", VAULT)), "--lang", "en")
    made = articles(desk)
    first, second = made["ملاحظة-أولى"], made["ثانية"]
    image = "![شرح](<{static}images/ملاحظة-أولى/1.png>) ![](<{static}images/ملاحظة-أولى/1.png>)"
    assert first.body == (
        "نص [الثانية](<{filename}ثانية.md>) و[ثانية قسم](<{filename}ثانية.md>) ولا توجد <!--سر - - خاص--> و#وسم هنا `[[كود]]`.\n\n"
        + image
    )
    assert (first.status, first.tags, str(first.date), first.former_addresses) == (
        "published",
        ("أ/ب",),
        "2021-02-03",
        ("/notes/ملاحظة-أولى",),
    )
    assert second.status == "draft", "a vault holds what nobody else reads"
    assert (
        second.body
        == "نص الثانية [اسم آخر](<{filename}ملاحظة-أولى.md>) [notes/ملاحظة أولى](<{filename}ملاحظة-أولى.md>)."
    )
    assert "templates/t.md: It is no text of the site" in said


def test_quartz(desk: Desk, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "quartz.config.ts": "x",
        "content/index.md": "نص البداية هنا.\n",
        "content/a b.md": "---\ndraft: true\npermalink: p/1\n---\nنص آخر هنا.\n",
    }
    desk.run("importing", str(site(tmp_path / "quartz", files)))
    made = articles(desk)
    assert made["a-b"].status == "draft" and made["a-b"].former_addresses == ("/a-b", "/p/1")
    assert made["index"].status == "published" and made["index"].former_addresses == ()


@pytest.mark.parametrize("kind", ["hugo", "jekyll", "pelican", "vault"])
def test_what_is_hidden_beside_a_text_is_published_nowhere(desk: Desk, tmp_path: Path, kind: str) -> None:
    desk.run(
        "importing",
        str(site(tmp_path / kind, {"hugo": HUGO, "jekyll": JEKYLL, "pelican": PELICAN, "vault": VAULT}[kind])),
    )
    markdown = [a for a in articles(desk).values() if a.original and a.original.endswith(".md")]
    assert markdown and all(a.originals == "private" for a in markdown)


def test_pelicans_days_in_addresses_are_written_without_this_machines_language() -> None:
    day = datetime(2019, 3, 7, 4, 5, 6)  # noqa: DTZ001 - a day of an address has no zone
    form = "%Y/%y/%m/%-m/%d/%-d/%j/%b/%B/%H-%M-%S/%%/%Q"
    assert _written(day, form) == "2019/19/03/3/07/7/066/Mar/March/04-05-06/%/%Q"
