"""
What of a page is the article: its headline, the blocks below it, and whether they stand in a script.

Several rules of the stage ask about one page, so the answer about the last page is kept.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ...readers.known_site import known_site
from ...readers.metadata import metadata_of
from ...readers.script_data import Written
from .choosing import choose
from .headline import Headline, below, headline
from .library import extracted
from .scanned import ScannedPage, TextBlock
from .scanning import scan
from .script_text import script_text
from .seen import SeenPage

LARGEST = 1_000_000
"""Code points of a page that trafilatura is asked about."""
MOST_BLOCKS = 4_000
"""Blocks of such a page: what it falls back to takes time by the square of their number."""


class Chosen(NamedTuple):
    """The article of a page."""

    page: ScannedPage
    blocks: list[TextBlock]
    """Without those that say the headline again."""
    headline: Headline | None
    in_script: tuple[Written, ...] = ()
    """The texts that the blocks are, where a script holds them."""


def chosen(text: str) -> Chosen:
    """Choose the article of a page; no blocks where none has a letter."""
    return _chosen(text, known_site())


@lru_cache(maxsize=1)
def _chosen(text: str, _site: str) -> Chosen:
    page = scan(text)
    blocks = _blocks(text, page, _extracted(text, page))
    told = script_text(text, page, blocks)
    if told:
        blocks = list(told.blocks)
    if not blocks:
        return Chosen(page, blocks, None)
    head = headline(text, page, blocks)
    body = below(head, text, blocks) if head else blocks
    left = {b.start for b in body}
    parts = tuple(part for part in told.parts if part.starts[0] in left) if told else ()
    return Chosen(page, body, head, parts) if body else Chosen(page, blocks, None, told.parts if told else ())


def _blocks(text: str, page: ScannedPage, extracted: str | None) -> list[TextBlock]:
    """Choose the article's blocks; `extracted`: what trafilatura takes for the article."""
    stated = metadata_of(text)
    seen = [b for b in page.blocks if b.letters or b.has_digits]
    titles, summaries = [t.value for t in stated.titles], [s.value for s in stated.summaries]
    return choose(SeenPage(text, page, seen, titles, summaries), extracted)


def _extracted(text: str, page: ScannedPage) -> str | None:
    """Give the text that trafilatura takes for the article; None of a page that is too large for it."""
    if len(text) > LARGEST or len(page.blocks) > MOST_BLOCKS:
        return None
    return extracted(text)
