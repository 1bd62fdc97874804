"""A citation in one line, for people."""

from __future__ import annotations

from dataclasses import dataclass, replace

from warraq.archive.identifiers import ark_url, doi_url
from warraq.archive.permanent_id import id_of
from warraq.edition.edition import Edition
from warraq.language import message

from .. import addresses
from ..article_facts import credited
from ..dates import display_date
from ..page import Library
from .reference import cited_version, one_line, site_of_citation, version_of_text

VERSION = f"{addresses.METHOD}#version"
"""Where readers are told what a version's hash is, and how they check it."""


@dataclass(frozen=True, slots=True)
class CitationPart:
    """One part of a citation. A page isolates the parts, whose languages may differ in direction."""

    before: str
    """The punctuation before it."""
    text: str
    address: str = ""
    """Of the site, to which it leads."""


def citation(edition: Edition, library: Library) -> str:
    """Write the citation out in one line: «title». source, date. archive. URL. version."""
    return "".join(part.before + part.text for part in citation_parts(edition, library))


def citation_parts(edition: Edition, library: Library) -> tuple[CitationPart, ...]:
    """Give the parts of a citation in their order and the article's language; the address is permanent, the version that of the text on the page."""
    article, of_archive = edition.article, library.archive.site
    site = site_of_citation(article, of_archive)
    if site.language == of_archive.language:
        site = replace(site, digits=of_archive.digits)
    comma = ", " if site.language == "en" else "، "
    after_title = [*credited(article)]
    if article.source and article.source.name not in after_title:
        after_title.append(article.source.name)
    if article.date:
        after_title.append(display_date(article.date, site).text)
    if day := cited_version(article):
        after_title.append(message("version of {day}", day=display_date(day, site).text).text(site.language))
    address = addresses.permanent(id_of(article))
    return (
        CitationPart("«", one_line(article.title)),
        *(CitationPart(comma if number else "». ", text) for number, text in enumerate(after_title)),
        CitationPart(". " if after_title else "». ", site.name),
        *([CitationPart(". ", url, address)] if (url := library.url(address)) else []),
        *([CitationPart(". ", doi_url(article.doi))] if article.doi else []),
        *([CitationPart(". ", ark_url(article.ark))] if article.ark else []),
        CitationPart(". ", version_of_text(edition), VERSION),
    )
