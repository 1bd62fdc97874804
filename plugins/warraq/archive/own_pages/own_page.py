"""A page that editors wrote themselves, or their own words on a page that every site has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..article import Article
from ..site_folders import FOLDERS

PLACES: Mapping[str, str] = {"home": "", "about": "about/", "method": "method/", "footer": ""}
"""Names of files whose words stand on a page that every site has, and where that is; the footer's on every page."""
TAKEN = FOLDERS.union(
    ("404", "annotations", "citations", "index", "look", "originals", "records", "robots", "sitemap", "versions")
)
"""First parts of addresses that are the site's own; a year is one too."""


@dataclass(frozen=True, slots=True)
class OwnPage:
    """One file of `content/pages/`."""

    name: str
    """Of its file, without the language and the ending: `team`."""
    text: Article
    """Its title and its words; the slug is its address, without the slash behind it."""
    menu: str = ""
    """What the navigation calls it; empty: it is not in it."""
    order: int = 100
    """Its place there; the site's own are at 10, 20, 30 …"""
    others: tuple[tuple[str, str], ...] = ()
    """The same page in other languages: the code and the address of each."""

    @property
    def address(self) -> str:
        """Give where it stands in the site."""
        return PLACES.get(self.name, f"{self.text.slug}/")


def words_for(pages: Iterable[OwnPage], name: str, language: str) -> OwnPage | None:
    """Give the editors' own words for a place that every site has, in the language of the site."""
    return next((page for page in pages if page.name == name and page.text.lang == language), None)
