"""Groups of pieces: what one file of the result is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .pieces import Piece

MOST_ROWS = 50_000
MOST_BYTES = 250_000_000
"""Of the texts as they were given."""


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces one behind another."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def name(self) -> str:
        """Give the beginning of the names of its files."""
        return f"part-{self.number:06}"


def groups_of(pieces: Iterable[Piece]) -> Iterator[Group]:
    """Put pieces together."""
    inside: list[Piece] = []
    rows = size = number = 0
    for piece in pieces:
        if inside and (rows + piece.rows > MOST_ROWS or size + piece.bytes > MOST_BYTES):
            yield Group(number, tuple(inside))
            inside, rows, size, number = [], 0, 0, number + 1
        inside.append(piece)
        rows += piece.rows
        size += piece.bytes
    if inside:
        yield Group(number, tuple(inside))
