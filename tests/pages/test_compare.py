"""The compare page holds the original exactly, and shows what differs."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from edition.making import VOCABULARY, article, machine_text, original, record
from pages.libraries import SOURCE, library, made
from warraq.archive.original import OriginalKind
from warraq.edition import edition
from warraq.edition.edition import Edition
from warraq.pages.compare import Piece, Row, compare, side_by_side

AROUND = re.compile(r'<a class="around"[^>]*>⋯</a>')


def shown_rows(edition: Edition) -> list[Row]:
    assert edition.original is not None
    return side_by_side(edition, edition.original.text, "en")[0]


def text(html: str) -> str:
    return "".join(lxml_html.fragment_fromstring(html, create_parent=True).itertext())


def before(row: Row) -> str:
    """Give the row's HTML of the original."""
    return "".join(part.before for part in row.parts)


def after(row: Row) -> str:
    """Give the row's HTML of the article: what both have stands once, and of the page around the article it has nothing."""
    return "".join(AROUND.sub("", part.before) if part.after is None else part.after for part in row.parts)


def test_the_originals_column_is_the_original_and_the_articles_column_the_article() -> None:
    done = made()
    shown = shown_rows(done)
    assert "".join(text(before(row)) for row in shown) == SOURCE
    assert "".join(text(after(row)) for row in shown) == done.text
    assert [row.number for row in shown] == [1, 2, 3, 4, 5]


def test_what_differs_is_marked_on_both_sides_with_its_reason() -> None:
    row = shown_rows(made())[2]
    assert '<del title="bar">|</del>' in before(row)
    assert row.changed and '<ins title="stop">. ' not in after(row)
    assert '<ins title="stop">.<i> </i></ins>' in after(row)


def test_an_editors_change_is_marked_as_one() -> None:
    row = shown_rows(made(body="قال بوتين. ثم زار مقر منظمة شنغهاي للتعاون في روسيا\n\nوعاد عاد إلى أستانا"))[2]
    assert '<ins class="by-editor">مقر<i' in after(row)


def test_line_ends_and_odd_spaces_have_signs_and_no_letters_of_their_own() -> None:
    row = shown_rows(made())[2]
    assert 'data-sign="␍"' in before(row) and "<u>\n</u>" in before(row) and 'data-sign="⇥"' in before(row)
    assert "¶" not in text(before(row))


def test_a_line_that_went_has_its_row_and_nothing_beside_it() -> None:
    row = shown_rows(made())[3]
    assert text(before(row)) == "سطر محذوف\r\n" and text(after(row)).strip() == ""


def test_an_html_original_stands_as_text() -> None:
    [page] = compare(library(made(kind=OriginalKind.PAGE)))
    assert page.original == "articles/x/original.html.txt"
    assert page.address == "articles/x/compare/"


def test_markup_in_an_original_is_shown_not_run() -> None:
    [first, *_] = shown_rows(made(text="<script>alert(1)</script>\nنص"))
    assert "<script" not in before(first) and text(before(first)) == "<script>alert(1)</script>\n"


LINES = st.text("اب \t\r\n\N{NO-BREAK SPACE}<&\N{RIGHT-TO-LEFT MARK}", max_size=40)


@given(LINES, LINES)
def test_for_any_two_texts_the_columns_are_the_texts(one: str, two: str) -> None:
    source = "ع\n" + one
    done = edition(article(two.replace("<", "&lt;")), original(source), record(source), VOCABULARY)
    shown = shown_rows(done)
    assert "".join(text(before(row)) for row in shown) == source
    assert "".join(text(after(row)) for row in shown) == done.text


WORDS = st.text("اب. ,<x>&|", min_size=30, max_size=120)


@given(WORDS, st.lists(st.integers(0, 119), max_size=3))
def test_what_both_have_stands_once_and_what_differs_with_words_around_it(line: str, places: list[int]) -> None:
    source = f"عنوان\n{line}\nسطر أخير من النص"
    body = "".join(f"جديد {letter}" if n in places else letter for n, letter in enumerate(line)).replace("<", "&lt;")
    done = edition(article(body + "\n\nسطر أخير من النص"), original(source), record(source), VOCABULARY)
    shown = shown_rows(done)
    assert "".join(text(before(row)) for row in shown) == source
    assert "".join(text(after(row)) for row in shown) == done.text
    for row in shown:
        kinds = [part.after is None for part in row.parts]
        assert all(one != other for one, other in pairwise(kinds))
        assert "<del" not in "".join(part.before for part in row.parts if part.after is None)


def test_five_words_stand_around_what_differs_and_no_space_there_gains_a_sign() -> None:
    words = [f"كلمة{n}" for n in range(40)]
    source = "عنوان\n" + " ".join(words)
    body = " ".join([*words[:20], "جديدة", *words[20:]])
    [_, row] = shown_rows(edition(article(body), original(source), record(source), VOCABULARY))
    first, middle, last = row.parts
    assert first.after is None and first.before == " ".join(words[:15]) + " "
    assert (
        text(middle.before) == " ".join(words[15:25]) + " " and "<i" not in middle.before and "<u" not in middle.before
    )
    assert middle.after is not None and text(middle.after) == " ".join([*words[15:20], "جديدة", *words[20:25]]) + " "
    assert last.after is None and last.before == " ".join(words[25:])


