"""
The marker test of withheld names: looked for in everything that is published of random articles, in every encoding.

`WARRAQ_EXAMPLES=4800 python3 tasks.py test --only withheld_name_is_in_nothing` tries 300 articles.
"""

from __future__ import annotations

import os
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from warraq.archive.archive import Archive, Site
from warraq.archive.concept import Vocabulary
from warraq.edition.edition import Edition
from warraq.pages.rights import WholeLibrary, publishable
from warraq.repair.changes import apply, undo

from .looker import markers_in
from .printed import files_of
from .withheld_articles import FIRST, LAST, VOCABULARY, random_edition

ARTICLES = int(os.environ.get("WARRAQ_EXAMPLES", "100")) // 16
SITE = Site("ورّاق", editors="named", exports=("tei", "skos"))


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("compiled")


def of_the_site() -> Vocabulary:
    """Give the vocabulary but for the definition that holds the name: its own page is no part of an article."""
    water = replace(VOCABULARY.concepts["Water"], definition=None)
    return Vocabulary({**VOCABULARY.concepts, "Water": water})


def library(editions: list[Edition], site: Site = SITE) -> WholeLibrary:
    archive = Archive(
        site,
        tuple(e.article for e in editions),
        {e.original.name: e.original for e in editions if e.original},
        {e.original.name: e.record for e in editions if e.original and e.record},
        of_the_site(),
    )
    return publishable(archive, editions, "https://archive.test", date(2027, 1, 1))


@pytest.mark.parametrize("batch", range(0, ARTICLES, 12))
def test_a_withheld_name_is_in_nothing_that_is_published(batch: int, tmp_path: Path, compiled: Path) -> None:
    chance = random.Random(batch)
    made = [random_edition(chance, number) for number in range(batch, min(batch + 12, ARTICLES))]
    assert [each.article.slug for each in made if each.without_words is None] == []
    cleared = library(made)
    assert len(cleared.editions) == sum(not each.article.withdrawn for each in made)
    assert markers_in(files_of(cleared, tmp_path, compiled)) == {}
    assert markers_in([("library", repr(cleared).encode())]) == {}


@pytest.mark.parametrize("seed", range(max(4, ARTICLES // 3)))
def test_what_is_left_is_coherent(seed: int) -> None:
    made = random_edition(random.Random(1000 + seed), seed).without_words
    assert made is not None
    assert FIRST not in made.text and LAST not in made.text
    body = "\n".join(made.text.split("\n")[1:])
    assert body == "\n".join(
        made.text[section.start : section.end] for section in made.sections if section.start < section.end
    )
    assert all(0 <= mark.start <= mark.end <= len(made.text) for mark in made.marks)
    if made.original and made.machine_text is not None:
        assert apply(made.original.text, made.changes) == made.text
        assert undo(made.text, made.changes) == made.original.text
        assert made.record is not None and apply(made.original.text, made.record.changes) == made.machine_text
        for mark in made.marks:
            if mark.original_span:
                start, end = mark.original_span
                assert 0 <= start <= end <= len(made.original.text)


def test_the_name_is_published_where_it_is_not_withheld(tmp_path: Path, compiled: Path) -> None:
    made = [random_edition(random.Random(seed), seed, withheld=False) for seed in range(3)]
    found = markers_in(files_of(library(made), tmp_path, compiled))
    assert found.keys() == {FIRST, LAST}
    assert {name.split("/")[0] for name in found[FIRST]} >= {"articles", "data", "search"}
