"""What the archive says of itself (عن الأرشيف)."""

from __future__ import annotations

from collections.abc import Iterator

from .page import Library, Page


def about(library: Library) -> Iterator[Page]:
    """Yield the page about the archive."""
    site = library.archive.site
    yield Page("about/", "about.html", {"text": site.description.get(site.language)})
