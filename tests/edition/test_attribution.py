"""No edit is claimed where no editor changed the text; where one did, it is."""

from __future__ import annotations

import random
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from project import ROOT, SITE
from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.reading import read_archive
from warraq.archive.reading_article import read_article
from warraq.archive.record import Origin
from warraq.desk.draft import Draft, draft_of, with_value
from warraq.desk.placing import Placed, missing_markdown, picture_markdown, with_placed
from warraq.edition import edition
from warraq.edition.edition import Edition, MarkKind
from warraq.press.checking import original_or_problem
from warraq.repair import plan
from warraq.repair.fuzz import hostile_document, hostile_text
from warraq.repair.readers import read_original

NONE = Vocabulary()
PARAGRAPH = "أعلن مجلس المياه في المدينة أن القناة الجديدة ستفتح في الشهر المقبل بعد عامين من العمل المتواصل فيها."
PARAGRAPHS = f"{PARAGRAPH}\n\n{PARAGRAPH.replace('القناة', 'الطريق')}"
TEXTS = {
    "plain": f"افتتاح القناة الجديدة\n\n{PARAGRAPHS}\n",
    "no-title": f"{PARAGRAPHS}\n",
    "list": f"افتتاح القناة الجديدة\n\n{PARAGRAPH}\n- أول البنود في القائمة\n- ثانيها * مع نجمة\n1. ثالثها\n\n{PARAGRAPH}",
    "quotation.html": f"<h1>افتتاح القناة</h1><blockquote><p>{PARAGRAPH}</p></blockquote><p>{PARAGRAPH[5:]}</p>",
    "table.html": f"<h1>افتتاح القناة</h1><table><tr><td>اسم</td><td>عدد</td></tr><tr><td>ماء | هواء</td><td>5</td></tr></table><p>{PARAGRAPH}</p>",
    "escapes": f"افتتاح *القناة* [الجديدة] &amp; <b>غيرها</b>\n\n# ليس عنوانا\n> ليس اقتباسا\n{{.x}} \\* a_b_c `ر` ~~~\n\n{PARAGRAPHS}",
    "footnote-like": f"افتتاح القناة[^1] الجديدة\n\n{PARAGRAPH}[^1]\n\n[^1]: حاشية في الأصل\n[x]: http://a.b/c\n\n*[HTML]: شيء",
    "spaces": f"افتتاح\N{NO-BREAK SPACE}القناة  الجديدة\n\n{PARAGRAPH.replace(' ', chr(0xA0), 3)}\N{EN SPACE}ثم\N{IDEOGRAPHIC SPACE}عاد.",
    "marks": f"\N{RIGHT-TO-LEFT MARK}افتتاح القناة 20\N{LEFT-TO-RIGHT MARK}/\N{LEFT-TO-RIGHT MARK}5 الجديدة\n\n{PARAGRAPHS}",
    "soft": f"افتتاح القنا\N{SOFT HYPHEN}ة\N{ZERO WIDTH SPACE} الجديدة\n\n{PARAGRAPHS}",
    "shapes": f"ﺍﻓﺘﺘﺎﺡ ﺍﻟﻘﻨﺎﺓ ﺍﻟﺠﺪﻳﺪﺓ\n\n{PARAGRAPHS}",
    "reversed": "\n".join(
        line[::-1] for line in f"ﺍﻓﺘﺘﺎﺡ ﺍﻟﻘﻨﺎﺓ ﺍﻟﺠﺪﻳﺪﺓ\n\nﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ ﺍﻟﻌﻤﻞ ﻣﺴﺘﻤﺮ\n\n{PARAGRAPH}".split("\n")
    ),
    "line-ends": f"افتتاح القناة\r\n\r\n{PARAGRAPH}\r\nسطر\r{PARAGRAPH}\N{LINE SEPARATOR}بعده",
    "page.html": f"<html><title>افتتاح القناة</title><body><article><h1>افتتاح القناة</h1><p>{PARAGRAPH}</p><img src=a.jpg></article>",
    "yaml": f"title: 'افتتاح' \"القناة\": - #1\n\n{PARAGRAPHS}",
    "one-line": "خبر قصير",
}
"""By name: a kind of text, and of structure."""


def original_of(text: str, name: str = "x.txt") -> Original:
    return read_original(name, text.encode("utf-8", "replace"))


def read(draft: Draft) -> Article:
    article = read_article("content/articles/x.md", draft.article.encode()).article
    assert article is not None
    return article


def edits_of(made: Edition) -> list[tuple[str, str]]:
    return [(mark.before, mark.after) for mark in made.marks if mark.kind == MarkKind.EDIT]


