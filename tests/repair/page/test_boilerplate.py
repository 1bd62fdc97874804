"""The article is found in a page, sound or damaged, and everything that is taken out can be put back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from warraq.archive.original import OriginalKind
from warraq.repair.changes import undo
from warraq.repair.document import BlockKind
from warraq.repair.engine import run_stage
from warraq.repair.readers.kind import kind_of
from warraq.repair.repairing import repair
from warraq.repair.rules.page.boilerplate import boilerplate
from warraq.repair.rules.page.scanning import scan

PAGE = """<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>افتتاح الجسر الجديد على النهر - صحيفة المدينة</title>
<meta property="og:title" content="افتتاح الجسر الجديد على النهر">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"افتتاح الجسر الجديد على النهر"}</script>
<style>p{color:red}</style>
</head>
<body>
<nav class="main-menu"><ul><li><a href="/">الرئيسة</a></li><li><a href="/sport">رياضة</a></li></ul></nav>
<div class="container">
<article class="post">
<h1>افتتاح الجسر الجديد على النهر</h1>
<div class="share-buttons"><a href="#">شارك</a> <a href="#">غرد</a></div>
<div class="entry-content">
<p>افتتح وزير النقل صباح أمس الجسر الجديد على النهر
بحضور عدد كبير من أهالي المدينة والمسؤولين فيها.</p>
<p>وقال الوزير إن الجسر سيخفف الازدحام عن وسط المدينة، وإن العمل فيه استغرق <strong>ثلاث سنوات</strong> كاملة.</p>
<h2>تكلفة المشروع</h2>
<p>وبلغت تكلفة المشروع عشرين مليونا، دفعت البلدية نصفها ودفعت الوزارة النصف الآخر منها.</p>
<blockquote><p>هذا يوم سعيد للمدينة وأهلها جميعا، وقد انتظرناه طويلا منذ سنين.</p></blockquote>
<div class="related-posts"><h3>اقرأ أيضا</h3><ul><li><a href="/1">خبر آخر عن الطرق في المدينة</a></li></ul></div>
<p>ومن المقرر أن يفتح الجسر أمام السيارات في مطلع الأسبوع المقبل بعد انتهاء التجارب.</p>
</div>
</article>
<aside class="sidebar"><h3>الأكثر قراءة</h3><ul><li><a href="/2">خبر ثان عن الرياضة المحلية</a></li></ul></aside>
</div>
<footer><p>جميع الحقوق محفوظة لصحيفة المدينة، ولا يجوز نقل أي مادة منها إلا بإذن مكتوب من إدارتها.</p></footer>
<script>var a = "<p>نص</p>";</script>
</body>
</html>
"""
TITLE = "افتتاح الجسر الجديد على النهر"
ARTICLE = [
    (
        BlockKind.PARAGRAPH,
        "افتتح وزير النقل صباح أمس الجسر الجديد على النهر بحضور عدد كبير من أهالي المدينة والمسؤولين فيها.",
    ),
    (
        BlockKind.PARAGRAPH,
        "وقال الوزير إن الجسر سيخفف الازدحام عن وسط المدينة، وإن العمل فيه استغرق ثلاث سنوات كاملة.",
    ),
    (BlockKind.HEADING, "تكلفة المشروع"),
    (BlockKind.PARAGRAPH, "وبلغت تكلفة المشروع عشرين مليونا، دفعت البلدية نصفها ودفعت الوزارة النصف الآخر منها."),
    (BlockKind.QUOTATION, "هذا يوم سعيد للمدينة وأهلها جميعا، وقد انتظرناه طويلا منذ سنين."),
    (BlockKind.PARAGRAPH, "ومن المقرر أن يفتح الجسر أمام السيارات في مطلع الأسبوع المقبل بعد انتهاء التجارب."),
]
LETTERS = re.compile("[\u0621-\u064a]+")
LINES = ["".join(LETTERS.findall(text)) for _, text in ARTICLE]


def test_a_sound_page_gives_its_title_and_its_blocks() -> None:
    assert scan(PAGE).flaws == 0
    document = repair(PAGE, OriginalKind.PAGE).document
    assert document.title == TITLE
    assert [(b.kind, b.text) for b in document.blocks] == ARTICLE


def test_without_a_heading_the_title_is_the_one_of_its_head() -> None:
    document = repair(PAGE.replace(f"<h1>{TITLE}</h1>", ""), OriginalKind.PAGE).document
    assert (document.title, document.title_inferred) == (TITLE, False)
    page = re.sub(r"<h1>.*</h1>|<meta prop.*|<script type.*", "", PAGE)
    assert repair(page, OriginalKind.PAGE).document.title == TITLE


def damages() -> Iterator[tuple[str, str]]:
    """Every tag cut at its end, in its middle and at its beginning, every quote left open, every stray beginning and end."""
    for tag in re.finditer(r"<[^<>]+>", PAGE):
        start, end = tag.span()
        half = start + len(tag[0]) // 2
        yield f"end of {tag[0]}", PAGE[: end - 1] + PAGE[end:]
        yield f"middle of {tag[0]}", PAGE[: half + 1] + PAGE[end:]
        yield f"beginning of {tag[0]}", PAGE[:start] + PAGE[half:]
        yield f"no {tag[0]}", PAGE[:start] + PAGE[end:]
        for quote in re.finditer('"', tag[0]):
            yield f"a quote of {tag[0]}", PAGE[: start + quote.start()] + PAGE[start + quote.end() :]
    for tag in re.finditer(r"</?(?:p|div|h2|blockquote|nav|footer|article)\b", PAGE):
        for stray in ("<script>", "<!--", "</body></html>", "<style>", "<script src='x", "</div>"):
            yield f"{stray} before {tag[0]}", PAGE[: tag.start()] + stray + PAGE[tag.start() :]


DAMAGES = list(damages())


@pytest.mark.parametrize("part", range(8))
def test_no_damage_costs_a_letter_of_the_article_and_all_can_be_put_back(part: int) -> None:
    for name, page in DAMAGES[part::8]:
        repaired = repair(page, kind_of(page))
        found = "".join(LETTERS.findall(repaired.document.text))
        assert [line for line in LINES if line not in found] == [], name
        assert undo(repaired.document.text, repaired.changes) == page, name


def test_letters_out_and_letters_recorded_are_the_letters_in() -> None:
    _, changes, _ = run_stage(PAGE, [boilerplate])
    out = sum(len(c.before) for c in changes)
    assert all(PAGE[c.start : c.end] == c.before for c in changes)
    assert 500 < len(PAGE) - out < 900


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div class='nav x'>نص " * 5_000,
        "<html><body>" + "<!-- x " * 20_000,
        "<html><body>" + "<script> x " * 20_000,
        "<html><body>" + "<" * 100_000,
        "<html><body>" + '<a href="' * 20_000,
        "<html><body>" + "<div>" * 5_000 + "</section>" * 5_000,
        "<html><body>" + "<svg>" * 20_000,
        "<html></html>",
    ],
    ids=lambda page: page[12:24],
)
def test_hostile_pages_do_not_hang(page: str) -> None:
    _, changes, _ = run_stage(page, [boilerplate])
    assert all(page[c.start : c.end] == c.before for c in changes)


def test_pieces_and_texts_are_not_asked() -> None:
    assert list(boilerplate.find("<p>قطعة</p>")) == []
    assert list(boilerplate.find("نص <html> لا غير")) == []


def test_an_old_page_of_tables_and_line_breaks_gives_its_paragraphs() -> None:
    lines = [text for kind, text in ARTICLE if kind is BlockKind.PARAGRAPH]
    page = (
        f"<HTML>\r\n<HEAD><TITLE>صحيفة المدينة :: {TITLE}</TITLE></HEAD>\r\n<BODY><TABLE><TR><TD><A HREF=a>الرئيسة</A></TD></TR>"
        f"\r\n<TR><TD><FONT SIZE=5><B>{TITLE}</B></FONT><BR>\r\n<FONT SIZE=2>الاثنين 3 مايو 2021</FONT><BR><BR>"
        f"\r\n{'<BR><BR>'.join(lines)}</TD></TR><TR><TD>جميع الحقوق محفوظة 2021</TD></TR></TABLE></BODY></HTML>"
    )
    document = repair(page, OriginalKind.PAGE).document
    assert (document.title, [b.text for b in document.blocks]) == (TITLE, lines)


def test_what_a_picture_shows_is_no_part_of_the_sentence_in_which_it_stands() -> None:
    paragraphs = [
        f"<p>قال الوزير {n} إن العمل في الطريق الجديد سيبدأ في أول الشهر المقبل بإذن الله.</p>" for n in range(3)
    ]
    paragraphs[1] = (
        paragraphs[1].replace("<p>", '<p><img src="a.jpg" alt="سد > نهر">').replace(" في ", ' <img alt="صورة"/>في ')
    )
    page = f"<html><body><h1>عنوان الخبر عن الطريق</h1>{''.join(paragraphs)}<footer>حقوق</footer></body></html>"
    done = repair(page, OriginalKind.PAGE)
    assert "سد" not in done.document.text and "صورة" not in done.document.text
    assert done.document.text.count("في أول الشهر") == 3 and undo(done.document.text, done.changes) == page
