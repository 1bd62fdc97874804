"""Each entry stands with the section in which its mark begins, in order, under its number."""

from __future__ import annotations

from edition.making import VOCABULARY, article, html, made, original, record
from project import ROOT
from warraq.archive.article import Annotation
from warraq.edition import edition
from warraq.edition.layout import MOST_ANCHORS

TEXT = "أول باء.\n\nثان باء.\n\nثالث باء."


def test_an_entry_stands_with_the_section_in_which_its_mark_begins() -> None:
    done = made(TEXT, Annotation("أول", "س"), Annotation("ثان", "ش"), Annotation("باء. ثالث", "ص"))
    assert [[e.html for e in s.entries] for s in done.sections] == [["س"], ["ش", "ص"], []]


def test_a_mark_on_the_first_letter_of_a_section_is_that_sections() -> None:
    done = made(TEXT, Annotation("ثان باء.", "س"))
    assert [len(s.entries) for s in done.sections] == [0, 1, 0]
    assert done.title_entries == ()


def test_entries_are_in_the_order_of_their_passages_and_the_shorter_first() -> None:
    notes = [Annotation("ثان", "3"), Annotation("أول باء", "2"), Annotation("أول", "1")]
    assert [e.html for e in made(TEXT, *notes).notes] == ["1", "2", "3"]


def test_notes_and_anchors_are_numbered_through_the_article() -> None:
    done = made(TEXT, *(Annotation(word, "س") for word in ("أول", "ثان", "ثالث")), Annotation("ثالث باء", "ش"))
    assert [e.label.values["number"] for e in done.notes] == [1, 2, 3, 4]
    assert [e.anchor for e in done.notes] == [1, 2, 3, 4]


def test_the_first_repair_of_a_section_has_the_anchor_of_all() -> None:
    source = "العنوان\nقال| نعم نعم في روسيا"
    done = record(source, [("bar", "|", "")], [("doubled-word", "نعم نعم")])
    page = edition(article("قال نعم نعم في روسيا اليوم"), original(source), done, VOCABULARY)
    assert [(e.mark.kind, e.anchor) for e in page.sections[0].entries] == [
        ("repair", 1),
        ("doubt", 2),
        ("mention", 3),
        ("edit", 0),
    ]


def test_marks_are_in_the_order_of_the_text_and_the_shorter_first() -> None:
    done = made(TEXT, Annotation("أول باء", "س"), Annotation("أول", "ش"), Annotation("باء. ثان", "ص"))
    assert [done.text[m.start : m.end] for m in done.marks] == ["أول", "أول باء", "باء.\nثان"]


def test_a_mark_inside_a_longer_one_comes_after_it() -> None:
    done = made("أول باء جيم.", Annotation("باء", "س"), Annotation("أول باء جيم", "ش"))
    assert [done.text[m.start : m.end] for m in done.marks] == ["أول باء جيم", "باء"]


def test_headings_with_one_anchor_have_ids_of_their_own() -> None:
    done = made('<h2 id="x">باب</h2>\n\nنص.\n\n<h2 id="x">باب</h2>\n\n<h2 id="x">باب</h2>')
    assert [s.id for s in done.sections] == ["heading-x", "p2", "heading-x-2", "heading-x-2-2"]


def test_concepts_are_in_the_order_of_their_first_mention() -> None:
    assert made("زار أستانا ثم روسيا ثم أستانا.").concepts == ("Astana", "Russia")


def test_a_paragraph_that_only_has_a_picture_is_a_section_without_text() -> None:
    done = made("أول.\n\n![](x.png)\n\nثان.", Annotation("ثان", "س"))
    assert [(s.tag, s.end - s.start) for s in done.sections] == [("p", 4), ("p", 0), ("p", 4)]
    assert [len(s.entries) for s in done.sections] == [0, 0, 1]
    assert '<img alt="" src="x.png" loading="lazy">' in html(done)


def test_an_article_has_no_more_anchors_than_the_style_sheet_has_rules() -> None:
    words = [f"كلمة{n}" for n in range(MOST_ANCHORS + 9)]
    done = made(" ".join(words), *(Annotation(word, "س", suffix=" ") for word in words[:-1]))
    assert [e.anchor for e in done.notes] == [*range(1, MOST_ANCHORS + 1), *[0] * 8]
    assert " a0" not in done.sections[0].html
    style = (ROOT / "theme/static/css/style.css").read_text(encoding="utf-8")
    assert [f".a{n}{{--at:--a{n}}}" in style for n in range(1, MOST_ANCHORS + 2)] == [True] * MOST_ANCHORS + [False]
