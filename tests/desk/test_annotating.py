"""Annotations of others come in where their words stand, once, harmless, and whatever has no place is told with its reason."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from desk.conftest import Desk
from project import ROOT, hashes
from warraq.archive.concept import Vocabulary
from warraq.archive.reading_article import read_article
from warraq.desk.annotating.bodies import of_html, of_markdown, of_plain
from warraq.desk.annotating.formats import NoExportError, read_export
from warraq.desk.annotating.placing import NoPlace, Place, place_of
from warraq.edition import edition
from warraq.edition.mark_ids import checksum

ARTICLE = """---
title: القناة الكبرى
slug: canal
id: bcdfg234
date: 2024-03-15
aliases: [old-canal]
source: {name: صحيفة, url: "https://paper.test/news?id=7", archived_url: "https://web.archive.org/web/2024/https://paper.test/news?id=7"}
annotations:
- quote: مجلس المياه   # باليد
  note: هيئة محلية
withheld:
- quote: سامي الجبلي
---
افتتح مجلس المياه القناة، وقال المجلس إن القناة طويلة.

وأضاف سامي الجبلي أن القناة عميقة 🚢 جدًا.
"""
PAGE = "https://archive.test/w/articles/canal/"


def row(quote: str, text: str = "شرح", uri: str = PAGE, **more: Any) -> dict[str, Any]:
    """Make a row as Hypothesis' API gives it."""
    words = {
        "type": "TextQuoteSelector",
        "exact": quote,
        "prefix": more.pop("prefix", ""),
        "suffix": more.pop("suffix", ""),
    }
    selectors = [
        {"type": "RangeSelector"},
        {"type": "TextPositionSelector", "start": 1, "end": 2},
        *([words] if quote else []),
    ]
    return {
        "id": f"id-{checksum(quote)}-{checksum(text)}",
        "created": "2026-10-01T23:10:00.000000+00:00",
        "user": "acct:salma@hypothes.is",
        "uri": uri,
        "text": text,
        "tags": [],
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": uri, "selector": selectors}],
        "document": {"title": ["القناة"]},
    } | more


def take(desk: Desk, data: object, *flags: str, code: int = 0) -> str:
    """Take in an export; give what was said."""
    file = desk.root / "export"
    file.write_text(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False), "utf-8")
    return desk.run("annotating", f"--from={file}", *flags, code=code)


def notes(desk: Desk) -> list[tuple[str, str]]:
    """Give the notes of the article behind its own, each at its words; `check` has nothing against them."""
    read = read_article("content/articles/canal.md", (desk.content / "articles" / "canal.md").read_bytes())
    assert read.article and not read.problems
    made = edition(read.article, None, None, Vocabulary(), {})
    assert made.problems == ()
    places = {note.mark.id: made.text[note.mark.start : note.mark.end] for note in made.notes}
    return [(places[note.mark.id], note.html) for note in made.notes if note.html != "هيئة محلية"]


@pytest.fixture
def archive(desk: Desk) -> Desk:
    desk.article("canal", ARTICLE)
    return desk


def test_a_note_stands_at_its_words_with_its_author_its_day_and_its_address(archive: Desk) -> None:
    said = take(
        archive,
        {"total": 1, "rows": [row("القناة طويلة", "شرح **مهم**", user_info={"display_name": "سلمى"}, tags=["ري"])]},
    )
    assert "Annotations that become notes: 1.\n" in said and "Articles changed: 1.\n" in said
    text = (archive.content / "articles" / "canal.md").read_text("utf-8")
    added = text.splitlines()[10]
    assert text.replace(added + "\n", "") == ARTICLE
    assert added == (
        '- {quote: القناة طويلة, note: "شرح **مهم**<br>#ري", author: سلمى, date: 2026-10-01,'
        f' links: "https://hypothes.is/a/{row("القناة طويلة", "شرح **مهم**")["id"]}"}}'
    )
    assert notes(archive) == [("القناة طويلة", "شرح <strong>مهم</strong><br>#ري")]


def test_the_same_export_adds_nothing_a_second_time_and_undo_takes_all_of_it_back(archive: Desk) -> None:
    rows = [row("القناة طويلة"), row("عميقة"), row("عميقة")]
    assert "already: 1." in take(archive, rows)
    before = hashes(archive.content)
    again = take(archive, rows)
    assert "Annotations that become notes: 0.\n" in again and "already: 3.\n" in again
    assert hashes(archive.content) == before
    archive.run("undoing")
    assert (archive.content / "articles" / "canal.md").read_text("utf-8") == ARTICLE


