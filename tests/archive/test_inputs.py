"""
What goes wrong when people write: each input with the exact message, or with what it is taken as.

The same inputs, all in one archive, end a real build in `tests/press/test_broken_input.py`.
"""

from __future__ import annotations

import pytest

from archive.broken import BROKEN
from archive.broken_file import Broken, in_utf8
from warraq.archive.article import Article, Source
from warraq.archive.partial_date import PartialDate
from warraq.archive.problem import Level
from warraq.archive.reading_article import read_article

PATH = "content/articles/x.md"


@pytest.mark.parametrize("broken", BROKEN, ids=[b.name for b in BROKEN])
def test_a_broken_article_is_told_with_its_place_and_what_to_do(broken: Broken) -> None:
    read = read_article(PATH, broken.data)
    assert read.article is None
    assert [str(problem) for problem in read.problems] == [f"{PATH}:{said}" for said in broken.said]


def article(front_matter: str, body: str = "نص.") -> Article:
    read = read_article(PATH, in_utf8(f"---\n{front_matter}\n---\n{body}\n"))
    assert read.article, [str(problem) for problem in read.problems]
    return read.article


def test_words_stay_words() -> None:
    made = article("title: no\nslug: 0012\ndate: 2024\nsource: 1984\ntags: [yes, 1.0, null]")
    assert (made.title, made.slug, made.source) == ("no", "0012", Source("1984"))
    assert made.tags == ("yes", "1.0", "null")


def test_an_address_is_one_in_capitals_too() -> None:
    made = article("title: x\ndate: 2024\nsource: {name: صحيفة, url: HTTPS://paper.test/1}")
    assert made.source == Source("صحيفة", "HTTPS://paper.test/1")


@pytest.mark.parametrize(
    "tags",
    [
        "أ، ب",
        "أ, ب",
        "أ; ب",
        "أ؛ ب",
        "[أ، ب]",
        "[أ, ب]",
        "\n  - أ\n  - ب",
        "أ، ب، أ، ",
        "أ\N{RIGHT-TO-LEFT MARK}، ب",
    ],
)
def test_tags_are_cut_at_commas_of_any_kind(tags: str) -> None:
    assert article(f"title: x\ndate: 2024\ntags: {tags}").tags == ("أ", "ب")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('["van der Berg, Jan", عبد الله]', ("van der Berg, Jan", "عبد الله")),
        ("['خالد، أبو بكر']", ("خالد، أبو بكر",)),
        ("\n  - van der Berg, Jan\n  - خالد، أبو بكر; وكالة", ("van der Berg, Jan", "خالد، أبو بكر; وكالة")),
        ('[هدى، ليلى, "ن، م"]', ("هدى", "ليلى", "ن، م")),
        ("هدى، ليلى", ("هدى", "ليلى")),
    ],
)
@pytest.mark.parametrize("key", ["authors", "tags"])
def test_an_item_of_a_list_is_one_whatever_commas_it_has(key: str, written: str, meant: tuple[str, ...]) -> None:
    assert getattr(article(f"title: x\ndate: 2024\n{key}: {written}"), key) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2023-11-08", PartialDate(2023, 11, 8)),
        ("٢٠٢٣-١١-٠٨", PartialDate(2023, 11, 8)),
        ("۲۰۲۳-۱۱-۰۸", PartialDate(2023, 11, 8)),
        ("2023-11", PartialDate(2023, 11)),
        ("2023", PartialDate(2023)),
        ("'2023-11-08'", PartialDate(2023, 11, 8)),
        ("2023\N{EN DASH}11\N{NON-BREAKING HYPHEN}08", PartialDate(2023, 11, 8)),
        ("\N{RIGHT-TO-LEFT MARK}2023-11-08\N{RIGHT-TO-LEFT MARK}", PartialDate(2023, 11, 8)),
        ("unknown", None),
        ("غير معروف", None),
    ],
)
def test_a_date_is_what_can_mean_one_day_month_or_year_only(written: str, meant: PartialDate | None) -> None:
    assert article(f"title: x\ndate: {written}").date == meant


@pytest.mark.parametrize("status", ["status: draft", "draft: true", "الحالة: draft"])
def test_a_draft_is_a_draft_however_it_is_written(status: str) -> None:
    assert article(f"title: x\ndate: 2024\n{status}").status == "draft"


def test_arabic_keys_are_keys() -> None:
    made = article("العنوان: خبر\nالتاريخ: ٢٠٢٤\nالمصدر: وكالة\nالوسوم: أ، ب\nالكاتب: فلان\nاللغة: ar\nالملخص: م")
    assert (made.title, made.date, made.source) == ("خبر", PartialDate(2024), Source("وكالة"))
    assert (made.tags, made.authors, made.lang, made.summary) == (("أ", "ب"), ("فلان",), "ar", "م")


