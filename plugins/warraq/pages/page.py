"""What the site is made of: pages (a template and its values) and files (bytes), each at its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from warraq.archive.archive import Archive
from warraq.edition.edition import Edition


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML page. Its values are frozen and pickle; the template sees nothing else but the site's own globals."""

    address: str
    """Below the site's root, decoded, with no leading `/`: `articles/وشدد-بوتين/` or `404.html`; the home is ``."""
    template: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class File:
    """One file that is no page: a feed, a citation, an original, an index."""

    address: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Library:
    """Everything pages are made of."""

    archive: Archive
    editions: tuple[Edition, ...]
    """Published ones, newest first (undated ones last), then by slug."""
    site_url: str
    """Absolute, without a final `/`; empty when not published: feeds and canonical links need it, pages link relatively."""
    today: date
    """The build's day (SOURCE_DATE_EPOCH, else today): only for embargo, never printed on a page."""
