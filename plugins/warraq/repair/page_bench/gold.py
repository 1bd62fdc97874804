"""What is right for a made page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gold:
    """The answers; a field that is None is not asked."""

    lines: tuple[str, ...]
    """The text: paragraphs, headings, items, rows."""
    paragraphs: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Of its tables."""
    captions: tuple[str, ...]
    """Captions and credits: neither asked for nor unwanted, but never headings."""
    unwanted: tuple[str, ...]
    """Furniture."""
    title: str
    day: str | None
    """ISO; "" where the page has none; `open:2016` where the page leaves it open and says the year only."""
    authors: tuple[str, ...] | None
    """Empty where the page names nobody: an agency, a desk or an address is nobody."""
    source: str | None
    sound: bool
    """Nothing is wrong with the text and its bytes: it gives no reason for a doubt."""
    aside: str
    """`yes`: the page holds no article and has to be set aside; `may`: reading it is right, and so is setting it aside."""


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page, and what is right for it."""

    layout: str
    language: str
    kind: str
    name: str
    """Its file's name."""
    data: bytes
    gold: Gold
