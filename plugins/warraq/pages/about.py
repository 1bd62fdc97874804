"""The page about the archive (عن الأرشيف)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from .own_pages import words_on
from .own_words import OwnWords
from .page import Library, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage(Page):
    """The values of `about.html`."""

    template: ClassVar[str] = "about.html"

    text: str | None
    """The archive's own description, in the site's language."""
    own: OwnWords | None = None
    """The editors' own words about it."""


def about(library: Library) -> Iterator[AboutPage]:
    """Yield the page about the archive."""
    site = library.archive.site
    yield AboutPage("about/", text=site.description.get(site.language), own=words_on(library, "about"))