@pytest.mark.parametrize(
    "data",
    [
        "\N{ZERO WIDTH NO-BREAK SPACE}---\ntitle: x\ndate: 2024\n---\nنص.\n",
        "\N{ZERO WIDTH NO-BREAK SPACE}\N{ZERO WIDTH NO-BREAK SPACE}---\ntitle: x\ndate: 2024\n---\nنص.\n",
        "---\r\ntitle: x\r\ndate: 2024\r\n---\r\nنص.\r\n",
        "---\rtitle: x\rdate: 2024\r---\rنص.\r",
        "\n\n---\ntitle: x\ndate: 2024\n---\nنص.\n",
        "--- \ntitle: x\ndate: 2024\n---\t\nنص.\n",
        "---\n\N{RIGHT-TO-LEFT MARK}title: x\n\N{RIGHT-TO-LEFT EMBEDDING}date\N{LEFT-TO-RIGHT MARK}: 2024\n---\nنص.\n",
        "---\ntitle:\N{NO-BREAK SPACE}x\ndate: 2024\n---\nنص.\n",
        "\N{RIGHT-TO-LEFT MARK}---\nTitle: x\nDATE: 2024\n---\nنص.\n",
    ],
    ids=[
        "BOM",
        "two BOMs",
        "CRLF",
        "CR",
        "empty lines",
        "spaces after ---",
        "bidi marks",
        "no-break space",
        "capitals",
    ],
)
def test_what_programs_add_is_taken_for_nothing(data: str) -> None:
    read = read_article(PATH, in_utf8(data))
    assert read.article, [str(problem) for problem in read.problems]
    assert (read.article.title, read.article.date, read.article.body) == ("x", PartialDate(2024), "نص.")


def test_no_break_spaces_indent_as_spaces_do() -> None:
    made = article(
        "title: x\ndate: 2024\nsource:\n\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}name: وكالة\n  url: https://x.example/"
    )
    assert made.source == Source("وكالة", "https://x.example/")


def test_everything_that_is_wrong_in_a_file_is_told_at_once() -> None:
    data = in_utf8("---\ntitel: x\ndate: 2024-13-45\nstatus: drfat\nurl: https://x.example/\n---\nنص.\n")
    fields = {problem.field for problem in read_article(PATH, data).problems}
    assert fields == {"title", "titel", "date", "status", "url"}


def test_columns_count_what_was_taken_out_before_a_key() -> None:
    data = in_utf8("---\ntitle: x\ndate: 2024\n\N{RIGHT-TO-LEFT MARK}\N{RIGHT-TO-LEFT MARK}titel: y\n---\n")
    [problem] = read_article(PATH, data).problems
    assert (problem.line, problem.column) == (4, 3)


def test_a_file_without_slug_has_its_name_as_slug() -> None:
    read = read_article("content/articles/2024/خبر جديد.md", in_utf8("---\ntitle: x\ndate: 2024\n---\n"))
    assert read.article
    assert (read.article.slug, read.article.explicit_slug) == ("خبر-جديد", False)


def test_the_body_knows_the_line_of_its_first_words() -> None:
    assert article("title: x\ndate: 2024", "\n\nنص.").body_line == 7


def test_every_key_of_the_plan_is_read() -> None:
    made = article(
        """\
title: x
slug: خبر
date: 2023-11-08
source: {name: وكالة, url: "https://a.example/1", via: تاس, archived_url: "https://b.example/", retrieved: 2024, rights: full}
tags: [SCO, كلمة]
summary: م
lang: fa
original: a.txt
annotations:
  - quote: كومنولث الأمم
    prefix: دول
    suffix: في
    kind: fact-check
    note: كذا.
    verdict: غير دقيق
    links: https://c.example/
    author: فلان
    date: 2024-01
settled:
  - {rule: doubled-word, quote: "والمساواة والمساواة", decision: keep}
corrections:
  - {date: 2026-11-24, note: صُحح الاسم.}
authors: [فلان، فلانة]
aliases: قديم
status: published
embargo: 2024-02-01
translation_of: other
withdrawn: {date: 2026-01-01, reason: طلب}
reviewed: {by: فلانة, date: 2026-11-01}"""
    )
    assert made.source == Source(
        "وكالة", "https://a.example/1", ("تاس",), "https://b.example/", PartialDate(2024), "full"
    )
    assert (made.authors, made.aliases, made.translation_of) == (("فلان", "فلانة"), ("قديم",), "other")
    assert made.annotations[0].kind == "fact-check"
    assert made.annotations[0].links == ("https://c.example/",)
    assert made.settled[0].decision == "keep"
    assert made.corrections[0].date == PartialDate(2026, 11, 24)
    assert made.embargo == PartialDate(2024, 2, 1)
    assert made.withdrawn and made.withdrawn.reason == "طلب"
    assert made.reviewed and made.reviewed.by == "فلانة"
    assert ("annotations[0].quote", 11, 5) in made.places


def test_marks_that_reorder_a_title_are_left_out_with_a_warning() -> None:
    title = "قال \N{RIGHT-TO-LEFT OVERRIDE}نعم\N{POP DIRECTIONAL FORMATTING} أمس"
    read = read_article(PATH, in_utf8(f"---\ntitle: {title}\ndate: 2024\n---\nنص.\n"))
    assert read.article and read.article.title == "قال نعم أمس"
    (problem,) = read.problems
    assert problem.level is Level.WARNING
    assert str(problem) == (
        f"{PATH}:2:1: title: The title has invisible marks that reorder letters: U+202E, U+202C. They are left out. "
        "Write the title anew without them; the page sets its direction by itself."
    )
