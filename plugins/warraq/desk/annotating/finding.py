"""
Of which article an annotation speaks, by the address of the page that it was made on.

That is the article's page here, wherever the archive stood when it was annotated (`/articles/SLUG/`, also a former slug), its permanent address
(`/a/ID/`), the page at its source, or a web archive's copy of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from warraq.archive.address_key import address_key
from warraq.archive.permanent_id import former_ids, id_of
from warraq.desk.correcting.articles import ArticleIndex, Articles, CorrectableArticle

OF_ARTICLE = re.compile(r"(?:^|/)articles/([^/?#]+)")
PERMANENT = re.compile(r"(?:^|/)a/([a-z0-9]{5,16})(?:[/?#]|$)")
WEB_ARCHIVE = re.compile(r"^(?:https?://)?web\.archive\.org/web/\d+(?:[a-z]{2}_)?/(.+)$", re.IGNORECASE)


class Pages:
    """The addresses under which the articles of an archive may have been annotated."""

    def __init__(self, articles: Articles) -> None:
        self._index = ArticleIndex(articles)
        self._ids = {each: this for this in articles.all for each in (*former_ids(this.article), id_of(this.article))}
        self._archived: dict[str, list[CorrectableArticle]] = {}
        for this in articles.all:
            if this.article.source and this.article.source.archived_url:
                self._archived.setdefault(address_key(this.article.source.archived_url), []).append(this)

    def named(self, name: str) -> list[CorrectableArticle]:
        """Give the article of a file, a slug or an id."""
        found = self._index.find("slug", name) or self._index.find("file", name)
        return found or ([self._ids[name]] if name in self._ids else [])

    def at(self, addresses: Iterable[str]) -> list[CorrectableArticle]:
        """Give the articles of which any of these is an address: those of the first that is known; several are versions of one page."""
        for address in addresses:
            for found in self._at(address):
                if found:
                    return found
        return []

    def _at(self, address: str) -> Iterator[list[CorrectableArticle]]:
        if (slug := OF_ARTICLE.search(address)) and slug[1]:
            yield self._index.find("slug", unquote(slug[1]))
        if permanent := PERMANENT.search(address):
            yield [self._ids[permanent[1]]] if permanent[1] in self._ids else []
        yield self._archived.get(address_key(address), [])
        if copy := WEB_ARCHIVE.match(address):
            yield self._index.find("url", copy[1])
        yield self._index.find("url", address)
        yield self._index.find("url", unquote(address))
