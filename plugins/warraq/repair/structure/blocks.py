"""
The kind of each line of the repaired text.

Where the original had HTML, its own tags say it; an item of a typed list had its bullet, a cell its table. Otherwise a short line without
a final stop, between paragraphs that have one, is a heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from warraq.archive.change import Change

from ..document import Block, BlockKind, Document, Place, TableCell
from ..html_tags.elements import HEADINGS
from ..html_tags.tags import names_of_tags
from .credits import is_credit
from .struck import struck
from .title import is_stopped

MARKS = frozenset({"tags", "bullets", "forum-codes"})
LONGEST_HEADING = 100
PARAGRAPH = 80
"""Code points that a line has at least, to be a paragraph that a heading can stand over."""
ITEMS = dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM)
KINDS = ITEMS | {"blockquote": BlockKind.QUOTATION} | dict.fromkeys(HEADINGS, BlockKind.HEADING)
LISTS = frozenset({"ul", "ol", "dl"})
TELLING = frozenset(KINDS) | LISTS | {"p", "div", "br", "td", "tr", "section", "article"}
"""Elements that say what kind of block a line is, and those that say that it is none of these."""


def document(text: str, changes: Sequence[Change], cells: Mapping[int, Place | None] | None = None) -> Document:
    """Give the lines of D their kinds; `changes` are those from O to D, `cells` what is known of the lines of tables."""
    title, _, rest = text.partition("\n")
    inferred = any(c.start == 0 and "inferred-title" in c.rules for c in changes[:1])
    lines = rest.split("\n") if rest else []
    tagged = dict(_tagged(text, changes, len(title) + 1)) if any(not MARKS.isdisjoint(c.rules) for c in changes) else {}
    usual = sum(len(line) >= PARAGRAPH and is_stopped(line) for line in lines) >= 2
    blocks: list[Block] = []
    at = len(title) + 1
    struck_out = _by_line(struck(text, changes), at, lines)
    for i, line in enumerate(lines):
        out = struck_out.get(i, ())
        if cells and at in cells:
            place = cells[at]
            paragraph = Block(BlockKind.PARAGRAPH, line, struck=out)
            blocks.append(TableCell(BlockKind.CELL, line, place, struck=out) if place else paragraph)
            at += len(line) + 1
            continue
        kind = tagged.get(at)
        if kind is None:
            following = lines[i + 1] if i + 1 < len(lines) else ""
            heading = usual and _heading(line, following) and not (i == 0 and inferred)
            kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        if kind is BlockKind.HEADING and is_credit(line):
            kind = BlockKind.PARAGRAPH
        blocks.append(Block(kind, line, struck=out))
        at += len(line) + 1
    return Document(title, inferred, tuple(blocks))


def _by_line(
    places: Sequence[tuple[int, int]], at: int, lines: Sequence[str]
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Give places of D by the number of the line that they stand in, as places of that line; `at` is where the first begins."""
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    number = 0
    for start, end in places:
        if start < at:
            continue  # in the title, or in a line before
        while number < len(lines) and start > at + len(lines[number]):
            at += len(lines[number]) + 1
            number += 1
        found[number] = (*found.get(number, ()), (start - at, end - at))
    return found


def _heading(line: str, following: str) -> bool:
    """Say whether a short line without a stop stands over a paragraph."""
    return (
        4 <= len(line) <= LONGEST_HEADING
        and len(following) >= PARAGRAPH
        and " " in line
        and not is_stopped(line)
        and line[-1] != ")"  # the credit of a picture, more often
        and line[0] not in "-–—•*(0123456789٠١٢٣٤٥٦٧٨٩"
    )


def _tagged(text: str, changes: Sequence[Change], first: int) -> Iterator[tuple[int, BlockKind]]:
    """Yield the places of D where blocks begin whose kind the original's tags or bullets say; `first`: behind the title."""
    shift = 0
    kind: BlockKind | None = None
    quoting = 0
    for c in changes:
        start = c.start + shift
        shift += len(c.after) - len(c.before)
        typed = "bullets" in c.rules
        if "[/caption]" in c.before and (line := text.rfind("\n", 0, start) + 1) >= first:
            yield line, BlockKind.PARAGRAPH  # what stands under a picture heads nothing
        if "<" not in c.before and not typed:
            continue
        for name, closing in names_of_tags(c.before, TELLING):
            if name == "blockquote":
                quoting = max(0, quoting + (-1 if closing else 1))
            elif name in KINDS:
                kind = None if closing else KINDS[name]
            elif (not closing and kind is BlockKind.HEADING) or (closing and name in LISTS):
                kind = None  # an item's own end tag may be left out
        now = BlockKind.LIST_ITEM if typed else kind or (BlockKind.QUOTATION if quoting else None)
        begins = _line_begun(text, start, start + len(c.after))
        if now and begins is not None and begins >= first:
            yield begins, now


def _line_begun(text: str, start: int, end: int) -> int | None:
    """Find the start of the line that the change opens; the change may hold letters of that line too."""
    if (line_end := text.rfind("\n", start, end)) >= 0:
        return line_end + 1
    return start if start == 0 or text[start - 1] == "\n" else None
