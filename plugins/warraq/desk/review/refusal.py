"""Why a decision was not written, and what an editor has to see of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from warraq.language import Message

AROUND = 1
"""Lines that are shown above and below those that differ."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What differs between a file that somebody saved while it was decided on and what the decision would have written."""

    now: str
    """The lines as they are in the file, which stays as it was saved."""
    meant: str
    """The lines as the decision would have written them."""

    @classmethod
    def of(cls, now: str, meant: str) -> Conflict:
        """Compare two texts of a file, and leave out the lines at both ends that are the same."""
        ours, theirs = meant.split("\n"), now.split("\n")
        above = max(_same(ours, theirs) - AROUND, 0)
        ours, theirs = ours[above:], theirs[above:]
        below = max(_same(ours[::-1], theirs[::-1]) - AROUND, 0)
        return cls("\n".join(theirs[: len(theirs) - below]), "\n".join(ours[: len(ours) - below]))


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the lines at the beginning that are the same."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def closest_line(text: str, line: str) -> str:
    """Give the line of a file's text that is most like `line`, which somebody changed; an empty one where none is like it."""
    found = process.extractOne(line, text.split("\n"), scorer=fuzz.ratio, score_cutoff=30) if line else None
    return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A decision that was not written."""

    why: Message
    conflict: Conflict | None = None

    def __str__(self) -> str:
        return str(self.why)


class RefusedError(Exception):
    """A decision that can't be written."""

    def __init__(self, why: Message, conflict: Conflict | None = None) -> None:
        super().__init__(str(why))
        self.refusal = Refusal(why, conflict)
        self.why = why


def refused_json(outcomes: Mapping[str, Refusal | None], language: str) -> dict[str, dict[str, Any]]:
    """Give what the page shows of decisions that were not written."""
    refused = {item_id: refusal.why.text(language) for item_id, refusal in outcomes.items() if refusal}
    # One decision on many articles may meet several that were saved; of one article one is shown.
    conflicts = {
        item_id.rpartition("#")[0]: {"now": refusal.conflict.now, "meant": refusal.conflict.meant}
        for item_id, refusal in outcomes.items()
        if refusal and refusal.conflict
    }
    return {"refused": refused, "conflicts": conflicts}
