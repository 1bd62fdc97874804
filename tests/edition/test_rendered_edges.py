"""Edges of the published text: pictures, line breaks, code, footnotes, addresses, and where a link of an author leads."""

from __future__ import annotations

import pytest

from edition.making import VOCABULARY, article, html, made
from warraq.archive.article import Annotation
from warraq.archive.concept import Concept, Definition, Scheme
from warraq.edition import edition, render
from warraq.edition.mentions import gloss_entry, mention_marks


def mentioned(text: str) -> list[str]:
    return [text[m.start : m.end] for m in mention_marks(text, VOCABULARY, "ar")]


def test_the_sign_of_a_footnote_stands_where_its_reference_was_written() -> None:
    done = made("نص[^1] آخر.\n\n[^1]: حاشية", title="عنوان طويل")
    [mark] = done.marks
    assert done.text[: mark.start] == "عنوان طويل\nنص" and mark.start == mark.end
    assert html(done).startswith('<p id="p1">نص<a class="reference footnote a1" id="f-1"')


def test_a_second_reference_to_a_footnote_has_an_id_of_its_own() -> None:
    done = made("نص[^1] وآخر[^1] وثالث[^1].\n\n[^1]: حاشية")
    assert [m.id for m in done.marks] == ["f-1", "f-1-2", "f-1-3"]


def test_a_footnote_keeps_its_words_and_loses_the_link_back() -> None:
    [text] = render("نص[^1].\n\n[^1]: حاشية").footnotes.values()
    assert text == "<p>حاشية</p>"


def test_a_no_break_space_is_a_letter_at_the_ends_of_a_line_too() -> None:
    assert render("<p>\N{NO-BREAK SPACE}نص\N{NO-BREAK SPACE}</p>").lines == ["\N{NO-BREAK SPACE}نص\N{NO-BREAK SPACE}"]


def test_code_inside_a_quotation_keeps_its_line_ends_and_spaces() -> None:
    assert render("> نص\n>\n>     a\n>       b").lines == ["نص", "a\n  b"]


def test_a_line_break_is_one_space() -> None:
    assert render("أول<br>\n   ثان").lines == ["أول ثان"]


@pytest.mark.parametrize(("align", "side"), [(":--", "start"), ("--:", "end"), (":-:", "center")])
def test_columns_are_aligned_by_the_direction_of_the_text(align: str, side: str) -> None:
    assert f'class="align-{side}"' in html(made(f"| أ |\n|{align}|\n| ب |"))


def test_a_rule_and_a_picture_alone_are_sections_and_an_empty_element_is_not() -> None:
    assert [s.tag for s in made("أول.\n\n* * *\n\n![س](x.png)\n\n<p></p>\n\nثان.").sections] == ["p", "hr", "p", "p"]


@pytest.mark.parametrize(
    ("body", "caption"),
    [
        ('![السد](x.png "السد & الماء")', "السد &amp; الماء"),
        ('![السد](x.png "السد &#34;القديم&#34; (رويترز&#41;")', "السد &quot;القديم&quot; (رويترز)"),
        ("![السد](x.png)", ""),
        ('نص ![السد](x.png "السد")', ""),
        ('![أ](x.png "أ") ![ب](x.png "ب")', ""),
    ],
)
def test_a_picture_that_stands_alone_with_a_title_is_a_figure_and_its_caption_no_part_of_the_text(
    body: str, caption: str
) -> None:
    done = made(f"أول.\n\n{body}\n\nثان.")
    section = done.sections[1]
    figure = f"<figure>{section.html}<figcaption>{caption}</figcaption></figure>"
    assert section.shown_html == (figure if caption else section.html)
    assert "القديم" not in done.text and ("title=" in section.html) is (
        "title" not in caption and not caption and '"' in body
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("https://x.test/روسيا", []),
        ("https://x.test/ روسيا", ["روسيا"]),
        ("روسيا https://x.test/", ["روسيا"]),
        ("روسيا@x.test", []),
        ("www.x.test/روسيا روسيا www.x.test", ["روسيا"]),
        ("https://x.test/روسيا https://x.test/أستانا وأستانا", ["وأستانا"]),
    ],
)
def test_a_name_counts_up_to_an_address_and_behind_it_and_never_in_it(text: str, names: list[str]) -> None:
    assert mentioned(text) == names


def test_the_gloss_stands_at_the_first_mention_of_the_body() -> None:
    done = made("روسيا ثم روسيا.\n\nوروسيا.", title="روسيا وروسيا")
    assert [m.first for m in done.marks] == [False, False, True, False, False]


def test_a_name_in_the_title_alone_is_glossed_once() -> None:
    assert [m.first for m in made("نص.", title="روسيا وروسيا").marks] == [True, False]


@pytest.mark.parametrize(("lang", "gloss"), [("en", "a state"), ("ar", "دولة"), ("fa", "دولة")])
def test_a_gloss_is_in_the_articles_language_or_else_in_arabic(lang: str, gloss: str) -> None:
    concept = Concept("X", Scheme.PLACE, {"ar": "س"}, definition=Definition({"en": "a state", "ar": "دولة"}, ""))
    [mark] = mention_marks("روسيا", VOCABULARY, "ar")
    assert gloss_entry(mark, concept, lang).html == gloss


def test_a_file_beside_the_article_comes_before_one_in_content() -> None:
    places = {"articles/y.png": "beside.png", "y.png": "content.png"}
    done = edition(article("![]({static}y.png) ![]({static}/y.png)"), None, None, VOCABULARY, places)
    assert [part.split('"')[0] for part in html(done).split('src="')[1:]] == ["warraq:beside.png", "warraq:content.png"]


def test_a_broken_link_is_one_problem_however_often_it_stands() -> None:
    done = edition(article("[س]({filename}z.md) [ش]({filename}z.md)"), None, None, VOCABULARY, {})
    assert [(p.line, p.column) for p in done.problems] == [(20, 5)]


def test_a_removed_address_is_shown_up_to_sixty_letters() -> None:
    [problem] = made(f"[س](ftp://x.test/{'a' * 100})").problems
    assert len(str(problem.what.values["address"])) == 60


def test_code_before_a_removed_tag_does_not_move_its_line_and_column() -> None:
    [problem] = made("`<font>` و``\n` <font>`` ثم <font>نص</font>").problems
    assert (problem.line, problem.column) == (21, 15)


def test_two_notes_with_one_quote_have_ids_of_their_own() -> None:
    first, second, third = (e.mark.id for e in made("أول ثان", *[Annotation("أول", "س")] * 3).notes)
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_a_list_with_nothing_but_a_line_across_is_a_part_and_an_empty_list_is_none() -> None:
    assert [part.tag for part in render("<ul><li><hr></li></ul>").parts] == ["ul"]
    assert not render("<ul><li></li></ul>").parts
