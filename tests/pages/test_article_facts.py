"""Credit and dates of an article are the same wherever they are stated."""

from __future__ import annotations

from datetime import date

import pytest

from publish.making import article
from warraq.archive.article import Annotation, Article, Correction, Reviewed, Source
from warraq.archive.partial_date import PartialDate
from warraq.pages.article_facts import credited, last_changed, last_edited

OLD, MIDDLE, NEW = PartialDate(2023, 11, 8), PartialDate(2024, 1, 2), PartialDate(2025, 5, 6)


@pytest.mark.parametrize(
    ("authors", "source", "names"),
    [
        (("سلمى", "هدى"), Source("وكالة"), ("سلمى", "هدى")),
        ((), Source("وكالة"), ("وكالة",)),
        ((), None, ()),
    ],
)
def test_authors_are_credited_else_the_source_else_nobody(
    authors: tuple[str, ...], source: Source | None, names: tuple[str, ...]
) -> None:
    assert credited(article(authors=authors, source=source)) == names


EDITED: list[Article] = [
    article(date=OLD, original="x.txt", reviewed=Reviewed("هدى", NEW)),
    article(date=OLD, original="x.txt", corrections=(Correction(NEW, "."), Correction(MIDDLE, "."))),
    article(date=OLD, original="x.txt", annotations=(Annotation("", "", date=MIDDLE), Annotation("", "", date=NEW))),
]


@pytest.mark.parametrize("edited", EDITED)
def test_review_corrections_and_notes_are_changes_by_editors_and_the_last_counts(edited: Article) -> None:
    assert last_changed(edited) == last_edited(edited) == date(2025, 5, 6)


def test_an_own_date_is_an_edit_only_where_there_is_no_original() -> None:
    assert last_edited(article(date=OLD)) == date(2023, 11, 8)
    assert last_edited(article(date=OLD, original="x.txt")) is None
    assert last_changed(article(date=OLD, original="x.txt")) == date(2023, 11, 8)


def test_the_day_of_retrieval_is_a_change_but_not_an_edit() -> None:
    retrieved = article(date=OLD, original="x.txt", source=Source("وكالة", retrieved=NEW))
    assert last_changed(retrieved) == date(2025, 5, 6) and last_edited(retrieved) is None


def test_a_date_without_its_day_counts_as_a_change_from_its_first_day_and_never_as_an_edit() -> None:
    assert last_changed(article(date=PartialDate(2024, 3))) == date(2024, 3, 1)
    assert last_edited(article(date=PartialDate(2024, 3))) is None


def test_without_any_date_nothing_is_known() -> None:
    assert last_changed(article(date=None)) is None and last_edited(article(date=None)) is None
