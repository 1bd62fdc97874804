"""Annotations of others come in where their words stand, once, and whatever has no place is told with its reason."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from desk.annotating.canal import ARTICLE, RECOGITO, notes, row, take
from desk.conftest import Desk
from project import ROOT, hashes
from warraq.archive.concept import Vocabulary
from warraq.archive.reading_article import read_article
from warraq.desk.annotating.placing import NoPlace, Place, place_of
from warraq.edition import edition


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


def test_a_place_is_found_in_spite_of_other_white_space_and_nothing_is_guessed() -> None:
    text = "عنوان\nقال أحمد إن الماء كثير.\nقال أحمد إن الماء قليل."
    assert place_of("الماء   كثير", "", "", text, "") == Place("الماء كثير")
    twice = place_of("الماء", "", "", text, "")
    assert isinstance(twice, NoPlace) and twice.near is None
    found = place_of("قال أحمد", "كثير. ", "", text, "")
    assert isinstance(found, NoPlace) or found.suffix.startswith("إن الماء قل")


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
