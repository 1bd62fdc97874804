"""A WordPress export moves in: what is in it comes out, what is lost is said, and hostile or damaged entries keep nothing else back."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from desk.conftest import Desk
from desk.importing.moving.sites import articles
from desk.importing.moving.wxr import BODY, HEAD, item, moved, wxr
from warraq.archive.record import Record
from warraq.desk.importing.moving import xml_entries
from warraq.desk.importing.sources import source_of
from warraq.edition.replay import replays
from warraq.repair.readers import read_original


def test_a_post_comes_in_with_all_that_is_stated_of_it(desk: Desk, tmp_path: Path) -> None:
    terms = (
        '<category domain="category" nicename="x"><![CDATA[محليات]]></category>'
        '<category domain="category" nicename="uncategorized"><![CDATA[غير مصنف]]></category>'
        '<category domain="post_tag" nicename="y"><![CDATA[جسور، طرق]]></category>'
        '<category domain="series" nicename="z"><![CDATA[ملف]]></category>'
        "<wp:postmeta><wp:meta_key>مصور</wp:meta_key><wp:meta_value><![CDATA[سامي: 2]]></wp:meta_value></wp:postmeta>"
        "<wp:postmeta><wp:meta_key>_edit_lock</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>"
    )
    moved(desk, tmp_path, item(7, excerpt="خلاصة <b>الخبر</b>", more=terms))
    [made] = articles(desk).values()
    assert (made.title, made.slug, str(made.date), made.lang) == ("خبر المدينة", "خبر", "2019-03-01", "ar")
    assert (made.authors, made.tags, made.summary) == (("منى القاسم",), ("محليات", "جسور، طرق"), "خلاصة الخبر")
    assert made.source and (made.source.name, made.source.url) == (
        "صحيفة المدينة",
        "https://old.test/2019/03/%d8%ae%d8%a8%d8%b1/",
    )
    assert made.former_addresses == ("/2019/03/خبر/", "/?p=7")
    assert made.body == "افتتح الوزير أمس جسرا جديدا في المدينة القديمة بحضور الأهالي."
    written = (desk.content / "articles" / "خبر.md").read_text("utf-8")
    assert 'date: "2019-03-01T01:30:00+03:00"' in written, "the zone is kept"
    assert 'مصور: "سامي: 2"' in written and "series: [ملف]" in written and "_edit_lock" not in written


def test_original_and_record_lead_to_the_text_and_back_without_readers_comments(desk: Desk, tmp_path: Path) -> None:
    moved(desk, tmp_path, item(7))
    data = (desk.content / "originals" / "خبر.html").read_bytes()
    record = Record.from_bytes((desk.content / "records" / "خبر.json").read_bytes())
    assert data.decode().startswith("<!-- wp:paragraph -->")
    assert replays(record, read_original("خبر.html", data))
    assert record.original.moved
    moved_from = record.original.moved
    assert (moved_from.kind, moved_from.container, moved_from.place, len(moved_from.sha256)) == (
        "WordPress",
        "export.xml",
        "post_id 7",
        64,
    )
    assert all(change.layout for change in record.changes) and not record.doubts
    everything = b"".join(f.read_bytes() for f in desk.content.rglob("*") if f.is_file())
    for secret in ("secret.test", "10.9.8.7", "المعلق"):
        assert secret.encode() not in everything


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("draft", "status: draft"),
        ("private", "status: draft"),
        ("pending", "status: draft"),
        ("future", "embargo: 2019-03-01"),
    ],
)
def test_what_is_not_public_does_not_become_so(desk: Desk, tmp_path: Path, status: str, says: str) -> None:
    moved(desk, tmp_path, item(7, status=status))
    assert f"\n{says}\n" in (desk.content / "articles" / "خبر.md").read_text("utf-8")


def test_a_post_with_a_password_is_a_draft(desk: Desk, tmp_path: Path) -> None:
    moved(desk, tmp_path, item(7, more="<wp:post_password>1234</wp:post_password>"))
    assert articles(desk)["خبر"].status == "draft"


def test_links_follow_and_those_to_nothing_keep_their_address(desk: Desk, tmp_path: Path) -> None:
    second = BODY.format(
        "زار الوفد <a href='/2019/03/%D8%AE%D8%A8%D8%B1'>الجسر</a> ثم <a href='https://www.old.test/?p=7#x'>عاد</a> إلى "
    )
    second += "<p><a href='/gone/'>ذهب</a> <a href='https://else.test/'>غيره</a> <a href='#a'>هنا</a> <a href='javascript:x'>لا</a></p>"
    moved(desk, tmp_path, item(7), item(8, title="ثان", name="b", link="https://old.test/b/", content=second))
    body = articles(desk)["b"].body
    assert body.startswith("زار الوفد [الجسر](<{filename}خبر.md>) ثم [عاد](<{filename}خبر.md>) إلى")
    assert "[ذهب](<https://old.test/gone/>) [غيره](<https://else.test/>) هنا لا" in body


def test_pictures_come_along_from_the_folder_and_others_are_told(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    (folder / "wp-content" / "uploads" / "2019").mkdir(parents=True)
    shown = io.BytesIO()
    Image.new("RGB", (200, 150), "red").save(shown, "JPEG")
    (folder / "wp-content" / "uploads" / "2019" / "a.jpg").write_bytes(shown.getvalue())
    (folder / "wp-content" / "uploads" / "2019" / "bad.jpg").write_bytes(b"no picture")
    caption = '[caption id="1" width="3"]<a href="x"><img src="https://old.test/wp-content/uploads/2019/a.jpg" alt="جسر" /></a> الجسر ليلا[/caption]'
    rest = '<img src="https://old.test/wp-content/uploads/2019/gone.jpg" alt="ضاعت"><img src="/wp-content/uploads/2019/bad.jpg">'
    (folder / "export.xml").write_bytes(wxr([item(7, content=f"{caption}\n\nنص الخبر هنا {rest} ثم عاد.")]))
    said = desk.run("importing", str(folder), "--lang", "en")
    body = articles(desk)["خبر"].body
    assert body.startswith('![جسر](<{static}images/خبر/1.jpg> "الجسر ليلا")\n\nنص الخبر هنا <!-- ')
    assert "https://old.test/wp-content/uploads/2019/gone.jpg" in body
    assert (desk.content / "images" / "خبر" / "1.jpg").is_file()
    assert "Pictures that did not come with their pages: 1." in said and "Pictures that can't be read: 1." in said


def test_what_is_no_text_is_counted_and_told(desk: Desk, tmp_path: Path) -> None:
    picture = item(
        1, type="attachment", status="inherit", more="<wp:attachment_url>https://old.test/a.jpg</wp:attachment_url>"
    )
    said = moved(
        desk,
        tmp_path,
        item(7),
        picture,
        item(2, type="nav_menu_item"),
        item(3, status="trash"),
        item(4, type="page", name="about"),
    )
    assert "export.xml: attachment: Entries of this kind are no texts, and are left out: 1." in said
    assert "export.xml: trash: " in said
    about = (desk.content / "articles" / "about.md").read_text("utf-8")
    assert "/?page_id=4" in about and "post_type: page" in about


def test_damaged_entries_are_named_and_the_rest_comes_in(desk: Desk, tmp_path: Path) -> None:
    broken = item(5, name="broken").replace("</wp:post_id>", "</wp:oops>")
    control = item(6, name="control", title="له\x01 علامة", link="https://old.test/c/", content=BODY.format("نص آخر"))
    cut = item(9, name="cut").partition("<excerpt")[0]
    said = moved(desk, tmp_path, item(7), broken, control, item(8, name="none", title="", content=""), cut)
    assert set(articles(desk)) == {"خبر", "control"}
    assert articles(desk)["control"].title == "له علامة"
    assert said.count("Its XML is damaged, at byte ") == 2
    assert "The file holds no text." in said


def test_entities_are_never_read(desk: Desk, tmp_path: Path) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>\n<rss'
    evil = item(5, name="evil").replace("<![CDATA[خبر المدينة]]>", "&b;&f;")
    said = moved(desk, tmp_path, item(7), evil, head=HEAD.replace("<rss", bomb))
    assert set(articles(desk)) <= {"خبر", "evil"} and "خبر" in articles(desk)
    everything = b"".join(f.read_bytes() for f in desk.content.rglob("*.md"))
    assert b"root:" not in everything and b"aaaaaaaaaa" not in everything
    assert said


def test_the_same_import_again_takes_nothing_twice_and_what_was_thrown_out_stays_out(
    desk: Desk, tmp_path: Path
) -> None:
    twice = item(8, name="copy", title="نسخة", link="https://old.test/copy/")
    said = moved(desk, tmp_path, item(7), twice, item(9, name="other", title="آخر", content=BODY.format("قيل")))
    assert "Duplicates of others among them, not imported: 1." in said
    said = moved(desk, tmp_path, item(7), twice, item(9, name="other", title="آخر", content=BODY.format("قيل")))
    assert "Imported: 0 of 3 files." in said
    desk.run("rejecting", "--only", "other.html", "--lang", "en")
    said = moved(desk, tmp_path, item(9, name="other", title="آخر", content=BODY.format("قيل")))
    assert "Thrown out before, not imported: 1." in said


def test_of_two_posts_with_one_text_the_title_that_was_not_taken_is_named(desk: Desk, tmp_path: Path) -> None:
    other = item(8, name="copy", title="جسر <جديد> للمدينة", link="https://old.test/copy/")
    alike = item(9, name="again", title="«خبر» المدينة!", link="https://old.test/again/")
    said = moved(desk, tmp_path, item(7), other, alike)
    named = (
        "00000008/copy.html is the text of content/articles/خبر.md, but its title is another: “جسر <جديد> للمدينة”. "
    )
    assert "Duplicates of others among them, not imported: 2." in said
    assert "The same text with another title, which was not taken: 1." in said
    assert f"{named}The article keeps “خبر المدينة”." in said
    [made] = articles(desk).values()
    assert made.title == "خبر المدينة" and "/copy/" in made.former_addresses
    page = (desk.root / "import-report.html").read_text("utf-8")
    assert page.count("The same text with another title: 1") == 1
    assert '<bdi dir="ltr">00000008/copy.html</bdi></a> · <bdi>جسر &lt;جديد&gt; للمدينة</bdi></td>' in page


def test_another_title_in_a_newer_export_is_named_unless_an_editor_corrected_the_articles(
    desk: Desk, tmp_path: Path
) -> None:
    newer = item(7, title="خبر المدينة القديمة")
    moved(desk, tmp_path, item(7))
    said = moved(desk, tmp_path, newer)
    named = (
        "00000007/خبر.html is the text of content/articles/خبر.md, but its title is another: “خبر المدينة القديمة”. "
    )
    assert f"{named}The article keeps “خبر المدينة”." in said
    desk.run("correcting", "set", "--where=lang = ar", "--", "title", "عنوان المحرر")
    assert "with another title" not in moved(desk, tmp_path, item(7))
    assert f"{named}The article keeps “عنوان المحرر”." in moved(desk, tmp_path, newer)
    (desk.content / "records" / "خبر.json").unlink()
    assert "with another title, which was not taken: 1." in moved(desk, tmp_path, item(7))


def test_a_renewal_leaves_what_moved_in(desk: Desk, tmp_path: Path) -> None:
    moved(desk, tmp_path, item(7, content=BODY.format("قال  الوزير ، أمس")))
    before = {f: f.read_bytes() for f in desk.content.rglob("*") if f.is_file()}
    desk.run("renewing")
    assert before == {f: f.read_bytes() for f in desk.content.rglob("*") if f.is_file()}


def test_the_same_bytes_in_other_chunks_and_from_an_import_that_went_on(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [
        item(
            n,
            name=f"n{n}",
            title=f"خبر {n}",
            link=f"https://old.test/n{n}/",
            content=BODY.format(f"نص {n} ]] > <item> &lt;/item>"),
        )
        for n in range(1, 30)
    ]
    moved(desk, tmp_path, *items)
    once = {f.relative_to(desk.content): f.read_bytes() for f in desk.content.rglob("*") if f.is_file()}
    assert len(articles(desk)) == 29
    for folder in ("articles", "originals", "records"):
        shutil.rmtree(desk.content / folder)
    monkeypatch.setattr(xml_entries, "CHUNK", 61)
    process = desk.start("importing", str(tmp_path / "export.xml"), "--processes", "1")
    while process.poll() is None and not list((desk.root / ".warraq").glob("import-*/kept/*.json")):
        pass
    process.kill()
    process.communicate()
    moved(desk, tmp_path, *items)
    assert once == {f.relative_to(desk.content): f.read_bytes() for f in desk.content.rglob("*") if f.is_file()}


def test_a_file_that_is_no_export_is_none(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text("<urlset><item/></urlset>", "utf-8")
    assert type(source_of(tmp_path / "x.xml")).__name__ != "MovingSource"