def test_a_preview_writes_nothing(archive: Desk) -> None:
    before = hashes(archive.root)
    said = take(archive, [row("عميقة")], "--preview")
    assert "+- {quote: عميقة" in said and "Nothing was written: this is a preview.\n" in said
    (archive.root / "export").unlink()
    assert hashes(archive.root) == before


@pytest.mark.parametrize(
    "uri",
    [
        "https://elsewhere.test/x/articles/canal/#p2",
        "http://localhost:8000/articles/old-canal/?x=1",
        "https://archive.test/w/a/bcdfg234/",
        "http://www.paper.test/news?id=7&utm_source=x#top",
        "https://web.archive.org/web/2024/https://paper.test/news?id=7",
        "https://web.archive.org/web/20250101000000id_/https://paper.test/news?id=7",
        "file:///home/x/output/articles/canal/index.html",
    ],
)
def test_an_article_is_known_by_whatever_address_it_was_annotated_at(archive: Desk, uri: str) -> None:
    take(archive, [row("عميقة", uri=uri)])
    assert notes(archive) == [("عميقة", "شرح")]


def test_words_that_stand_several_times_are_told_apart_by_what_stands_around_them(archive: Desk) -> None:
    around = [("\nوأضاف [الاسم محجوب] أن ", "", 2), ("", "، وقال المجلس إن", 0), (" وقال المجلس إن ", " طويلة.", 1)]
    rows = [row("القناة", f"شرح {at}", prefix=prefix, suffix=suffix) for prefix, suffix, at in around]
    said = take(archive, rows)
    likeliest = (
        "The likeliest is “أضاف [name withheld] أن القناة عميقة 🚢 جدًا.”. To take it for the one that is meant: --near"
    )
    assert likeliest in said and "notes: 2." in said
    take(archive, rows, "--near")
    read = read_article("x.md", (archive.content / "articles" / "canal.md").read_bytes()).article
    assert read
    made = edition(read, None, None, Vocabulary(), {})
    at = {
        note.html: made.text.count("القناة", 0, note.mark.start) - 1 for note in made.notes if note.html != "هيئة محلية"
    }
    assert at == {"شرح 0": 0, "شرح 1": 1, "شرح 2": 2}


NEAREST = (
    "2: الفناة عميقة: The words don't stand in the text. The nearest passage is “القناة عميقة”."
    " To take it for the one that is meant: --near"
)


def test_whatever_has_no_place_is_told_with_its_reason_and_stands_nowhere(archive: Desk) -> None:
    rows = [
        row("القناة"),
        row("الفناة عميقة"),
        row("نسخ الرابط إلى موضع آخر"),
        row("هيئة محلية"),
        row("", "على الصفحة"),
        row("عميقة", "", tags=[]),
        row("عميقة", "سر", permissions={"read": ["acct:salma@hypothes.is"]}),
        row("عميقة", uri="https://elsewhere.test/"),
        row("سامي الجبلي"),
        row("عميقة", "هو سامي الجبلى نفسه"),
        row("عميقة", generator="x", motivation="commenting", id="#r1"),
    ]
    before = hashes(archive.content)
    said = take(archive, rows)
    assert hashes(archive.content) == before
    assert [line.partition("export:")[2] for line in said.splitlines() if "export:" in line] == [
        "1: القناة: The words stand 4 times in the text, and nothing tells which are meant. Write the note by hand, with prefix: or suffix:.",
        NEAREST,
        "3: نسخ الرابط إلى موضع آخر: The words don't stand in the text. They may be of a menu or a button, or of another text at this address.",
        "4: هيئة محلية: The words stand in a note or beside the text, not in the text. Write it by hand where it belongs.",
        "5: It speaks of a whole page, and quotes no words. Write it by hand where it belongs.",
        "6: عميقة: It says nothing: words were marked, and no more. Nothing is to be done.",
        "7: عميقة: Only its author may read it, or a moderator hid it. Ask its author.",
        "8: عميقة: No article here has the address https://elsewhere.test/. If it speaks of one of them: --article NAME",
        "9: [name withheld]: It has words that are withheld here. They stay withheld: leave it out.",
        "10: عميقة: It has words that are withheld here. They stay withheld: leave it out.",
        "11: عميقة: The archive itself made this annotation. Nothing is to be done.",
    ]
    assert "سامي" not in said


def test_the_nearest_words_are_taken_only_where_that_is_asked_for(archive: Desk) -> None:
    said = take(archive, [row("الفناة عميقة")], "--near")
    assert "Stands at the nearest words, “القناة عميقة”. Look whether they are meant.\n" in said
    assert notes(archive) == [("القناة عميقة", "شرح")]


