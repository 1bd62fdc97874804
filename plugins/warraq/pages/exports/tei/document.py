"""A TEI document: one article, with the texts T and O, all marks, and what its names are."""

from __future__ import annotations

from warraq.archive.article import Article
from warraq.archive.permanent_id import id_of
from warraq.edition.edition import Edition
from warraq.pages import addresses
from warraq.pages.article_facts import entries_of
from warraq.pages.page import File, Library

from .body import text_element
from .concepts import stand_off
from .escaping import NAME, Characters, attributes, language
from .header import header
from .marks import MarkWriter
from .original import source_document

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.tei-c.org/ns/1.0"


def prefix_of(article: Article) -> str:
    """Give what all ids of an article begin with, so that the articles of a corpus have none in common: its permanent id."""
    return f"a.{id_of(article)}"


def address_of(slug: str) -> str:
    """Give the address of an article's document in the site."""
    return addresses.article(slug) + "article.tei.xml"


def tei_element(edition: Edition, library: Library) -> str:
    """Write `<TEI>` of an edition of what may be published; of the library, what the archive says of itself and of concepts is read."""
    prefix = prefix_of(edition.article)
    characters = Characters(prefix)
    entries = {entry.mark.id: entry for entry in entries_of(edition)}
    vocabulary, site = library.archive.vocabulary, library.archive.site
    ids = frozenset(filter(NAME.fullmatch, (f"{prefix}.{section.id}" for section in edition.sections)))
    has_original = edition.original is not None
    writer = MarkWriter(prefix, entries, vocabulary, characters, site.language, ids, has_original)
    names = stand_off(edition, prefix, library, characters)
    source = source_document(edition, prefix, characters)
    text = text_element(edition, prefix, writer)
    head = header(edition, prefix, library, characters)
    start = f"<TEI{attributes({'xmlns': NAMESPACE, 'xml:id': prefix, **language(site.language)})}>\n"
    return f"{start}{head}{names}{source}\n{text}\n</TEI>\n"


def tei_file(edition: Edition, library: Library) -> File:
    """Make the document of an article as a file of the site."""
    return File(address_of(edition.article.slug), (DECLARATION + tei_element(edition, library)).encode())
