"""What exports have that WordPress itself wrote, and readers saw: HTML in names, former slugs, synced patterns, copies, cartoons."""

from __future__ import annotations

import io
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from desk.conftest import Desk
from desk.importing.moving.sites import articles
from desk.importing.moving.wxr import BODY, HEAD, item, moved, wxr
from warraq.archive.record import Record
from warraq.desk.importing.moving import wordpress_html
from warraq.desk.importing.moving.wordpress_html import with_common_blocks, words_of


def test_names_titles_and_summaries_are_the_words_that_readers_saw(desk: Desk, tmp_path: Path) -> None:
    """WordPress keeps them as HTML: where an author may not write HTML of its own, every & is `&amp;`."""
    terms = '<category domain="category" nicename="x"><![CDATA[R&amp;D &lt; x]]></category>'
    head = HEAD.replace("منى القاسم", "منى &amp; سامي").replace("صحيفة المدينة", "أخبار &#38;amp; آراء")
    title = "Tom &amp; <i>J</i>erry 3 &lt; 4 < 5<br>x"
    moved(desk, tmp_path, item(7, title=title, excerpt="<p>a</p><p>b &amp; c</p>", more=terms), head=head)
    [made] = articles(desk).values()
    assert (made.title, made.summary, made.tags) == ("Tom & Jerry 3 < 4 < 5 x", "a b & c", ("R&D < x",))
    assert made.authors == ("منى & سامي",) and made.source and made.source.name == "أخبار & آراء"


def test_a_field_that_stands_twice_keeps_both_values(desk: Desk, tmp_path: Path) -> None:
    field = "<wp:postmeta><wp:meta_key>مصدر</wp:meta_key><wp:meta_value>{}</wp:meta_value></wp:postmeta>"
    moved(desk, tmp_path, item(7, more=field.format("أ") + field.format("ب")))
    assert "مصدر: [أ, ب]" in (desk.content / "articles" / "خبر.md").read_text("utf-8")


def test_addresses_of_former_slugs_are_answered_where_the_address_ends_with_the_slug(
    desk: Desk, tmp_path: Path
) -> None:
    old = (
        "<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>old</wp:meta_value></wp:postmeta>"
        "<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>%d8%ae</wp:meta_value></wp:postmeta>"
    )
    numbered = item(8, title="ثان", name="b", link="https://old.test/archives/8", content=BODY.format("زار"), more=old)
    moved(desk, tmp_path, item(7, more=old), numbered)
    assert articles(desk)["خبر"].former_addresses == ("/2019/03/خبر/", "/?p=7", "/2019/03/old/", "/2019/03/خ/")
    assert articles(desk)["b"].former_addresses == ("/archives/8", "/?p=8")


def test_a_post_with_a_password_does_not_become_public_on_its_day(desk: Desk, tmp_path: Path) -> None:
    moved(desk, tmp_path, item(7, status="future", more="<wp:post_password>1234</wp:post_password>"))
    assert articles(desk)["خبر"].status == "draft"


def test_what_the_editor_of_whole_sites_writes_is_no_text_but_its_common_blocks_stand_in_the_texts(
    desk: Desk, tmp_path: Path
) -> None:
    shown = "<!-- wp:paragraph --><p>قبل الكتلة المشتركة.</p><!-- /wp:paragraph -->"
    kept = [
        item(20 + n, type=kind, name=kind, content=f"<p>{kind}</p>")
        for n, kind in enumerate(("wp_template", "wp_template_part", "wp_navigation", "wp_font_face"))
    ]
    within = item(12, type="wp_block", name="c", content='<p>خاتمة</p><!-- wp:block {"ref":13} /-->')
    endless = item(13, type="wp_block", name="d", content='<p>توقيع</p><!-- wp:block {"ref":13} /-->')
    secret = item(14, type="wp_block", name="e", status="draft", content="<p>سر</p>")
    refs = '<!-- wp:block {"ref":12} /--><!-- wp:block {"ref":14} /--><!-- wp:block {"x":1} /-->'
    said = moved(desk, tmp_path, item(7, content=shown + refs), within, endless, secret, *kept)
    [made] = articles(desk).values()
    assert made.body.startswith("قبل الكتلة المشتركة.\n\nخاتمة\n\nتوقيع\n\nتوقيع") and "سر" not in made.body
    assert "export.xml: wp_block: Entries of this kind are no texts, and are left out: 3." in said
    assert "Set aside: 4 files" in said
    assert (desk.content / "originals" / "خبر.html").read_text("utf-8").endswith(refs), "the original is as it was"


