"""
A document as Markdown, and back.

A reader must read the document's text, whatever it contains: `text_of(render(to_markdown(document))) ==
document.text`. Only what Markdown would misread is escaped, so that editors see clean text. `from_markdown` is the exact
inverse of `to_markdown`: the original can be restored from the article's body.
Words that their author struck out stand in `<s>`, for Markdown has no sign for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from ..document import Block, BlockKind, Document, Place, TableCell
from ..late import late

PREFIX = {BlockKind.PARAGRAPH: "", BlockKind.HEADING: "## ", BlockKind.LIST_ITEM: "- ", BlockKind.QUOTATION: "> "}
KIND = {prefix: kind for kind, prefix in PREFIX.items() if prefix}
# Signs that mean something wherever they stand; an underscore within a word means nothing.
ANYWHERE = late(r"[<&\\`*\[{]|(?<![^\W_])_|_(?![^\W_])")
SPECIAL = late(r"[<&\\`*\[{_]")
REFERENCE = {"<": "&lt;", "&": "&amp;", "~": "&#126;", ":": "&#58;"}
"""Signs that a backslash does not escape in Markdown."""
# At the start of a line: heading, list, quotation, definition, fence, rule.
AT_START = late(r"(?:\d+(?=\.(?:\s|\Z)))?([#>]|[-+.](?=\s|\Z)|-(?=[- ]*\Z)|:(?=\s)|~(?=~~))")
BETWEEN_CELLS = late(r"(?<!\\)\|")
"""A space always parts a cell's own backslash from the bar."""
ESCAPED = late(r"\\(.)|&(lt|amp|#126|#58);")
IN_STRUCK = late(r"[<&\\`*\[{_#|]")
"""What is escaped in a block with words struck out: at a tag all of these may mean something."""
STRUCK_TAG = late("(</?s>)")
MEANT = {"lt": "<", "amp": "&", "#126": "~", "#58": ":"}


def to_markdown(document: Document) -> str:
    """Write the blocks of a document; the title stands in the front matter."""
    return "".join(_lines(document.blocks))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    before: BlockKind | None = None
    for group in _groups(blocks):
        kind = group[0].kind
        if before is not None:
            yield "\n" if before is kind is BlockKind.LIST_ITEM else "\n\n"
        yield _table(group) if kind is BlockKind.CELL else PREFIX[kind] + _text(group[0])
        before = kind
    if before is not None:
        yield "\n"


def _groups(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield the cells of each table together, and every other block by itself."""
    cells: list[Block] = []
    for block in blocks:
        if cells and (block.kind is not BlockKind.CELL or _place(block) <= _place(cells[-1])):
            yield cells
            cells = []
        if block.kind is BlockKind.CELL:
            cells.append(block)
        else:
            yield [block]
    if cells:
        yield cells


def _text(block: Block) -> str:
    if block.struck:
        return _struck(block)
    text = block.text
    hashes = len(text) - len(text.rstrip("#")) if block.kind is BlockKind.HEADING else 0
    text = escape(text[: len(text) - hashes]) + "\\#" * hashes
    if block.kind is BlockKind.LIST_ITEM:
        text = text.replace("|", "\\|")  # items are lines that follow one another, and so are the rows of a table
    return text


def _table(cells: Iterable[Block]) -> str:
    """Write the rows of a table, its head first, which is empty where the table has none."""
    texts = {_place(cell): _cell(cell) for cell in cells}
    columns = max(place.column for place in texts) + 1
    rows = range(max(place.row for place in texts) + 1)
    lines = ["| " + " | ".join(texts.get(Place(row, n), "") for n in range(columns)) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * columns)
    return "\n".join(lines)


def _cell(cell: Block) -> str:
    return _struck(cell) if cell.struck else ANYWHERE.sub(_escaped, cell.text).replace("|", "\\|")


def _struck(block: Block) -> str:
    """Write a block with its struck words in tags; their places are those of its text."""
    pieces: list[str] = []
    at = 0
    for start, end in block.struck:
        words = IN_STRUCK.sub(_escaped, block.text[start:end])
        pieces.append(f"{IN_STRUCK.sub(_escaped, block.text[at:start])}<s>{words}</s>")
        at = end
    pieces.append(IN_STRUCK.sub(_escaped, block.text[at:]))
    return escape_start("".join(pieces))


def _place(cell: Block) -> Place:
    return cell.place if isinstance(cell, TableCell) else Place(0, 0)


def _escaped(sign: re.Match[str]) -> str:
    return REFERENCE.get(sign[0], "\\" + sign[0])


def escape(text: str) -> str:
    """Escape what Markdown would misread in the line that is a block."""
    if SPECIAL.search(text):
        text = ANYWHERE.sub(_escaped, text)
    return escape_start(text)


def escape_start(text: str) -> str:
    """Escape what Markdown would misread at the start of a line whose other signs are escaped."""
    if match := AT_START.match(text):
        text = text[: match.start(1)] + REFERENCE.get(match[1], "\\" + match[1]) + text[match.end(1) :]
    return text


def from_markdown(body: str) -> tuple[Block, ...]:
    """Give back the blocks of a body that `to_markdown` made."""
    return tuple(_blocks(body.split("\n")))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    row: int | None = None
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        if line.startswith("| ") and following.startswith("|---|"):
            row = -1
        if not line:
            row = None
        elif row is None:
            yield _block(line)
        elif not line.startswith("|---|"):
            row += 1
            yield from _cells(line, row)


def _cells(line: str, row: int) -> Iterator[Block]:
    for column, text in enumerate(BETWEEN_CELLS.split(line)[1:-1]):
        if text.strip(" "):
            words, struck = _meant(text[1:-1])
            yield TableCell(BlockKind.CELL, words, Place(row, column), struck=struck)


def _block(line: str) -> Block:
    kind = BlockKind.PARAGRAPH
    for prefix, its_kind in KIND.items():
        if line.startswith(prefix):
            kind, line = its_kind, line[len(prefix) :]
            break
    words, struck = _meant(line)
    return Block(kind, words, struck=struck)


def _meant(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Give the words of a block and the places of those that are struck out."""
    if "<" not in text:  # a sign of the text is escaped
        return _plain(text), ()
    words = ""
    begun = 0
    struck: list[tuple[int, int]] = []
    for number, piece in enumerate(STRUCK_TAG.split(text)):
        if piece == "</s>":
            struck.append((begun, len(words)))
        elif number % 2:
            begun = len(words)
        else:
            words += _plain(piece)
    return words, tuple(struck)


def _plain(text: str) -> str:
    return ESCAPED.sub(lambda m: m[1] or MEANT[m[2]], text)
