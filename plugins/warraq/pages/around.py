"""
What stands on an article's page about other articles: its translations, related articles, its neighbours in time.

All of it is made of facts, once those of all articles are known (`late.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

from .article_facts import ArticleFacts
from .direction import language_name
from .items import Item, list_item
from .page import Library
from .related import Related, concept_index, related
from .translations import translations
from .version_items import VersionItem, Versions

LATE_OF_PAGE = ("hreflang", "languages", "versions", "around")
"""The late parts of an article's page, in their order, each a template: `includes/late/NAME.html`."""

LATE_BEFORE_TEXT = ("languages", "versions")
"""Those that stand before the article's text: they move its place on the page."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The same text in another language."""

    language: str
    """The language's name in itself."""
    item: Item


@dataclass(frozen=True, slots=True)
class Around:
    """What stands on an article's page about other articles."""

    translations: tuple[Translation, ...]
    related: tuple[Related, ...]
    newer: Item | None
    older: Item | None
    shown: Item | None
    """Of a version: the article that is shown in lists."""
    versions: int
    """How many there are of the text at its address; 1 where there is no other."""
    later: VersionItem | None
    """The last of those that are later than this one."""
    compared: str
    """The address of the page that shows how they differ; empty where there is one only."""
    following: str
    """The address of the next article of the archive, whose annotations come next; empty for the last."""


class Arounds:
    """Finds what stands around each article of a library."""

    def __init__(self, library: Library) -> None:
        self._site = library.archive.site
        self._index = concept_index(library)
        self._versions = translations(library)
        self._of_versions = Versions(library)
        self._articles = library.articles
        self._places = {facts.article.slug: place for place, facts in enumerate(library.articles)}
        # The undated stand last, and have no neighbours in time.
        self._dated = sum(facts.article.date is not None for facts in library.articles)

    def around(self, facts: ArticleFacts) -> Around:
        """Find what stands around one article."""
        versions = self._of_versions.of(facts)
        if facts.article.slug not in self._places:  # a version: it stands in no list, and has no neighbours
            return Around((), (), None, None, versions.shown, versions.number, versions.later, versions.compared, "")
        place = self._places[facts.article.slug]
        last = place + 1 == len(self._articles)
        return Around(
            translations=tuple(
                Translation(language_name(other.article.lang), list_item(other, self._site))
                for other in self._versions.get(facts.article.slug, ())
            ),
            related=related(facts, self._index),
            newer=self._item(place - 1) if 0 < place < self._dated else None,
            older=self._item(place + 1) if place + 1 < self._dated else None,
            shown=None,
            versions=versions.number,
            later=versions.later,
            compared=versions.compared,
            following="" if last else self._articles[place + 1].article.slug,
        )

    def _item(self, place: int) -> Item:
        return list_item(self._articles[place], self._site)
