"""The files of one article in a bag: its TEI document, its original as far as it is published, annotations, citations, its line of data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warraq.edition.edition import Edition
from warraq.pages.annotations import annotation_file
from warraq.pages.article_facts import ArticleFacts
from warraq.pages.citations import citation_files
from warraq.pages.exports.records import record_file
from warraq.pages.exports.tei.document import tei_file
from warraq.pages.facts import facts_of, texts_of
from warraq.pages.page import File, Library
from warraq.pages.provenance import decoded_address, original_address
from warraq.pages.texts import text_row


@dataclass(frozen=True, slots=True)
class BaggedArticle:
    """What a bag has of one article."""

    files: tuple[tuple[str, bytes], ...]
    """By their addresses in the site."""
    row: str
    """What the data file says of its text, as JSON."""


def bagged_article(edition: Edition, library: Library) -> BaggedArticle:
    """Make the files of an edition of what may be published."""
    texts = texts_of(edition)
    facts = facts_of(edition, library.site_url, texts)
    return BaggedArticle(tuple((file.address, file.data) for file in _files(edition, facts, library)), text_row(texts))


def _files(edition: Edition, facts: ArticleFacts, library: Library) -> Iterator[File]:
    yield tei_file(edition, library)
    if edition.original:
        yield File(original_address(edition), edition.original.bytes_read)
        if decoded := decoded_address(edition):
            yield File(decoded, edition.original.text.encode("utf-8", "replace"))
    annotations = annotation_file(edition, library)
    yield File(annotations.address, annotations.data.replace(b"\0late:next\0", b""))
    yield from record_file(edition, library)
    yield from citation_files(edition, facts, library)
