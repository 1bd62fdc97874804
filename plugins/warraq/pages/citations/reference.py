"""
The reference to one article as CSL-JSON (citationstyles.org), from which the other formats are written.

What is cited is a newspaper article: its newspaper is the source, its address the permanent one of this archive (`/a/ID/`). The page at
the source and its copy in a web archive stand in the note, and so does an inferred date: no format has a field for either. A source is never an
author. Names are literal: which part of «عبد الله الأحمد» or «أبو بكر صالح» is the family's no program can tell.

The words of a note are of the article's language, as those of the line are (`site_of_citation`).
No field says when the page was visited: only who cites knows, and reference managers put that day in themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

from warraq.archive.archive import Site
from warraq.archive.article import Article
from warraq.archive.identifiers import ark_url
from warraq.archive.partial_date import PartialDate
from warraq.archive.permanent_id import id_of
from warraq.archive.versions import version_day
from warraq.edition.edition import Edition
from warraq.language import listed, message

from .. import addresses
from ..dates import display_date, plain_site
from ..page import Library

Reference = Mapping[str, object]
"""An item of CSL-JSON; its keys stand in the order in which they are written."""
SPOKEN = ("ar", "en", "fa")
"""Languages in which the words around a citation are known."""
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Unicode's category Cc."""
DIGITS = 16
"""Hexadecimal digits of a version's hash: who wants another text with the same ones has to make 10**19."""


def reference(article: Article, library: Library, *, inferred: bool, version: str = "") -> Reference:
    """Describe an article as CSL-JSON; `inferred`: its date was, `version`: its text's hash, as `version_of_text` gives it."""
    site = library.archive.site
    url = library.url(addresses.permanent(id_of(article)))
    item: dict[str, object | None] = {
        "id": id_of(article),
        "type": "article-newspaper",
        "title": article.title,
        "author": [{"literal": name} for name in article.authors],
        "container-title": article.source.name if article.source else None,
        "issued": {"date-parts": [date_parts(article.date)]} if article.date else None,
        "language": article.lang,
        "archive": site.name,
        "URL": url,
        "DOI": article.doi,
        "version": str(cited_version(article) or ""),
        "note": unfielded(article, library, version, inferred=inferred),
    }
    return {key: value for key, value in item.items() if value}


def site_of_citation(article: Article, site: Site) -> Site:
    """
    Give the site as it speaks where an article is cited: in the article's language, where it has words of it.

    In English whatever is cited has English words around it; among Arabic and Persian references an English work has its own. Its days are those that
    the archive keeps, for whoever copies a citation takes it to readers who know another calendar, and a converted day may not be the right one.
    """
    site = plain_site(site)
    language = article.lang.partition("-")[0]
    is_as_ever = site.language in ("en", language) or language not in SPOKEN
    return site if is_as_ever else replace(site, language=language)


def cited_version(article: Article) -> PartialDate | None:
    """Give the day of the version that is cited; None of an article that the archive knows in one version only."""
    return version_day(article) if article.version_of or article.added else None


def version_of_text(edition: Edition) -> str:
    """
    Name the text that a reader sees by its hash: SHA-256 of its title and its paragraphs, a line for each, in UTF-8; 16 digits.

    They are what the data file of articles gives as `title` and `text`.
    """
    text = edition.text if "\n" in edition.text else f"{edition.text}\n"
    return "sha256:" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def date_parts(date: PartialDate) -> list[int]:
    """Give the year, the month and the day of a date, as far as they are known."""
    return [part for part in (date.year, date.month, date.day) if part]


def one_line(text: str) -> str:
    """Put a value on one line, without controls."""
    return " ".join(CONTROLS.sub(" ", text).split())


def unfielded(article: Article, library: Library, version: str = "", *, inferred: bool) -> str:
    """
    Say what no field is for: where it stands and came by, that its date was inferred, which text is cited.

    The day on which the text was taken from the page at its source is said here, for a field of that day is of the address that is cited.
    """
    source, site = article.source, site_of_citation(article, library.archive.site)
    via, day = (source.via, source.retrieved) if source else ((), None)
    said = [
        (inferred, message("The date was inferred.")),
        (via, message("Via: {names}.", names=listed(via))),
        (source and source.url, message("At the source: {url} .", url=source and source.url)),
        (day, message("Taken from the source: {day}.", day=day and display_date(day, site).text)),
        (source and source.archived_url, message("Archived there: {url} .", url=source and source.archived_url)),
        (article.ark, message("ARK: {url} .", url=article.ark and ark_url(article.ark))),
    ]
    sentences = [sentence.text(site.language) for given, sentence in said if given]
    return " ".join([*sentences, version]).strip()
