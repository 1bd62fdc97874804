"""What WordPress keeps as HTML, shortcodes and paragraphs becomes Markdown that says the same; what nothing ends costs no more than its length."""

from __future__ import annotations

from pathlib import Path

from desk.conftest import Desk
from desk.importing.moving.sites import articles
from desk.importing.moving.wxr import item, moved
from warraq.desk.importing.moving.wordpress_html import shortcodes_in, wordpress_html


def test_markup_becomes_markdown_that_says_the_same(desk: Desk, tmp_path: Path) -> None:
    content = """<h2>عنوان #</h2><p>نص <strong>مهم </strong>و<em>مائل</em> و<s>مشطوب</s> و<code>a*b</code> ١٩٩٥ [x] *</p>
<ul><li>أ<ul><li>ب</li></ul></li><li>ج</li></ul><ol start="3"><li>د</li></ol><blockquote><p>قول</p><p>آخر</p></blockquote>
<table><tr><th>س</th><th>ع</th></tr><tr><td>1|2</td><td>2</td></tr></table><dl><dt>لفظ</dt><dd>معنى</dd></dl><pre>x &lt; 1
  y</pre><hr><p>سطر<br>- ثان</p><script>alert(1)</script><iframe src="//video.test/1"></iframe>"""
    moved(desk, tmp_path, item(7, content=content))
    assert articles(desk)["خبر"].body.split("\n\n") == [
        "## عنوان \\#",
        "نص **مهم** و*مائل* و<s>مشطوب</s> و`a*b` ١٩٩٥ \\[x\\] \\*",
        "-   أ\n    -   ب\n-   ج",
        "3.  د",
        "> قول\n>\n> آخر",
        "| س | ع |\n|---|---|\n| 1\\|2 | 2 |",
        "لفظ\n:   معنى",
        "    x < 1\n      y",
        "* * *",
        "سطر  \n\\- ثان",
        "[//video.test/1](<https://video.test/1>)",
    ]


def test_shortcodes_that_only_a_plug_in_fills_in_are_named(desk: Desk, tmp_path: Path) -> None:
    said = moved(desk, tmp_path, item(7, content='<p>نص [poll id="3"] وآخر [x] و[box]كلام[/box] طويل جدا</p>'))
    assert "Only the former program could fill in “poll”: it stands as it was written in 1 texts." in said
    assert "Former addresses that no page can answer, because they have a query: 1." in said
    assert shortcodes_in('[gallery ids="1"] [1] [note] [poll id=3][/poll]') == ("poll",)


def test_the_classic_editor_leaves_paragraphs_to_wordpress() -> None:
    html = wordpress_html("أول\nسطر\n\n<ul>\n<li>بند</li>\n</ul>\n\n<pre>a\n\nb</pre>\nآخر", {})
    assert html == "<p>أول<br>\nسطر</p>\n<ul>\n<li>بند</li>\n</ul>\n<pre>a\n\nb</pre><p>آخر</p>\n"
    assert (
        wordpress_html("[embed]https://video.test/1[/embed]", {})
        == '<p><a href="https://video.test/1">https://video.test/1</a></p>\n'
    )
    assert '<img src="https://old.test/a.jpg"' in wordpress_html('[gallery ids="3,4"]', {"3": "https://old.test/a.jpg"})
    assert wordpress_html("<!-- wp:x --><p>نص</p>", {}, "https://old.test/b.jpg").startswith(
        '<figure><img src="https://old.test/b.jpg"'
    )


def test_what_is_nested_without_end_is_named_and_what_nothing_closes_is_text(desk: Desk, tmp_path: Path) -> None:
    deep = item(8, name="deep", title="عميق", link="https://old.test/deep/", content="<div>" * 20_000 + "نص عميق")
    said = moved(desk, tmp_path, item(7), deep)
    assert "خبر" in articles(desk)
    assert ("deep" in articles(desk)) != ("Its elements stand too deep within one another." in said)
    assert wordpress_html("[caption]" * 20_000 + "<pre>" * 20_000 + "\n\nنص", {}).endswith("<p>نص</p>\n")