def test_an_answer_stands_at_the_words_of_what_it_answers(archive: Desk) -> None:
    first = row("عميقة", "سؤال")
    answer = row("", "جواب", uri="x", references=[first["id"]])
    take(archive, [answer, row("", "رد", references=["none"]), first])
    assert sorted(notes(archive)) == [("عميقة", "جواب"), ("عميقة", "سؤال")]


def test_all_of_a_file_may_speak_of_one_article(archive: Desk) -> None:
    rows = [row("عميقة", uri="urn:x-pdf:1")]
    assert "No article is called “none”." in take(archive, rows, "--article=none", code=1)
    take(archive, rows, "--article=canal")
    assert notes(archive) == [("عميقة", "شرح")]


RECOGITO = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "5b9ee0d9-5f0b-4d8f-a9b6-2b0e7a7f1d11",
    "type": "Annotation",
    "body": [
        {"type": "TextualBody", "purpose": "commenting", "value": "a < b *c*", "creator": {"id": "u1", "name": "Huda"}},
        {"type": "TextualBody", "purpose": "tagging", "value": "ري"},
        "نص",
    ],
    "created": "2026-10-01T10:00:00.000Z",
    "target": [
        {
            "source": PAGE,
            "selector": [
                {"type": "TextQuoteSelector", "exact": "عميقة", "prefix": "أن القناة ", "suffix": " 🚢 جدًا."},
                {"type": "TextPositionSelector", "start": 90, "end": 95},
            ],
        }
    ],
}
REFINED = RECOGITO | {
    "target": {
        "source": {"id": PAGE},
        "selector": {"type": "CssSelector", "refinedBy": {"type": "TextQuoteSelector", "exact": "عميقة"}},
    },
    "body": {"value": "<p>a &lt; b <em>c</em></p><script>x</script>", "format": "text/html"},
}
CSV_OF_HYPOTHESIS = (
    "Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n"
    f'2026-10-01 10:00,Huda,,{PAGE},Public,Annotation,عميقة,"a < b\n""c""",ري\n'
)
TEXT_OF_HYPOTHESIS = f"""2026-10-01 10:00
القناة
{PAGE}
Group: Public
Total users: 1
Users: Huda
Total annotations: 1
Total replies: 0

Annotation 1:
Created at: 2026-10-01 10:00
Author: Huda
Type: Annotation
Quote: "عميقة"
Comment: a < b
Author: c
Tags: ري"""
HTML_OF_HYPOTHESIS = f"""<html lang="en"><head><meta charset="UTF-8" /></head><body><a href="{PAGE}">x</a>
<article><h2>Annotation 1:</h2><table><tbody><tr><td>Created at:</td><td><time>2026-10-01 10:00</time></td></tr>
<tr><td>Author:</td><td>Huda</td></tr><tr><td>Quote:</td><td><blockquote>عميقة</blockquote></td></tr>
<tr><td>Comment:</td><td><p>a &lt; b</p><p><em>c</em></p></td></tr></tbody></table></article></body></html>"""


@pytest.mark.parametrize(
    ("export", "html"),
    [
        ([RECOGITO], "a &lt; b *c*<br>نص<br>#ري"),
        ({"type": "AnnotationPage", "items": [RECOGITO]}, "a &lt; b *c*<br>نص<br>#ري"),
        ({"type": "AnnotationCollection", "first": {"items": [RECOGITO]}}, "a &lt; b *c*<br>نص<br>#ري"),
        ([REFINED], "a &lt; b <em>c</em>"),
        ({"export_date": "x", "annotations": [row("عميقة", "a < b *c*")]}, "a &lt; b <em>c</em>"),
        (json.dumps(row("عميقة", "a")) + "\n" + json.dumps(row("طويلة", "b", uri="no")), "a"),
        (CSV_OF_HYPOTHESIS, 'a &lt; b<br>"c"<br>#ري'),
        ("\ufeff" + CSV_OF_HYPOTHESIS.replace(",", ";"), 'a &lt; b<br>"c"<br>#ري'),
        (TEXT_OF_HYPOTHESIS, "a &lt; b<br>Author: c<br>#ري"),
        (HTML_OF_HYPOTHESIS, "a &lt; b<br><em>c</em>"),
    ],
    ids=["recogito", "page", "collection", "refined", "client", "lines", "csv", "semicolons", "text", "html"],
)
def test_every_format_is_known_by_what_stands_in_it(archive: Desk, export: object, html: str) -> None:
    take(archive, export)
    assert notes(archive) == [("عميقة", html)]


