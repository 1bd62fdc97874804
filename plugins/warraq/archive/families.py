"""
Which articles are of one text: versions of one another, and those whose source stands at one address.

Versions say so in their files. That two articles have one address says it too, whatever their files say: one editor may part two versions
while another one withholds a name in one of them, and git puts both choices together.
"""

from __future__ import annotations

from collections.abc import Sequence

from .address_key import address_key
from .article import Article


class Families:
    """The articles of an archive in disjoint sets (union-find)."""

    def __init__(self, articles: Sequence[Article], *, of_address: bool) -> None:
        """`of_address`: one address makes a family too; that of a whole paper, which has no path, does not."""
        self._shown = {article.slug for article in articles}
        self._parent: dict[str, str] = {}
        if of_address:
            first: dict[str, str] = {}
            for article in articles:
                if key := page_key(article):
                    self._join(first.setdefault(key, article.slug), self._own(article))

    def name(self, article: Article) -> str:
        """Name the family of an article: the slug of one of them."""
        return self._root(self._own(article))

    def _own(self, article: Article) -> str:
        return article.version_of if article.version_of in self._shown else article.slug

    def _join(self, one: str, other: str) -> None:
        self._parent[self._root(other)] = self._root(one)

    def _root(self, name: str) -> str:
        while (parent := self._parent.get(name, name)) != name:
            self._parent[name] = self._parent.get(parent, parent)
            name = parent
        return name


def page_key(article: Article) -> str:
    """Give what the articles of one page at the source have in common; empty for one without an address, or with that of a whole paper."""
    key = address_key(article.source.url) if article.source and article.source.url else ""
    return key if "/" in key or "?" in key else ""
