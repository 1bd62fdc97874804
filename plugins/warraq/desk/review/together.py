"""What the decisions of one step share: who decides, the lock, the journal, and what was found of an article that several are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from warraq.desk.journal import OpenStep
from warraq.desk.lock import Lock

from .open_item import OpenItem
from .open_items import OpenItems

MOST_FOUND = 50
"""Files that a step remembers."""
Found = tuple[OpenItem, ...] | None


@dataclass(slots=True)
class Together:
    """The decisions of one step."""

    open_items: OpenItems
    by: str
    today: date
    lock: Lock
    step: OpenStep
    ids: frozenset[str]
    """The items that the step decides on."""
    _found: dict[tuple[Path, bytes], Found] = field(default_factory=dict)
    _first: dict[str, frozenset[str]] = field(default_factory=dict)
    """Of each article that the step changed: the ids of the items that were open before."""

    @property
    def others(self) -> int:
        """How many decisions the step has beside each."""
        return len(self.ids) - 1

    def at_its_place(self, item: OpenItem, found: Iterable[OpenItem]) -> OpenItem:
        """
        Give an item as it is settled together with others.

        Its words settle all places of its article that have them, unless some of these (`found`: what is open of it) were left out of the step.
        """
        left_out = any(other.group == item.group and other.id not in self.ids for other in found)
        return replace(item, quote=item.unique_quote) if left_out else item

    def found(self, file: Path, data: bytes) -> Found:
        """Give the items that would be open if an article's file were `data`; None if it could not be read."""
        if (file, data) not in self._found:
            if len(self._found) >= MOST_FOUND:
                self._found.clear()
            self._found[file, data] = self.open_items.in_data(file, data)
        return self._found[file, data]

    def changes(self, file: Path, data: bytes) -> None:
        """Remember what was open of an article before the step changed it."""
        path = self.open_items.path_of(file)
        if path not in self._first:
            self._first[path] = frozenset(item.id for item in self.found(file, data) or ())

    def was_open(self, item_id: str) -> bool:
        """Tell whether an item that is not open now was so before this step; any other id was never an item, or settled before."""
        return item_id in self._first.get(item_id.rpartition("#")[0], ())
