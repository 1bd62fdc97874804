"""The page of an article's versions: which texts stood at its address, with day and hash, and how each differs from the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from . import addresses
from .article_facts import ArticleFacts
from .decisions import extent
from .items import Item, list_item
from .page import Library, Page
from .version_differences import DifferingLine, differing_lines
from .version_items import VersionItem, Versions


@dataclass(frozen=True, slots=True)
class VersionStep:
    """From one version to the next."""

    earlier: VersionItem
    later: VersionItem
    lines: tuple[DifferingLine, ...]
    """None where the words are the same, or where not all of both texts may be published."""
    whole: bool
    """All of both texts may be published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsPage(Page):
    """The values of `versions.html`."""

    template: ClassVar[str] = "versions.html"

    item: Item
    versions: tuple[VersionItem, ...]
    steps: tuple[VersionStep, ...]


def versions(library: Library) -> Iterator[VersionsPage]:
    """Yield the page of every article that has other versions."""
    found = Versions(library)
    for slug, group in found.groups.items():
        shown = next(each for each in group if each.article.slug == slug)
        yield VersionsPage(
            addresses.versions(slug),
            item=list_item(shown, library.archive.site),
            versions=tuple(found.item(each, slug) for each in group),
            steps=tuple(_steps(library, found, slug, group)),
        )


def _steps(library: Library, found: Versions, slug: str, group: Sequence[ArticleFacts]) -> Iterator[VersionStep]:
    for earlier, later in pairwise(group):
        whole = all(extent(_rights(each)).is_whole for each in (earlier, later))
        lines = differing_lines(_text(library, earlier), _text(library, later)) if whole else ()
        yield VersionStep(found.item(earlier, slug), found.item(later, slug), tuple(lines), whole)


def _rights(facts: ArticleFacts) -> str | None:
    return facts.article.source.rights if facts.article.source else None


def _text(library: Library, facts: ArticleFacts) -> str:
    return f"{facts.article.title}\n{library.texts[facts.article.slug].text}"
