"""What pages say of the versions of an article: which there are, of which day each is, and whether a later one exists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warraq.archive.article import Article
from warraq.archive.versions import in_order, is_known_later, version_day

from . import addresses
from .article_facts import ArticleFacts
from .dates import DisplayDate, display_date
from .items import Item, list_item
from .page import Library


@dataclass(frozen=True, slots=True)
class VersionItem:
    """One version of an article."""

    item: Item
    day: DisplayDate | None
    """When this text stood at its address, or else when the archive took it in; None where neither is known."""
    sha256: str
    """Of its original; empty where readers don't know it."""
    shown: bool
    """Lists lead to it, and the article's address is its own."""
    first: bool
    """The archive has none that is older."""


@dataclass(frozen=True, slots=True)
class OfVersions:
    """What stands on the page of one version."""

    shown: Item | None = None
    """The article that is shown in lists, where this is another version of it."""
    number: int = 1
    """How many versions there are."""
    later: VersionItem | None = None
    compared: str = ""


ALONE = OfVersions()


class Versions:
    """The versions of a library's articles."""

    def __init__(self, library: Library) -> None:
        self._site = library.archive.site
        self._facts = facts = {each.article.slug: each for each in library.all}
        groups: dict[str, list[Article]] = defaultdict(list)
        for each in library.versions:
            groups[each.article.version_of or ""].append(each.article)
        self.groups: Mapping[str, Sequence[ArticleFacts]] = {
            slug: [facts[a.slug] for a in in_order([facts[slug].article, *others])] for slug, others in groups.items()
        }
        """All versions of an article, the oldest first, by the slug of the one that is shown."""

    def of(self, facts: ArticleFacts) -> OfVersions:
        """Give what stands on the page of a version, or of an article that may have some."""
        slug = facts.article.version_of if facts.article.version_of in self.groups else facts.article.slug
        group = self.groups.get(slug or "")
        if group is None:
            return ALONE
        last = group[-1]  # the latest
        later = is_known_later(last.article, facts.article)
        shown = self._facts[slug or ""]
        return OfVersions(
            None if shown is facts else list_item(shown, self._site),
            len(group),
            self.item(last, slug or "") if later else None,
            addresses.versions(slug or ""),
        )

    def item(self, facts: ArticleFacts, shown: str) -> VersionItem:
        """Describe one version; `shown` is the slug of the article that lists lead to."""
        day = version_day(facts.article)
        return VersionItem(
            list_item(facts, self._site),
            display_date(day, self._site) if day else None,
            facts.sha256,
            facts.article.slug == shown,
            facts is self.groups[shown][0],
        )
