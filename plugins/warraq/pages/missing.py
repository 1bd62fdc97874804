"""The page for an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from .page import Library, Page


def missing(library: Library) -> Iterator[Page]:
    """Yield the page that a host shows for what it does not have."""
    yield Page("404.html", "404.html", {})
