"""Warnings: on which side of each limit an article gets one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from warraq.archive.archive import Archive, Site
from warraq.archive.article import Article, Reviewed, Withdrawn
from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.archive.partial_date import PartialDate
from warraq.press.evidence_warnings import evidence_warnings
from warraq.press.warnings import NearConcepts, warnings
from warraq.repair import plan
from warraq.repair.readers import read_original

TODAY = date(2027, 1, 15)
REASON = Withdrawn(PartialDate(2026), "س")


def article(name: str = "a", **values: Any) -> Article:
    given: dict[str, Any] = {"title": f"عنوان {name}", "date": PartialDate(2023, 11, 8), "body": "نص."} | values
    return Article(path=f"content/articles/{name}.md", slug=name, body_line=5, **given)


def warned(*articles: Article, doubts: list[int] | None = None, vocabulary: Vocabulary | None = None) -> list[str]:
    archive = Archive(Site("س"), articles, vocabulary=vocabulary or Vocabulary())
    found = warnings(archive, doubts or [0] * len(articles), TODAY)
    return [f"{p.path.rpartition('/')[2]} {p.field}: {p.what}" for p in found]


def test_a_sound_article_has_no_warning() -> None:
    assert warned(article()) == []


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (PartialDate(2027, 1, 15), 0),
        (PartialDate(2027, 1, 16), 1),
        (PartialDate(2027, 1), 0),
        (PartialDate(2027, 2), 1),
        (PartialDate(2027), 0),
        (PartialDate(2028), 1),
    ],
)
def test_a_date_is_to_come_from_tomorrow_on(day: PartialDate, count: int) -> None:
    assert len(warned(article(date=day))) == count


def test_one_open_doubt_is_enough_and_none_is_not() -> None:
    assert warned(article("a"), article("b"), article("c"), doubts=[0, 1, 12]) == [
        "b.md : Doubts still open: 1.",
        "c.md : Doubts still open: 12.",
    ]


def test_a_withdrawn_article_gets_no_warning_of_its_text() -> None:
    assert warned(article(withdrawn=REASON, body="", date=None, tags=("x",)), doubts=[3]) == []


def test_of_equal_titles_every_later_article_is_named_with_the_first() -> None:
    assert warned(*(article(name, title=" عنوان\u00a0واحد ") for name in "abc")) == [
        "b.md title: content/articles/a.md has the same title.",
        "c.md title: content/articles/a.md has the same title.",
    ]


def test_a_body_of_spaces_is_an_empty_page() -> None:
    assert warned(article(body=" \n\t")) == ["a.md : No text stands below the front matter: the page is empty."]


def test_an_undated_article_is_named() -> None:
    assert warned(article(date=None)) == ["a.md date: The article has no date, and stands under /undated/."]


def vocabulary(*labels: str) -> Vocabulary:
    concepts = (Concept(f"C{number}", Scheme.TOPIC, {"ar": label}) for number, label in enumerate(labels))
    return Vocabulary({concept.id: concept for concept in concepts})


@pytest.mark.parametrize(
    ("tag", "concept"),
    [
        ("روسيا", "C0"),
        ("رُوسِيَا", "C0"),  # marks are folded away
        ("روسي", None),  # a short word must be equal
        ("فرنسا", None),
        ("الاقتصاد العالمي", "C1"),
        ("الاقتصاد العالم", "C1"),  # one letter in ten may differ
        ("الاقتصاد الع", None),  # four may not
        ("c1", "C1"),
    ],
)
def test_a_free_tag_is_near_a_concept_by_one_letter_in_ten(tag: str, concept: str | None) -> None:
    assert NearConcepts(vocabulary("روسيا", "الاقتصاد العالمي")).to(tag) == concept


def test_a_word_of_six_letters_may_differ_and_one_of_five_may_not() -> None:
    names = NearConcepts(vocabulary("abcdefghij", "vwxyz"))
    assert names.to("abcdefghi") == "C0"
    assert names.to("vwxy") is None
    long = NearConcepts(vocabulary("abcdefg"))
    assert long.to("abcdef") == "C0"  # 92 of 100


def test_the_id_of_a_concept_is_no_free_tag() -> None:
    assert warned(article(tags=("C0", "C9")), vocabulary=vocabulary("روسيا")) == []


def test_of_two_concepts_with_one_label_the_first_is_near() -> None:
    assert NearConcepts(vocabulary("روسيا", "روسيا")).to("روسيا") == "C0"


RECORD = plan(
    read_original("a.txt", "عنوان الخبر\nقال الوزير إن العمل انتهى.\n".encode()),
    Vocabulary(),
    (),
    {"date": "2020-02-03"},
).record


@pytest.mark.parametrize(
    ("values", "count"),
    [
        ({"date": PartialDate(2020, 2, 3)}, 0),
        ({"date": PartialDate(2020, 2, 4)}, 1),
        ({"date": PartialDate(2020, 2)}, 1),
        ({"date": PartialDate(2020, 2, 4), "reviewed": Reviewed("س")}, 0),
        ({"date": PartialDate(2020, 2, 4), "original": None}, 0),
    ],
)
def test_a_date_other_than_the_recorded_one_is_named_until_the_article_is_reviewed(
    values: dict[str, Any], count: int
) -> None:
    made = article(**{"original": "a.txt"} | values)
    assert len(list(evidence_warnings(made, RECORD if made.original else None))) == count


def test_versions_of_one_article_may_have_one_title() -> None:
    versions = [article("a", title="عنوان", **more) for more in ({}, {"version_of": "a"}, {"perhaps_version_of": "a"})]
    named = [replace(each, slug=slug) for each, slug in zip(versions, ("a", "a-v2", "b"), strict=True)]
    assert not [line for line in warned(*named) if "same title" in line]
    assert [line for line in warned(*named, article("c", title="عنوان")) if "same title" in line] == [
        "c.md title: content/articles/a.md has the same title."
    ]


def test_a_text_with_an_original_is_thrown_out_and_not_only_deleted() -> None:
    archive = Archive(Site("س"), (article("a", title="عنوان"), article("b", title="عنوان", original="b.txt")))
    told = [str(p.todo) for p in warnings(archive, [0, 0], TODAY) if "same title" in str(p.what)]
    assert told == ["Is it the same article? Then throw one of the two out: python3 tasks.py reject --only b"]
