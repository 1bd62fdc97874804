"""Putting one value over a draft keeps the rest of it, and the record's hashes true to the article."""

from __future__ import annotations

from hashlib import sha256

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.record import Described, Origin
from warraq.desk.draft import Draft, draft_of, with_name, with_value
from warraq.desk.front_matter import value_of
from warraq.repair import plan
from warraq.repair.readers import read_original

TEXT = "عنوان الخبر\n\nنشر في 8 نوفمبر 2023\n\nوصل الوفد إلى المدينة صباحا.\n"


@pytest.fixture
def draft() -> Draft:
    return draft_of(plan(read_original("a.txt", TEXT.encode()), Vocabulary()))


def is_true(draft: Draft) -> bool:
    """Give True if the record's hashes are those of the article and its body."""
    hashes = [sha256(text.encode()).hexdigest() for text in (draft.article, draft.article.partition("\n---\n\n")[2])]
    return hashes == [draft.record.article_sha256, draft.record.body_sha256]


def test_a_value_is_put_into_the_front_matter_and_its_origin_into_the_record(draft: Draft) -> None:
    after = with_value(draft, "date", "2019-05", Origin.TABLE)
    assert value_of(after.article, "date") == "2019-05" and after.slug == draft.slug
    assert after.record.described["date"] == Described(value="2019-05", origin=Origin.TABLE)
    assert is_true(draft) and is_true(after)


def test_a_title_gives_the_slug(draft: Draft) -> None:
    after = with_value(draft, "title", "آخر: عنوان", Origin.TABLE)
    assert (after.slug, value_of(after.article, "slug")) == ("آخر-عنوان", "آخر-عنوان")
    assert value_of(after.article, "title") == "آخر: عنوان" and is_true(after)


def test_authors_and_tags_are_lists(draft: Draft) -> None:
    after = with_value(with_value(draft, "author", ("أ", "ب"), Origin.TABLE), "tags", ("ماء",), Origin.TABLE)
    assert value_of(after.article, "authors") == ["أ", "ب"] and value_of(after.article, "tags") == ["ماء"]
    assert value_of(after.article, "author") is None and after.record.described["author"].value == ("أ", "ب")


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ([("source", "وكالة")], "وكالة"),
        ([("url", "https://www.x.example/1")], {"name": "x.example", "url": "https://www.x.example/1"}),
        ([("source", "وكالة"), ("url", "https://x.example/1")], {"name": "وكالة", "url": "https://x.example/1"}),
        ([("url", "https://x.example/1"), ("source", "وكالة")], {"name": "وكالة", "url": "https://x.example/1"}),
    ],
)
def test_a_source_is_a_name_or_several_keys(draft: Draft, fields: list[tuple[str, str]], source: object) -> None:
    for key, value in fields:
        draft = with_value(draft, key, value, Origin.TABLE)
    assert value_of(draft.article, "source") == source and is_true(draft)


def test_a_draft_gets_the_names_that_are_its_own(draft: Draft) -> None:
    after = with_name(draft, "a-2.txt", "خبر-2", "bcdfghjk")
    assert (after.slug, value_of(after.article, "slug"), value_of(after.article, "original")) == (
        "خبر-2",
        "خبر-2",
        "a-2.txt",
    )
    assert value_of(after.article, "id") == "bcdfghjk"
    assert after.record.original.name == "a-2.txt" and is_true(after)
    assert with_name(after, "a-2.txt", "خبر-2", "bcdfghjk") == after
