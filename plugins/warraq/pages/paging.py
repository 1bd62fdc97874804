"""
A long list in parts, numbered from the oldest.

`page/1/` holds the first articles of a list and stays as it is when new ones come, so that a new article changes the front of
a list and seldom another part. The front has the newest, and is never nearly empty.
"""

from __future__ import annotations

from dataclasses import dataclass

from .article_facts import ArticleFacts

FULL = 100
"""Articles in a full part of a list by name or time, by their titles; its front shows the newest `FULL` to `2 * FULL - 1`."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a list."""

    address: str
    number: int
    """From 1, the oldest; the front has 0."""
    articles: tuple[ArticleFacts, ...]
    """In the list's own order, newest first."""
    older: str | None
    """The address of the part before it in time."""
    newer: str | None


def parts(front: str, articles: tuple[ArticleFacts, ...], full: int = FULL) -> tuple[Part, ...]:
    """Divide a list, newest first, whose front stands at the address `front`; the front comes first, then the newest part."""
    older = max(0, len(articles) // full - 1)
    places = [front, *(f"{front}page/{number}/" for number in range(older, 0, -1))]
    ends = [0, *(len(articles) - number * full for number in range(older, -1, -1))]
    return tuple(
        Part(
            address=place,
            number=older + 1 - n if n else 0,
            articles=articles[ends[n] : ends[n + 1]],
            older=places[n + 1] if n < older else None,
            newer=places[n - 1] if n else None,
        )
        for n, place in enumerate(places)
    )
