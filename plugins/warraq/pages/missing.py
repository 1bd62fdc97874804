"""The page that a host serves for an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from .page import Library, Page


@dataclass(frozen=True, slots=True)
class MissingPage(Page):
    """The page `404.html`, which reads no values."""

    template: ClassVar[str] = "404.html"
    in_sitemap: ClassVar[bool] = False


def missing(_library: Library) -> Iterator[MissingPage]:
    """Yield the page that a host serves instead of a page that it does not have."""
    yield MissingPage("404.html")
