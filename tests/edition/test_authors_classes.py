"""An author can't dress words as the site's own: no class, id, role or datum of an author's reaches the page, and each is told."""

from __future__ import annotations

import re

import pytest

from edition.making import made
from warraq.edition.edition import Edition

CLASSES = ("repair", "note", "footnote", "footnote-ref", "footnote-backref")
SYNTAXES = (
    "نص <b class='{0}'>هنا</b>.",
    'نص <b CLASS="x {0}">هنا</b>.',
    "نص **هنا**{{: .{0} }}.",
    "نص.\n{{: .{0} }}",
    "## عنوان {{: .{0} #{0} }}",
    "[هنا](#x){{: class='{0}'}}",
    '<div class="{0}">هنا</div>',
    '<div markdown=1 class="{0}">\nهنا\n</div>',
    "<div class='{0}' markdown='1'>\n\n**هنا**\n\n</div>",
    '<a class="{0}" href="#fn:1">هنا</a>',
    "- هنا\n{{: .{0} }}",
    "| هنا |\n|--|\n| <i class={0}>ب</i> |",
    "نص[^1]\n\n[^1]: <p markdown=1 class='{0}'>هنا</p>",
)
GIVEN = re.compile(
    r'\b(?:class|id|role|style|name|data-[\w-]+|aria-[\w-]+|target|rel|on\w+|form\w*|tabindex)="([^"]*)"'
)


def given(edition: Edition) -> list[str]:
    """List the values of all attributes that the edition alone may give, except those that it gave."""
    html = "".join([s.html for s in edition.sections] + [note.html for note in edition.notes])
    own = re.compile(r"p\d+|heading-.*|reference footnote a\d|f-\d|\d|doc-noteref|n-f-\d|footnote a\d")
    return [value for value in GIVEN.findall(html) if not own.fullmatch(value)]


@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("name", CLASSES)
def test_no_class_of_an_author_reaches_the_page_and_no_word_is_lost(syntax: str, name: str) -> None:
    edition = made(syntax.format(name))
    assert given(edition) == []
    assert (
        "هنا" in edition.text + "".join(note.html for note in edition.notes)
        or "عنوان" in syntax
        or syntax.startswith("نص.")
    )
    assert any("The attribute class is taken out of" in str(problem) for problem in edition.problems)


@pytest.mark.parametrize(
    "attribute",
    [
        "role=note",
        "style='color:red'",
        "data-label=1",
        "aria-label=x",
        "name=x",
        "target=_blank",
        "rel=opener",
        "form=x",
        "onclick='x()'",
    ],
)
@pytest.mark.parametrize(
    "syntax", ["نص <a href='#x' {}>هنا</a>.", "نص [هنا](#x){{: {} }}", "<p {}>هنا</p>", "<li {}>هنا</li>"]
)
def test_no_other_attribute_does(syntax: str, attribute: str) -> None:
    edition = made(syntax.format(attribute))
    assert given(edition) == []
    assert any(f"The attribute {attribute.partition('=')[0]} is taken out of" in str(p) for p in edition.problems)


@pytest.mark.parametrize(
    "body", ["<ul><li id=search>هنا</li></ul>", "<p id=main>هنا</p>", "نص **هنا**{: #menu }", "<b id='n-1'>هنا</b>"]
)
def test_an_id_is_told_and_only_headings_have_one_with_their_own_beginning(body: str) -> None:
    edition = made(body)
    assert given(edition) == []
    assert any("The attribute id is taken out of" in str(problem) for problem in edition.problems)
    assert 'id="heading-main"' in made("## عنوان {: #main }").sections[0].html


@pytest.mark.parametrize("align", ["x repair", "start note", "left note", "&quot;", "justify", ""])
def test_an_alignment_is_left_right_or_centre(align: str) -> None:
    edition = made(f'<table><tr><td align="{align}">هنا</td></tr></table>')
    assert given(edition) == []
    assert any("The attribute align is taken out of <td>" in str(problem) for problem in edition.problems)


def test_alignments_of_tables_stay() -> None:
    [section] = made("| أ | ب | ج |\n|:--|--:|:-:|\n| 1 | 2 | 3 |\n").sections
    assert [section.html.count(f'class="align-{side}"') for side in ("start", "end", "center")] == [2, 2, 2]
    assert 'class="align-end"' in made('<table><tr><td align=" RIGHT ">1</td></tr></table>').sections[0].html


FORGED = (
    '<a class="footnote-ref-{0}" href="#fn:1">1</a> <div class="footnote-{0}"><ol><li id="fn:1">هنا</li></ol></div>'
)


@pytest.mark.parametrize("key", ["0" * 32, "f" * 32, "&#102;" * 32])
def test_a_footnote_that_only_says_so_is_text_like_others(key: str) -> None:
    edition = made(f"نص[^1].\n\n{FORGED.format(key)}\n\n[^1]: حاشية.")
    assert len(edition.notes) == 1 and edition.notes[0].html == "<p>حاشية.</p>"
    assert "هنا" in edition.text and given(edition) == []
