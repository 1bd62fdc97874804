"""Something on a page that may be its title, and how far it says what another one says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...html_tags import strip_tags
from ...html_tags.references import unescape
from ...late import late
from ...readers.titles import SHORTEST_TITLE, title_words

MORE = late(r"\s?[:–—|-]\s|[!?؟…]")
BREAK = late(r"<(?:br|p|div|img|picture|svg)\b", re.IGNORECASE)
"""What makes a place hold more than a title."""
CUT = late(r"\s*(?:…|\.{3})\Z")
"""Where a site has cut a title."""


def said_at(text: str, start: int, end: int) -> str:
    """Give the words at a place of the page as one line."""
    return " ".join(unescape(strip_tags(text[start:end])).split())


@dataclass(slots=True)
class Witness:
    """Something that may be the title."""

    value: str
    start: int
    end: int
    is_plain: bool
    vote: float
    kind: str
    also: set[str] = field(default_factory=set)
    """Other readings of it, as `title_words`: without what may be the site's name."""

    has_kicker: bool = False
    """A line over it was left out, which stated titles may have before a colon."""

    is_joined: bool = False
    """It is put together of several blocks, between which a mark may be missing."""

    def goes_on_from(self, value: str) -> bool:
        """Say whether this is a stated title and more behind a mark: «Five stalls burnt: nobody is hurt», of which sharing takes the half."""
        return (
            len(value) >= SHORTEST_TITLE and self.value.startswith(value) and bool(MORE.match(self.value, len(value)))
        )

    def is_whole(self, value: str) -> bool:
        """Say whether the site has cut a stated title, «…», that this goes on with."""
        known = CUT.sub("", value)
        return (
            known != value
            and len(known) >= SHORTEST_TITLE
            and bool(re.match(r"\s?\w", self.value[len(known) :]))
            and self.value.startswith(known)
        )

    def says(self, value: str) -> float:
        """Give how far it says this: wholly, by half where that is one of its readings, or not."""
        words = title_words(value)
        if words == title_words(self.value):
            return 1.0
        goes_on = len(words) >= SHORTEST_TITLE and self.value.startswith(value) and not self.value[len(value)].isalnum()
        return 0.6 if words in self.also or goes_on else 0.0
