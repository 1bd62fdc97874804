"""A page while its article is chosen: its text, its containers, its blocks, and what it states of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .scanned import ScannedPage, TextBlock


@dataclass(frozen=True, slots=True)
class SeenPage:
    """All that is known of a page."""

    text: str
    scanned: ScannedPage
    blocks: Sequence[TextBlock]
    """Those that hold a letter or a digit."""
    titles: Sequence[str] = ()
    """The page's own titles, as its head states them."""
    summaries: Sequence[str] = ()
