"""A hyphen at the end of a filled line that may be the word's own: `well-` and `known`. It stays."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from .. import rule
from .hyphens import hyphenated


@rule(
    reason="the hyphen may be the word's own, or may have parted it at a line's end",
    certainty=Certainty.DOUBTFUL,
    mends={"The well-\nknown mayor opened the fair yester-\nday for the neigh-\nbours.": "well-\nknown"},
    leaves=["The well-known mayor opened the fair yester-\nday for the neigh-\nbours."],
    signs="-",
)
def hyphen_may_be_its_own(text: str) -> Iterator[Suspicion]:
    found = hyphenated(text)
    if found and found.ends:
        for start, end in found.doubtful:
            yield Suspicion(start, end)