def test_markup_in_a_text_from_right_to_left_has_its_own_direction() -> None:
    [first, _] = shown_rows(made(text='<p lang="ar">نص&nbsp;قصير</p>\nنص'))
    assert before(first).count('<bdi dir="ltr">') == 3
    assert text(before(first)) == '<p lang="ar">نص&nbsp;قصير</p>\n'


def test_a_line_end_that_was_put_in_stands_at_the_end_of_its_line() -> None:
    shown = [text(after(row)) for row in shown_rows(made())]
    assert not any(line.startswith("\n") for line in shown)


def test_a_row_says_whether_its_line_changed_and_whether_it_went() -> None:
    found = shown_rows(made())
    assert [(row.number, row.changed, not text(after(row))) for row in found] == [
        (1, True, False),
        (2, True, True),
        (3, True, False),
        (4, True, True),
        (5, False, False),
    ]


def test_a_line_is_changed_by_an_insertion_alone() -> None:
    text = "عنوان\nقال الوزير\nنص"
    first, second, _ = shown_rows(made(text=text, body="قال أمس الوزير\n\nنص"))
    assert second.changed and "<ins" in after(second) and "<del" not in before(second)
    assert not first.changed


PAGE = (
    "<html><body><nav>الرئيسة</nav>\n<b>\nأخبار</b>\n<h1>عنوان الخبر</h1><p>قال الوزير .ثم زار  القناة</p><aside>اقرأ"
    "</aside><p>وعاد</p>\n<footer>حقوق\n</footer>"
)


def of_a_page() -> tuple[Edition, list[Row], list[Piece]]:
    """Make the edition of a page with furniture before, between and behind, and its two views."""
    changes = [
        ("boilerplate", "<html><body><nav>الرئيسة</nav>\n<b>\nأخبار</b>\n<h1>", ""),
        ("tags", "</h1><p>", "\n"),
        ("space-after-stop", " .", ". "),
        ("boilerplate", "</p><aside>اقرأ</aside><p>", "\n"),
        ("boilerplate", "</p>\n<footer>حقوق\n</footer>", ""),
    ]
    done = record(PAGE, changes, layout=["tags"])
    title, *body = machine_text(PAGE, done).split("\n")
    page = replace(original(PAGE), kind=OriginalKind.PAGE)
    whole = edition(article("\n\n".join(body), title), page, done, VOCABULARY)
    return (whole, *side_by_side(whole, PAGE, "en"))


def test_what_stood_around_the_article_is_no_repair_and_stands_by_itself() -> None:
    whole, shown, pieces = of_a_page()
    assert [mark.rule for mark in whole.marks] == ["space-after-stop"] and whole.furniture == len(pieces) == 3
    assert [(row.number, row.changed) for row in shown] == [(1, False), (4, True)]
    assert before(shown[0]) == '<a class="around" href="#around-1">⋯</a>'
    assert "boilerplate" not in "".join(before(row) + after(row) for row in shown)
    assert [(p.number, p.line) for p in pieces] == [(1, 1), (2, 4), (3, 4)]
    assert "<del" not in pieces[0].html and "<i" not in pieces[0].html and "<u" not in pieces[0].html
    assert text(pieces[1].html) == "</p><aside>اقرأ</aside><p>"


def test_rows_and_pieces_together_are_the_original() -> None:
    whole, shown, pieces = of_a_page()
    column = "".join(before(row) for row in shown)
    for piece in pieces:
        column = column.replace(f'<a class="around" href="#around-{piece.number}">⋯</a>', piece.html)
    assert text(f"<div>{column}</div>") == PAGE
    assert "".join(text(after(row)) for row in shown) == whole.text


def test_a_caption_that_the_article_kept_is_not_counted_among_what_was_taken_out() -> None:
    figure = (
        '</p><figure><img src="1.jpg"><figcaption>السد يوم &quot;افتتاحه&quot; <b>رويترز</b></figcaption></figure><p>'
    )
    source = f"<h1>خبر</h1><p>قال{figure}نعم</p><aside>السد اليوم</aside>"
    changes = [
        ("boilerplate", "<h1>", ""),
        ("tags", "</h1><p>", "\n"),
        ("boilerplate", figure, "\n"),
        ("boilerplate", "</p><aside>السد اليوم</aside>", ""),
    ]
    done = record(source, changes, layout=["tags"])
    body = 'قال\n\n![](<{static}images/a/1.jpg> "السد يوم «افتتاحه» — رويترز")\n\nنعم'
    page = replace(original(source), kind=OriginalKind.PAGE)
    whole = edition(article(body, "خبر"), page, done, VOCABULARY, {"images/a/1.jpg": "images/a/1.jpg"})
    assert [piece.kept for piece in side_by_side(whole, source, "en")[1]] == [False, True, False]
    assert whole.furniture == 2
