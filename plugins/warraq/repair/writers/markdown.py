"""
A document as Markdown, and back.

A reader must read the document's text, whatever it contains: `text_of(render(to_markdown(document))) ==
document.text`. Only what Markdown would misread is escaped, so that editors see clean text. `from_markdown` is the exact
inverse of `to_markdown`: the original can be restored from the article's body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..document import Block, BlockKind, Document

PREFIX = {BlockKind.PARAGRAPH: "", BlockKind.HEADING: "## ", BlockKind.LIST_ITEM: "- ", BlockKind.QUOTATION: "> "}
KIND = {prefix: kind for kind, prefix in PREFIX.items() if prefix}
# Signs that mean something wherever they stand; an underscore within a word means nothing.
ANYWHERE = re.compile(r"[<&\\`*\[{]|(?<![^\W_])_|_(?![^\W_])")
SPECIAL = re.compile(r"[<&\\`*\[{_]")
REFERENCE = {"<": "&lt;", "&": "&amp;", "~": "&#126;", ":": "&#58;"}
"""Signs that a backslash does not escape in Markdown."""
# At the start of a line: heading, list, quotation, definition, fence, rule.
AT_START = re.compile(r"(?:\d+(?=\.(?:\s|\Z)))?([#>]|[-+.](?=\s|\Z)|-(?=[- ]*\Z)|:(?=\s)|~(?=~~))")
ESCAPED = re.compile(r"\\(.)|&(lt|amp|#126|#58);")
MEANT = {"lt": "<", "amp": "&", "#126": "~", "#58": ":"}


def to_markdown(document: Document) -> str:
    """Write the blocks of a document; the title stands in the front matter."""
    return "".join(_lines(document.blocks))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    before: BlockKind | None = None
    for block in blocks:
        if before is not None:
            yield "\n" if before is block.kind is BlockKind.LIST_ITEM else "\n\n"
        text = block.text
        hashes = len(text) - len(text.rstrip("#")) if block.kind is BlockKind.HEADING else 0
        text = escape(text[: len(text) - hashes]) + "\\#" * hashes
        if block.kind is BlockKind.LIST_ITEM:
            text = text.replace("|", "\\|")  # items are lines that follow one another, and so are the rows of a table
        yield PREFIX[block.kind] + text
        before = block.kind
    if before is not None:
        yield "\n"


def escape(text: str) -> str:
    """Escape what Markdown would misread in the line that is a block."""
    if SPECIAL.search(text):
        text = ANYWHERE.sub(lambda m: REFERENCE.get(m[0], "\\" + m[0]), text)
    if match := AT_START.match(text):
        text = text[: match.start(1)] + REFERENCE.get(match[1], "\\" + match[1]) + text[match.end(1) :]
    return text


def from_markdown(body: str) -> tuple[Block, ...]:
    """Give back the blocks of a body that `to_markdown` made."""
    return tuple(_block(line) for line in body.split("\n") if line)


def _block(line: str) -> Block:
    kind = BlockKind.PARAGRAPH
    for prefix, its_kind in KIND.items():
        if line.startswith(prefix):
            kind, line = its_kind, line[len(prefix) :]
            break
    return Block(kind, ESCAPED.sub(lambda m: m[1] or MEANT[m[2]], line))
