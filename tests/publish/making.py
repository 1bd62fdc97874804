"""Small libraries for the tests of this room: articles as values, no files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from warraq.archive.archive import Archive, Site
from warraq.archive.article import Article
from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.archive.partial_date import PartialDate
from warraq.edition.edition import Edition, Section
from warraq.pages.rights import WholeLibrary, publishable

DAY = date(2026, 11, 23)
SITE = Site("ورّاق", description={"ar": "أرشيف محشّى."})


def article(slug: str = "خبر", title: str = "خبر", **values: Any) -> Article:
    values.setdefault("date", PartialDate(2023, 11, 8))
    return Article(path=f"content/articles/{slug}.md", title=title, slug=slug, body="", body_line=1, **values)


def edition(made: Article, html: str = "<p>نصّ الخبر.</p>") -> Edition:
    section = Section("p1", "p", html, 0, 0)
    return Edition(made, made.title, escape(made.title), (), (section,), ())


def library(
    *editions: Edition | Article,
    site_url: str = "https://archive.example/warraq",
    vocabulary: Mapping[str, str] | None = None,
    site: Site = SITE,
) -> WholeLibrary:
    """`vocabulary`: Arabic labels by concept id."""
    concepts = {i: Concept(i, Scheme.TOPIC, {"ar": label}) for i, label in (vocabulary or {}).items()}
    given = tuple(e if isinstance(e, Edition) else edition(e) for e in editions)
    archive = Archive(site, tuple(e.article for e in given), vocabulary=Vocabulary(concepts))
    return publishable(archive, given, site_url, DAY)
