"""What showed a name, and of which sort it says the name is."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from warraq.archive.concept import Scheme


class Cue(IntEnum):
    """What showed a name. The order is that of the numbers in `Counts`."""

    KNOWN_PLACE = 0
    KNOWN_BODY = 1
    PERSON = 2
    """A title, an office or a given name."""
    FAMILY = 3
    """One word with the article behind a title: الرئيس السيسي."""
    BODY = 4
    """A word with which names of organisations begin."""
    EVENT = 5
    SITE = 6
    """The word for a sort of place before it."""
    QUOTED = 7
    SAYS = 8
    """A verb of saying beside it, or a colon behind it in a headline."""


SORTS: dict[Cue, tuple[Scheme, int]] = {
    Cue.KNOWN_PLACE: (Scheme.PLACE, 4),
    Cue.KNOWN_BODY: (Scheme.ORGANISATION, 4),
    Cue.PERSON: (Scheme.PERSON, 3),
    Cue.FAMILY: (Scheme.PERSON, 2),
    Cue.BODY: (Scheme.ORGANISATION, 3),
    Cue.EVENT: (Scheme.EVENT, 3),
    Cue.SITE: (Scheme.PLACE, 2),
    Cue.QUOTED: (Scheme.ORGANISATION, 1),
    Cue.SAYS: (Scheme.PERSON, 1),
}
"""What sort each speaks for, and with how many votes a time."""
SURE = (Cue.KNOWN_PLACE, Cue.KNOWN_BODY, Cue.PERSON, Cue.BODY, Cue.EVENT)
Words = tuple[str, ...]
"""A name as folded words, without particles before the first."""
NONE = (0,) * len(Cue)


class Counts(NamedTuple):
    """How often a name was found."""

    articles: int
    cues: tuple[int, ...]
    """Times, by cue."""

    @property
    def times(self) -> int:
        """How often in all."""
        return sum(self.cues)

    @property
    def scheme(self) -> Scheme:
        """The sort with the most votes."""
        votes: dict[Scheme, int] = {}
        for cue, (scheme, weight) in SORTS.items():
            votes[scheme] = votes.get(scheme, 0) + weight * self.cues[cue]
        return max(votes, key=votes.__getitem__)

    def of(self, *cues: Cue) -> int:
        """How often by these cues."""
        return sum(self.cues[cue] for cue in cues)

    def and_(self, other: Counts) -> Counts:
        """Count two spellings together; articles that have both are counted twice at most as often as the larger number allows."""
        return Counts(
            max(self.articles, other.articles), tuple(a + b for a, b in zip(self.cues, other.cues, strict=True))
        )
