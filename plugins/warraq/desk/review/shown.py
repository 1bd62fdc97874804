"""
What the page was given to show.

One key decides on many items only after each of their sentences, or each of their articles where no sentence tells, was before an editor's
eyes. The page watches what is on the screen. The server takes no page's word alone: it knows what it gave out, and what is alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from warraq.language import message

from .editor_decisions import Decision
from .looking import Looking
from .open_item import OpenItem
from .refusal import Refusal

UNSEEN = message("Not all that is alike was shown yet. Press A until all of it was.")


@dataclass(slots=True)
class Shown:
    """The sentences that were given out in this session."""

    looking: Looking
    _given: set[str] = field(default_factory=set)

    def give(self, items: Iterable[OpenItem]) -> None:
        """Remember items that are given to the page."""
        self._given.update(item.sentence for item in items)

    def why_not(self, decisions: Sequence[Decision], seen: Iterable[str]) -> Refusal | None:
        """
        Say why decisions are not taken by one key; None where they are.

        `seen`: hashes of the sentences that the page says were on the screen. Each decision has to name its own among them, and so has
        every item that is alike, whether it is decided on or left out.
        """
        if len(decisions) < 2:
            return None
        shown = self._given.intersection(seen)
        ids = {decision.id for decision in decisions}
        lines = self.looking.lines(by_article=False)
        groups = {line.group for line in lines if line.id in ids}
        alike = {line.sentence for line in lines if line.group in groups}
        return None if alike | {decision.expected for decision in decisions} <= shown else Refusal(UNSEEN)
