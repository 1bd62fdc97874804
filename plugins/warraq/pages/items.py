"""Links and articles as they stand in lists: an article with its title, summary, source and date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload
from weakref import WeakKeyDictionary

from warraq.archive.archive import Site

from . import addresses
from .article_facts import ArticleFacts, told_of
from .dates import DisplayDate, display_date
from .direction import direction

BRIEF_FROM = 60
"""Lists of this many articles or more omit summaries."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to a page of the site; the name is data, a translated word stands in the template."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class CountedLink:
    """A link to a list, with the number of its articles."""

    name: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a list."""

    address: str
    title: str
    lang: str
    dir: str
    date: DisplayDate | None
    inferred: bool
    """The date is the one that the machine inferred."""
    source: Link | None
    authors: tuple[str, ...]
    summary: str | None
    repairs: int


def list_item(facts: ArticleFacts, site: Site) -> Item:
    """Describe one article for a list; it is made once, for it stands in many."""
    known = _made.get(facts)
    if known is None or known[0] is not site:
        known = _made[facts] = site, _list_item(facts, site)
    return known[1]


_made: WeakKeyDictionary[ArticleFacts, tuple[Site, Item]] = WeakKeyDictionary()
"""The items of facts, for the site that they were made for."""


def _list_item(facts: ArticleFacts, site: Site) -> Item:
    article = facts.article
    return Item(
        address=addresses.article(article.slug),
        title=article.title,
        lang=article.lang,
        dir=direction(article.lang),
        date=display_date(article.date, site, own=facts.own_days) if article.date else None,
        inferred=facts.inferred,
        source=Link(article.source.name, addresses.source(article.source.name)) if article.source else None,
        authors=article.authors,
        summary=article.summary,
        repairs=facts.repairs,
    )


class Items(Sequence[Item]):
    """The articles of a list in their order, each described when the list is read; a long list omits the summaries."""

    def __init__(self, articles: Iterable[ArticleFacts], site: Site) -> None:
        self._articles, self._site = tuple(articles), site
        self._made: tuple[Item, ...] | None = None

    @property
    def told(self) -> str:
        """Hash all that the list tells, except what the archive says of itself."""
        return told_of(self._articles)

    def __len__(self) -> int:
        """Count them; none is described."""
        return len(self._articles)

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        """Give one, or some."""
        return self._all()[place]

    def __iter__(self) -> Iterator[Item]:
        """Give one after another."""
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        """Compare with another list, item by item."""
        return isinstance(other, Items) and self._all() == other._all()

    def __hash__(self) -> int:
        """Hash it, as frozen pages are hashed."""
        return hash(self._all())

    def __repr__(self) -> str:
        """Show what it lists."""
        return repr(self._all())

    def _all(self) -> tuple[Item, ...]:
        if self._made is None:
            items = (list_item(facts, self._site) for facts in self._articles)
            is_long = len(self._articles) >= BRIEF_FROM
            self._made = tuple(replace(item, summary=None) if is_long else item for item in items)
        return self._made
