"""An article as RO-Crate tells of it."""

from __future__ import annotations

from typing import Any

from pages.libraries import library, made
from warraq.edition.edition import Edition
from warraq.pages.exports.bag.crate import article_entities
from warraq.pages.facts import facts_of


def told(done: Edition, site_url: str = "https://archive.test/w") -> dict[str, Any]:
    """Describe the article; the last that is described is the article itself."""
    *_, last = article_entities(facts_of(done, ""), [], set(), library(done, site_url=site_url))
    return dict(last)


def test_an_article_has_its_permanent_address_and_what_others_gave_it() -> None:
    permanent, *given = told(made(doi="10.1234/abc", ark="ark:12345/x8"))["identifier"]
    assert permanent.startswith("https://archive.test/w/a/")
    assert given == ["https://doi.org/10.1234/abc", "https://n2t.net/ark:12345/x8"]


def test_without_an_address_of_the_site_nothing_is_made_up() -> None:
    assert "identifier" not in told(made(), site_url="")
