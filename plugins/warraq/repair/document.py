"""The structure of a repaired text: a title and blocks. Every writer takes one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    """The kind of a line of D."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    CELL = "cell"
    """Of a table: such a block is a `TableCell`."""


class Place(NamedTuple):
    """The place of a cell in its table, from 0; row 0 is the table's head, which may be empty."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """One line of D; its text has no line end in it and no white space at its ends."""

    kind: BlockKind
    text: str
    struck: tuple[tuple[int, int], ...] = field(default=(), kw_only=True)
    """Places of the text that its author struck out, in order; none is empty or has a space at its ends."""


@dataclass(frozen=True, slots=True)
class TableCell(Block):
    """
    A cell of a table that says something; one without text is no line.

    Cells that follow one another are one table as long as their places rise.
    """

    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    """D with its structure."""

    title: str
    title_inferred: bool
    """Made of the first words, because the text states none: it is the first line of D all the same, put in by a change."""
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """D: the title, then the blocks, joined by line feeds."""
        return "\n".join([self.title, *(b.text for b in self.blocks)])
