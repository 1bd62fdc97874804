"""
The cells that were taken from tables, as the journal has them.

Somebody who takes a table over and edits the same table on has changed a cell twice since it was exported. The article has then what the
table itself had put there, which is no conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from warraq.desk.journal import Journal

COMMAND = "update"


@dataclass(frozen=True, slots=True)
class TakenCell:
    """One cell: the mark of what had been exported, and that of what was put in its place."""

    field: str
    exported: str
    now: str


Cells = Mapping[str, Iterable[TakenCell]]
"""By the path of the article."""


def about_of(cells: Iterable[TakenCell]) -> str:
    """Write cells as the journal keeps them."""
    return " ".join(f"{cell.field}:{cell.exported}:{cell.now}" for cell in cells)


def taken_cells(content: Path) -> set[tuple[str, TakenCell]]:
    """Give every cell that a table gave to an article, by its path, as far as the step was not taken back."""
    found: set[tuple[str, TakenCell]] = set()
    for step in Journal(content).steps():
        for changed in step.changed if step.command == COMMAND else ():
            for part in changed.about.split():
                if len(words := part.split(":")) == 3:
                    found.add((f"content/{changed.file}", TakenCell(*words)))
    return found