def test_uploads_that_came_along_without_the_folder_above_them_are_found(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "moved"
    (folder / "uploads/2019").mkdir(parents=True)
    picture = io.BytesIO()
    Image.new("RGB", (200, 150), "red").save(picture, "PNG")
    (folder / "uploads/2019/a.png").write_bytes(picture.getvalue())
    content = BODY.format("زار") + '<p><img src="https://old.test/wp-content/uploads/2019/a.png" alt="جسر"></p>'
    (folder / "export.xml").write_bytes(wxr([item(7, content=content)]))
    assert "Pictures taken along: 1" in desk.run("importing", str(folder), "--lang", "en")


@pytest.mark.parametrize(
    ("stated", "text", "lang"),
    [
        ("en-US", "The minister opened a new bridge in the old town.", "en-US"),
        ("en-US", "افتتح الوزير أمس جسرا جديدا في المدينة القديمة.", "ar"),
        ("en-US", "نخست وزیر این پل را که از سنگ است با مردم افتتاح کرد.", "fa"),
        ("ar", "The minister opened a new bridge in the old town.", "en"),
        ("ar", "استعمل الوزير print(x), then if a then b, يوم أمس", "ar"),
        ("he-IL", "השר פתח אתמול גשר חדש בעיר", "he-IL"),
        ("fa_IR", "افتتح الوزير أمس جسرا جديدا في المدينة", "fa-IR"),
        ("ckb", "پرد", "ckb"),
        ("ru-RU", "Министр открыл мост", "ru-RU"),
        ("", "افتتح الوزير أمس جسرا جديدا في المدينة القديمة.", "ar"),
    ],
)
def test_the_language_of_the_site_is_that_of_a_text_unless_its_letters_are_anothers(
    desk: Desk, tmp_path: Path, stated: str, text: str, lang: str
) -> None:
    """A new WordPress states en-US, whatever is written in it."""
    head = HEAD.replace("<language>ar</language>", f"<language>{stated}</language>")
    moved(desk, tmp_path, item(7, title=text, content=f"<p>{text}</p>"), head=head)
    assert [each.lang for each in articles(desk).values()] == [lang]


def test_of_two_posts_with_one_text_the_public_one_comes_in_and_answers_for_both(desk: Desk, tmp_path: Path) -> None:
    private = item(7, name="a", link="https://old.test/a/", status="private")
    public = item(8, name="b", link="https://old.test/b/", title="آخر")
    again = item(9, name="c", link="https://old.test/c/", title="ثالث")
    said = moved(desk, tmp_path, private, public, again)
    [made] = articles(desk).values()
    assert "Duplicates of others among them, not imported: 2." in said and made.status == "published"
    assert made.former_addresses == ("/b/", "/?p=8", "/c/", "/?p=9"), "what nobody could see has no address here"
    record = Record.from_bytes((desk.content / "records" / "b.json").read_bytes())
    assert record.article_sha256 == sha256((desk.content / "articles" / "b.md").read_bytes()).hexdigest()


def test_a_post_of_a_title_and_the_picture_at_its_head_comes_in(desk: Desk, tmp_path: Path) -> None:
    """So are the cartoons of many papers."""
    address = "https://old.test/wp-content/uploads/2019/a.png"
    attached = f"<wp:attachment_url>{address}</wp:attachment_url>"
    head = "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>3</wp:meta_value></wp:postmeta>"
    cartoon = item(8, title="كاريكاتير", name="b", content="", more=head)
    said = moved(desk, tmp_path, item(3, type="attachment", content="", more=attached), cartoon, item(9, content=""))
    [made] = articles(desk).values()
    assert (made.title, made.body) == ("كاريكاتير", f"<!-- A picture stood here: {address} -->")
    assert "The file holds no text." in said


def test_blocks_that_show_one_another_do_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordpress_html, "LARGEST", 1_000)
    shown = '<!-- wp:block {"ref":1} /-->'
    assert len(with_common_blocks(shown, {"1": shown * 10})) == len(shown) * 10


def test_comments_that_nothing_ends_stay() -> None:
    assert words_of("<!-- a -->ب<i>ج</i> <!-- <p>د</p>") == "بج <!-- د"