@pytest.mark.parametrize(
    ("export", "why"),
    [
        ("", "No annotations were found"),
        ("{", "This is no JSON"),
        ('[1, null, {}, {"a": 1}]', "No annotations were found"),
        ("[" * 5000, "No annotations were found"),
        ("a,b\n1,2\n", "No annotations were found"),
        ("<html><body>", "No annotations were found"),
    ],
)
def test_a_file_that_holds_no_annotations_is_named_and_nothing_is_written(archive: Desk, export: str, why: str) -> None:
    assert why in take(archive, export, code=1)
    with pytest.raises(NoExportError) as refused:
        read_export(Path("/no/such/file"))
    assert refused.value.what.text("ar") == "لا يمكن قراءة الملف: لا ملف ولا مجلد بهذا الاسم"


def test_what_an_annotation_says_can_do_nothing(archive: Desk) -> None:
    hostile = [
        "<script>alert(1)</script> <img src=x onerror=alert(1)>",
        "[x](javascript:alert(1)) [y]({filename}../../secret.md) [z](warraq:x/) [w](/admin) ![p](https://t.test/p.png)",
        "# عنوان\n- بند\n1. أول\n> اقتباس\n[^1]: حاشية\n\n---\n| أ | ب |",
        "\u202eمقلوب\x00\x1b[31m",
        "[" * 3000 + "*" * 3000,
        "https://t.test/(x)_*y* [ر](https://t.test/(x)_*y*)",
    ]
    take(archive, [row("عميقة", text) for text in hostile])
    html = [shown for _, shown in notes(archive)]
    assert len(html) == len(hostile)
    assert not any(
        bad in shown
        for shown in html
        for bad in ("<script", "<img", 'javascript:alert(1)"', "<ul", "<h1", "<table", "\x1b", "\u202e")
    )
    assert html[1].count("<a ") == 1 and 'href="https://t.test/p.png"' in html[1] and "{filename}" in html[1]
    assert html[2] == "# عنوان<br>- بند<br>1. أول<br>&gt; اقتباس<br>[^1]: حاشية<br>---<br>| أ | ب |"


def test_an_unlucky_export_is_taken_as_far_as_it_goes(archive: Desk) -> None:
    rows: list[Any] = [
        row("عميقة", "نصف حرف", target=[{"selector": {"type": "TextQuoteSelector", "exact": "عميقة \ud800"}}]),
        row(
            "عميقة",
            "شرح",
            user_info={"display_name": "سل\ud800مى\n" * 500},
            created="2026-13-45",
            id=7,
        )
        | {"text": "شرح \ud800"},
        row("طويلة", "شرح", target="x", tags={"a": 1}, document=[], permissions="x"),
        row("القناة طويلة", "شرح", id="<script>", user=None, references=[None]),
        "x",
        None,
        [[]],
    ]
    take(archive, json.dumps(rows))
    assert [words for words, _ in notes(archive)] == ["القناة طويلة", "عميقة", "عميقة"]
    text = (archive.content / "articles" / "canal.md").read_text("utf-8")
    assert "author: سلمى سلمى" in text and "script" not in text and "2026-13" not in text


@pytest.mark.parametrize("text", ["*", "_a_b_", "**", "\\", "`a`", "&amp; <b>", "a\r\nb", "1) x", "+ x", "`" * 50])
def test_plain_text_is_shown_as_it_is(archive: Desk, text: str) -> None:
    take(archive, [RECOGITO | {"body": {"type": "TextualBody", "value": text}}])
    [(_, html)] = notes(archive)
    assert unescape(html.replace("<br>", "\n")) == text.replace("\r", "")
    assert of_plain("") == of_markdown("") == of_html("") == ""


def test_a_place_is_found_in_spite_of_other_white_space_and_nothing_is_guessed() -> None:
    text = "عنوان\nقال أحمد إن الماء كثير.\nقال أحمد إن الماء قليل."
    assert place_of("الماء   كثير", "", "", text, "") == Place("الماء كثير")
    twice = place_of("الماء", "", "", text, "")
    assert isinstance(twice, NoPlace) and twice.near is None
    found = place_of("قال أحمد", "كثير. ", "", text, "")
    assert isinstance(found, NoPlace) or found.suffix.startswith("إن الماء قل")


def test_a_table_of_recogito_is_read_by_its_headings(archive: Desk) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(
        [["UUID", "FILE", "QUOTE_TRANSCRIPTION", "ANCHOR", "TAGS", "COMMENTS"], ["1", "x", "عميقة", "a", "", "شرح"]]
    )
    take(archive, out.getvalue(), "--article=canal")
    assert notes(archive) == [("عميقة", "شرح")]


