"""
The marker test of withheld names: looked for in everything that is published of random articles, in every encoding.

`WARRAQ_EXAMPLES=2400 python3 tasks.py test --only withheld` tries 300 articles.
"""

from __future__ import annotations

import os
import random
from datetime import date

import pytest

from pages.withheld_articles import FIRST, LAST, NAME, VOCABULARY, random_edition, readings
from theme.rendering import templates
from warraq.archive.archive import Archive, Site
from warraq.edition.edition import Edition
from warraq.pages import pages
from warraq.pages.page import File, Library
from warraq.pages.rights import publishable
from warraq.repair.changes import apply, undo

ARTICLES = int(os.environ.get("WARRAQ_EXAMPLES", "100")) // 8
SITE = Site("ورّاق", editors="named")


def library(editions: list[Edition], site: Site = SITE) -> Library:
    archive = Archive(
        site,
        tuple(e.article for e in editions),
        {e.original.name: e.original for e in editions if e.original},
        {e.original.name: e.record for e in editions if e.original and e.record},
        VOCABULARY,
    )
    return publishable(archive, editions, "https://archive.test", date(2027, 1, 1))


def published(made: Library) -> dict[str, bytes]:
    """Give every page and file by its address."""
    rendering = templates(made.archive.site, made.site_url)
    return {each.address: each.data if isinstance(each, File) else rendering.render(each) for each in pages(made)}


@pytest.mark.parametrize("batch", range(0, ARTICLES, 12))
def test_a_withheld_name_is_in_nothing_that_is_published(batch: int) -> None:
    chance = random.Random(batch)
    made = [random_edition(chance, number) for number in range(batch, min(batch + 12, ARTICLES))]
    assert [each.article.slug for each in made if each.without_words is None] == []
    cleared = library(made)
    assert len(cleared.editions) == len(made)
    files = published(cleared)
    for address, data in files.items():
        found = [word for text in (address, *readings(data)) for word in (FIRST, LAST) if word in text]
        assert not found, address
    assert FIRST not in repr(cleared) and LAST not in repr(cleared)


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


def test_the_looker_finds_what_it_looks_for() -> None:
    made = [random_edition(random.Random(3), 1)]
    shown = [Edition(**{name: getattr(made[0], name) for name in made[0].__slots__})]
    assert any(NAME in text for text in readings(shown[0].article.body.encode()))
