"""What came of an import, counted: the decisions are the only source, so that the counts are true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .deciding import Decision, Fate
from .looked import Looked


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file and what became of it."""

    decision: Decision
    looked: Looked


@dataclass(frozen=True, slots=True)
class Counts:
    """Of files, unless said otherwise."""

    found: int
    imported: int
    duplicates: int
    held: int
    set_aside: int
    undated: int
    """Of the imported: without a date."""
    doubtful: int
    """Of the imported: with open doubts."""
    doubts: int
    """All doubts of the imported."""
    alike: int
    """Of the imported: nearly the same as another text."""
    pictures: int
    pictures_left: int
    """Beside pages, outside of their articles."""
    pictures_set_aside: int


def outcomes(decisions: Sequence[Decision], looked: Mapping[str, Looked]) -> tuple[Outcome, ...]:
    """Put decisions and what was seen together."""
    return tuple(Outcome(d, looked[d.name]) for d in decisions)


def count(all_of_them: Sequence[Outcome]) -> Counts:
    """Count."""
    fates = [o.decision.fate for o in all_of_them]
    imported = [o for o in all_of_them if o.decision.fate is Fate.IMPORTED]
    return Counts(
        found=len(all_of_them),
        imported=len(imported),
        duplicates=fates.count(Fate.DUPLICATE),
        held=fates.count(Fate.HELD),
        set_aside=fates.count(Fate.SET_ASIDE),
        undated=sum(not o.looked.dated for o in imported),
        doubtful=sum(o.looked.doubts > 0 for o in imported),
        doubts=sum(o.looked.doubts for o in imported),
        alike=sum(bool(o.decision.like) for o in imported),
        pictures=sum(len(o.looked.pictures) for o in imported),
        pictures_left=sum(o.looked.pictures_left for o in imported),
        pictures_set_aside=sum(len(o.looked.pictures_refused) for o in imported),
    )