def test_tags_stand_on_a_line_of_their_own_also_without_a_text(archive: Desk) -> None:
    take(archive, [row("عميقة", "", tags=["مجلس المياه", "*ري*"]), row("طويلة", "سطر\n\nآخر", tags=["ري"])])
    assert [html for _, html in notes(archive)] == ["سطر<br>آخر<br>#ري", "#مجلس المياه · #*ري*"]


@pytest.mark.parametrize(
    ("annotation", "link"),
    [
        (
            row("عميقة", links={"html": "https://annotate.test/a/x", "json": "https://annotate.test/api"}),
            "https://annotate.test/a/x",
        ),
        (row("عميقة", links={"html": "javascript:x", "incontext": "https://hyp.is/abc"}), "https://hyp.is/abc"),
        (row("عميقة", id="kWc3Tl0oEe-qZ9dYb1xQ5A", links=None), "https://hypothes.is/a/kWc3Tl0oEe-qZ9dYb1xQ5A"),
        (RECOGITO | {"id": "https://recogito.test/annotation/7"}, "https://recogito.test/annotation/7"),
        (RECOGITO | {"id": "urn:uuid:1", "canonical": "https://recogito.test/c"}, "https://recogito.test/c"),
        (
            RECOGITO | {"id": "#a88b22d0-1c2d-4e5f-8a9b-0c1d2e3f4a5b", "via": ["https://recogito.test/v"]},
            "https://recogito.test/v",
        ),
    ],
)
def test_a_note_leads_to_its_own_page_where_the_export_names_it(archive: Desk, annotation: Any, link: str) -> None:
    take(archive, [annotation])
    assert f'links: "{link}"' in (archive.content / "articles" / "canal.md").read_text("utf-8")


def test_of_a_hostile_export_each_bad_part_is_named_the_rest_is_taken_and_undo_takes_it_back(archive: Desk) -> None:
    before = hashes(archive.content)
    deep: Any = "x"
    for _ in range(200):
        deep = {"refinedBy": [deep], "type": "FragmentSelector"}
    rows = [
        "no annotation",
        row("عميقة", "أول", id="AAAAAAAAAAAAAAAAAAAAAA"),
        row("عميقة", "ثان برقم الأول", id="AAAAAAAAAAAAAAAAAAAAAA"),
        None,
        row("طويلة", "كلام " * 5_000),
        row("طويلة", "<script>x</script>", id=10**4_000, target=[{"source": PAGE, "selector": [deep]}]),
        row("القناة طويلة", "أخير", tags=[{"a": []}, 5, None]),
    ]
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    text = json.dumps(rows, ensure_ascii=False)
    sys.set_int_max_str_digits(limit)
    said = take(archive, text)
    named = [line.partition("export:")[2].split(":")[0] for line in said.splitlines() if "export:" in line]
    assert named == ["1", "4", "5", "6"]
    assert [html for _, html in notes(archive)] == ["أخير", "أول", "ثان برقم الأول"]
    archive.run("undoing")
    assert hashes(archive.content) == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_an_export_in_another_encoding_is_read(archive: Desk, encoding: str) -> None:
    (archive.root / "export").write_bytes(f"url,quote,comment\n{PAGE},القناة طويلة,شرح\n".encode(encoding))
    archive.run("annotating", f"--from={archive.root / 'export'}")
    assert notes(archive) == [("القناة طويلة", "شرح")]


def test_a_table_that_breaks_off_is_named_at_its_line_and_its_rows_before_are_taken(archive: Desk) -> None:
    said = take(archive, f"url,quote,comment\n{PAGE},القناة طويلة,شرح\n{PAGE},عميقة,{'x' * 1_100_000}\n")
    assert "export:3: What stands here is no annotation that can be read." in said
    assert notes(archive) == [("القناة طويلة", "شرح")]


def test_the_example_of_the_guide_is_taken_by_the_archive_that_comes_along(tmp_path: Path) -> None:
    """A reader tries it before there is an export: two notes have their place, and the third is named."""
    (tmp_path / "content").mkdir()
    desk = Desk(tmp_path)
    for name in ("articles", "records", "originals"):
        shutil.copytree(ROOT / "content" / name, desk.content / name)
    before = hashes(desk.content)
    example = ROOT / "docs" / "examples" / "annotations.json"
    said = desk.run("annotating", f"--from={example}")
    assert "Annotations that become notes: 2.\n" in said
    assert "annotations.json:3: زيارة إلى جزر القمر: The words don't stand in the text." in said
    assert all(
        "docs/examples/annotations.json" in (ROOT / "docs" / name).read_text("utf-8")
        for name in ("guide.md", "guide.ar.md")
    )
    desk.run("undoing")
    assert hashes(desk.content) == before
