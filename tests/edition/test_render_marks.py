"""Marks overlap, nest and cross everything; the page stays valid, and its text stays T."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

from edition.making import VOCABULARY, article, html, machine_text, made, original, record
from warraq.archive.article import Annotation
from warraq.edition import edition
from warraq.edition.render_marks import MarkSpan, order, render_marks
from warraq.edition.rendered_text import published_text, render


def tree(page: str) -> Any:
    """Parse a page strictly: a reader of HTML would take nested links apart, and hide them."""
    return etree.fromstring(f"<div>{page}</div>")


def test_overlapping_and_nested_notes_are_cut_where_they_cross() -> None:
    done = made(
        "واحد اثنان ثلاثة أربعة",
        Annotation("واحد اثنان", "س"),
        Annotation("اثنان ثلاثة", "ش"),
        Annotation("ثلاثة", "ص"),
    )
    first, second, third = (e.mark.id for e in done.notes)
    assert [e.mark.start for e in done.notes] == [8, 13, 19]
    page = lxml_html.fragment_fromstring(html(done))
    assert [e.get("id") for e in page.iter("mark") if e.get("id")] == [first, second, third]
    assert [e.text_content() for e in page.iter("mark")] == ["واحد اثنان", "اثنان", " ثلاثة", "ثلاثة"]
    assert page.text_content() == "واحد اثنان ثلاثة أربعة"


def test_a_note_across_two_paragraphs_marks_both_and_stands_with_the_first() -> None:
    done = made("قال نعم.\n\nوقال لا.", Annotation("نعم. وقال", "س"))
    assert [len(s.entries) for s in done.sections] == [1, 0]
    assert all(s.html.count('<mark class="note') == 1 for s in done.sections)
    assert done.sections[1].html.count("reference note") == 1


def test_the_element_of_a_note_on_part_of_a_word_covers_the_word_and_its_mark_the_part() -> None:
    done = made("على الدور البناء لمنظمة التعاونِ، 2024م.", Annotation("منظمة التعاون", "س"), Annotation("4", "ش"))
    page = lxml_html.fragment_fromstring(html(done))
    assert [e.text_content() for e in page.iter("mark")] == ["لمنظمة التعاونِ", "4"]
    assert [done.text[e.mark.start : e.mark.end] for e in done.notes] == ["منظمة التعاون", "4"]


def test_no_link_stands_in_a_link() -> None:
    done = made("زار [روسيا وبحر قزوين](https://x.test/) اليوم.", Annotation("روسيا", "س"))
    page = tree(html(done))
    assert not page.xpath("//a//a")
    assert len(page.xpath("//span[contains(@class, 'mention')]")) == 2
    assert page.xpath("//a[contains(@class, 'reference')]")


def test_a_deletion_is_an_empty_mark_beside_its_word() -> None:
    source = "العنوان\nقال| نعم"
    done = record(source, [("bar", "|", "")])
    body = machine_text(source, done).split("\n", 1)[1]
    page = edition(article(body), original(source), done, VOCABULARY)
    assert page.sections[0].html == '<p id="p1">قال<ins class="repair a1" id="r11"></ins> نعم</p>'
    assert (page.marks[0].left, page.marks[0].before, page.marks[0].after) == ("قال", "|", "")


def test_a_word_with_a_deletion_stays_in_one_piece_with_its_mark_behind_it() -> None:
    source = "العنوان\nقال المج\N{SOFT HYPHEN}لس نعم"
    done = record(source, [("soft-hyphen", "\N{SOFT HYPHEN}", "")])
    body = machine_text(source, done).split("\n", 1)[1]
    page = edition(article(body), original(source), done, VOCABULARY)
    assert page.sections[0].html == '<p id="p1">قال المجلس<ins class="repair a1" id="r16"></ins> نعم</p>'
    assert (page.marks[0].start, page.marks[0].end) == (16, 16)


PIECES = st.lists(
    st.sampled_from(
        [
            "نص ",
            "**غ**",
            "*م [ر](http://a.b) ن*",
            "`<x>`",
            "&amp;",
            "روسيا ",
            "<br>",
            "[ب](http://c.d)",
            "[^1]",
            "😀",
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)
LINES = st.lists(st.tuples(st.sampled_from(["", "- ", "> ", "## "]), PIECES).map("".join), min_size=1, max_size=4)


@given(LINES, st.data())
def test_whatever_the_marks_the_text_is_t_and_every_mark_is_there_once(lines: list[str], data: st.DataObject) -> None:
    rendered = render("\n\n".join(lines) + "\n\n[^1]: حاشية")
    text = published_text("", rendered)[1:]
    spans = []
    for n in range(data.draw(st.integers(0, 6))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        while start < end and text[end - 1] == "\n":
            end -= 1
        while start < end and text[start] == "\n":
            start += 1
        link = data.draw(st.booleans())
        named = f' class="k" id="i{n}"'
        spans.append(
            MarkSpan(
                start,
                end,
                "a" if link else "mark",
                named,
                ' class="k"',
                ("span", named, ' class="k"') if link else None,
            )
        )
    spans.sort(key=order)
    seen = {}
    for part in rendered.parts:
        touching = [
            p
            for p in spans
            if (p.start < part.end and p.end > part.start) or part.start <= p.start == p.end <= part.end
        ]
        written = render_marks(part.tokens, touching, {})
        tree = lxml_html.fragment_fromstring(written, create_parent="div")
        assert tree.text_content() == text[part.start : part.end]
        # A parser finds as many tags as were written: it repaired nothing.
        assert lxml_html.tostring(tree, encoding="unicode").count("<") == written.count("<") + 2
        for element in tree.iter():
            if element.get("id", "").startswith("i"):
                assert element.get("id") not in seen
                seen[element.get("id")] = element
    assert len(seen) == len(spans) or not rendered.lines


def reference_count(page: str, kind: str = "note") -> int:
    return page.count(f'class="reference {kind}')


def test_the_reference_of_a_note_follows_the_last_piece_of_its_passage_and_no_other() -> None:
    done = made("قال **بوتين** إن *الأمر* مهم.\n\nوقال لا.", Annotation("بوتين إن الأمر مهم. وقال", "س"))
    assert [reference_count(section.html) for section in done.sections] == [0, 1]
    assert done.sections[1].html.startswith('<p id="p2"><mark class="note">وقال</mark><a class="reference note"')


def test_a_note_that_others_cut_has_one_reference_too_behind_its_last_piece() -> None:
    done = made("واحد اثنان ثلاثة", Annotation("واحد اثنان", "س"), Annotation("اثنان ثلاثة", "ش"))
    page = html(done)
    first, second = (f'href="#n-{e.mark.id}"' for e in done.notes)
    assert (page.count(first), page.count(second)) == (1, 1)
    assert page.index("اثنان") < page.index(first) < page.index("ثلاثة") < page.index(second)


@pytest.mark.parametrize("quote", ["بلدة", "بعيدة", "بلدة بعيدة", "زار بلدة"])
def test_a_reference_stands_behind_the_link_that_its_passage_ends_in(quote: str) -> None:
    page = tree(html(made("زار [بلدة بعيدة](https://x.test/) ثم عاد.", Annotation(quote, "س"))))
    assert not page.xpath("//a//a")
    [link] = page.xpath("//a[@href='https://x.test/']")
    assert link.getnext().get("class") == "reference note"


def test_a_note_in_a_mention_has_its_reference_behind_the_mention() -> None:
    page = tree(html(made("زار منظمة شنغهاي للتعاون أمس.", Annotation("شنغهاي", "س"))))
    assert not page.xpath("//a//a")
    assert [link.get("class").split()[0] for link in page.xpath("//a")] == ["mention", "reference"]


def test_marks_that_another_one_cut_are_opened_again_in_their_order() -> None:
    quotes = ["واحد اثنان ثلاثة", "اثنان ثلاثة أربعة", "ثلاثة أربعة خمسة"]
    page = tree(html(made("واحد اثنان ثلاثة أربعة خمسة", *(Annotation(quote, "س") for quote in quotes))))
    assert ["".join(mark.itertext()) for mark in page.xpath("p/mark")] == ["واحد اثنان ثلاثة", " أربعة", " خمسة"]


def test_of_two_marks_with_one_beginning_the_longer_is_outside() -> None:
    done = made("قال زيد نعم.", Annotation("زيد", "س"), Annotation("زيد نعم", "ش"))
    page = lxml_html.fragment_fromstring(html(done))
    assert [e.text_content() for e in page.xpath("./mark")] == ["زيد نعم"]
    assert [e.text_content() for e in page.xpath("./mark/mark")] == ["زيد"]


def test_a_mark_that_ends_where_text_begins_again_is_not_opened_there() -> None:
    done = made("قال **زيد** نعم.", Annotation("قال", "س"), Annotation("زيد", "ش"))
    assert [e.text_content() for e in lxml_html.fragment_fromstring(html(done)).iter("mark")] == ["قال", "زيد"]


def test_a_mark_at_the_end_of_the_title_stays_in_the_title() -> None:
    source = "العنوان|\nقال نعم"
    done = record(source, [("bar", "|", "")])
    page = edition(article("قال نعم", "العنوان"), original(source), done, VOCABULARY)
    assert page.title_html == 'العنوان<ins class="repair a1" id="r7"></ins>'
    assert [e.mark.id for e in page.title_entries] == ["r7"] and "<ins" not in html(page)


def test_a_mark_at_the_end_of_a_paragraph_stays_in_it() -> None:
    source = "العنوان\nقال نعم|\nوقال لا"
    done = record(source, [("bar", "|", "")])
    page = edition(article("قال نعم\n\nوقال لا"), original(source), done, VOCABULARY)
    assert [s.html.count("<ins") for s in page.sections] == [1, 0]
    assert [len(s.entries) for s in page.sections] == [1, 0]


def test_a_note_whose_quote_ends_with_a_line_feed_has_its_reference_in_its_paragraph() -> None:
    done = made("قال نعم.\n\nوقال لا.", Annotation("نعم.\n", "س"))
    assert [reference_count(section.html) for section in done.sections] == [1, 0]