def claimed(draft: Draft, original: Original, **changed: str) -> list[tuple[str, str]]:
    """Give the edits that the page would claim; `changed`: what an editor made of parts of the article."""
    article = replace(read(draft), **changed)  # type: ignore[arg-type]  # title and body are texts
    return edits_of(edition(article, original, draft.record, NONE))


def drafts_of(original: Original) -> list[Draft]:
    """Give all drafts that an import may make: titles from the file's name and from a table, pictures between the lines."""
    draft = draft_of(plan(original, NONE))
    named = with_value(draft, "title", "عنوان من اسم الملف وفيه كلمات كثيرة", Origin.FILE_NAME)
    given = with_value(draft, "title", "عنوان من\N{NO-BREAK SPACE}الجدول\N{LEFT-TO-RIGHT MARK} ", Origin.TABLE)
    pictures = [
        Placed(0, picture_markdown("images/x/1.jpg", "صورة", 'القناة "الكبرى" [أمس] (رويترز) `*_&lt;')),
        Placed(1, missing_markdown("https://x.test/<2>.jpg -- --> صورة")),
        Placed(9, picture_markdown("images/x/3.jpg", "", "")),
    ]
    return [draft, named, given, with_placed(draft, pictures), with_placed(given, pictures)]


@pytest.mark.parametrize("name", TEXTS)
def test_of_no_kind_of_text_an_edit_is_claimed_that_nobody_made(name: str) -> None:
    original = original_of(TEXTS[name], name if name.endswith(".html") else "x.txt")
    assert [claimed(draft, original) for draft in drafts_of(original)] == [[]] * 5


@settings(max_examples=settings().max_examples // 4)
@given(st.integers(0, 2**32))
def test_nor_of_a_hostile_text(seed: int) -> None:
    chance = random.Random(seed)
    text = hostile_text(chance) if chance.random() < 0.6 else hostile_document(chance).text
    original = original_of(chance.choice(["", "<p>"]) + text, chance.choice(["x.txt", "x.html"]))
    draft = draft_of(plan(original, NONE))
    if read_article("x.md", draft.article.encode()).article:
        assert claimed(draft, original) == []


@pytest.mark.parametrize("content", [ROOT / "content", SITE], ids=["own", "site"])
def test_nor_of_an_original_of_our_own_archives(content: Path) -> None:
    archive = read_archive(content, original_or_problem).archive
    assert archive.originals
    for original in archive.originals.values():
        assert claimed(draft_of(plan(original, archive.vocabulary)), original) == [], original.name
    for article in archive.articles:
        name = article.original or ""
        if (record := archive.records.get(name)) and sha256(
            file_of(content, article)
        ).hexdigest() == record.article_sha256:
            assert edits_of(edition(article, archive.originals[name], record, archive.vocabulary)) == [], name


def file_of(content: Path, article: Article) -> bytes:
    return (content.parent / article.path).read_bytes()


@pytest.mark.parametrize("title", ["", "عنوان من الجدول"])
def test_what_an_editor_changed_is_claimed_and_nothing_else(title: str) -> None:
    original = original_of(TEXTS["marks"])
    draft = draft_of(plan(original, NONE))
    if title:
        draft = with_value(draft, "title", title, Origin.TABLE)
    body = read(draft).body
    assert claimed(draft, original, body=body.replace("الشهر", "العام", 1)) == [("الشهر", "العام")]
    assert claimed(draft, original, body=body + "\n\nفقرة.") == [("", "\nفقرة.")]
    renamed = claimed(draft, original, title="عنوان المحرر")
    assert renamed and "عنوان المحرر" in "".join(after for _, after in renamed)


def test_white_space_and_invisible_marks_alone_are_no_edit_for_readers() -> None:
    original = original_of(TEXTS["plain"])
    draft = draft_of(plan(original, NONE))
    body = (
        read(draft)
        .body.replace("القناة", "القناة\N{RIGHT-TO-LEFT MARK}")
        .replace("في المدينة", "في\N{NO-BREAK SPACE}المدينة")
    )
    assert claimed(draft, original, body=body) == []


def test_the_comparison_says_why_a_given_title_differs() -> None:
    original = original_of(TEXTS["no-title"])
    draft = with_value(draft_of(plan(original, NONE)), "title", "عنوان من الجدول", Origin.TABLE)
    made = edition(read(draft), original, draft.record, NONE)
    assert {change.rule for change in made.edits} == {"given-title"}
    assert made.text.startswith("عنوان من الجدول\n")
