"""
What each line of the repaired text is.

Where the original had HTML, its own tags say it. Otherwise a short line without a final stop, between paragraphs that
have one, is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..changes import Change
from ..document import Block, BlockKind, Document
from .title import STOPPED

LONGEST_HEADING = 100
PARAGRAPH = 80
"""Code points that a line has at least, to be a paragraph that a heading can stand over."""
TAG = re.compile(r"<(/?)(h[1-6]|li|blockquote|p|div|br|td|tr|section|article)\b", re.IGNORECASE)
KINDS = {"li": BlockKind.LIST_ITEM, "blockquote": BlockKind.QUOTATION} | dict.fromkeys(
    ["h1", "h2", "h3", "h4", "h5", "h6"], BlockKind.HEADING
)


def document(text: str, changes: Sequence[Change]) -> Document:
    """Give the lines of D their kinds; `changes` are those from O to D."""
    title, _, rest = text.partition("\n")
    inferred = any(c.start == 0 and "inferred-title" in c.by for c in changes[:1])
    lines = rest.split("\n") if rest else []
    tagged = dict(_tagged(changes, len(title) + 1)) if any("tags" in c.by for c in changes) else {}
    usual = sum(len(line) >= PARAGRAPH and bool(STOPPED.search(line)) for line in lines) >= 2
    blocks: list[Block] = []
    at = len(title) + 1
    for i, line in enumerate(lines):
        kind = tagged.get(at)
        if kind is None:
            following = lines[i + 1] if i + 1 < len(lines) else ""
            heading = usual and _heading(line, following) and not (i == 0 and inferred)
            kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        blocks.append(Block(kind, line))
        at += len(line) + 1
    return Document(title, inferred, tuple(blocks))


def _heading(line: str, following: str) -> bool:
    """A short line without a stop over a paragraph."""
    return (
        4 <= len(line) <= LONGEST_HEADING
        and len(following) >= PARAGRAPH
        and " " in line
        and not STOPPED.search(line)
        and line[-1] != ")"  # the credit of a picture, more often
        and line[0] not in "-–—•*(0123456789٠١٢٣٤٥٦٧٨٩"
    )


def _tagged(changes: Sequence[Change], first: int) -> Iterator[tuple[int, BlockKind]]:
    """Where in D blocks begin of which the original's own tags say the kind."""
    shift = 0
    kind: BlockKind | None = None
    quoting = 0
    for c in changes:
        after = c.start + shift + len(c.after)
        shift += len(c.after) - len(c.before)
        if "<" not in c.before:
            continue
        for tag in TAG.finditer(c.before):
            name, closing = tag[2].lower(), tag[1] == "/"
            if name == "blockquote":
                quoting = max(0, quoting + (-1 if closing else 1))
            elif name in KINDS:
                kind = None if closing else KINDS[name]
            elif not closing and kind is BlockKind.HEADING:
                kind = None
        now = kind or (BlockKind.QUOTATION if quoting else None)
        if now and after >= first and (c.after.endswith("\n") or after == first):
            yield after, now
