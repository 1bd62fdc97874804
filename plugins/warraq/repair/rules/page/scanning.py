"""
A page of HTML in the order of its text: what stands between block tags, each with its place and its containers.

No tree is built. A container that is never closed ends with the one around it; how far each can be believed is
`choosing`'s question.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from ...html_tags import Tag
from ...html_tags.elements import BLOCK, HEADINGS, IMPLIED_END, UNSEEN, VOID
from ...html_tags.in_page import page_tags
from ...html_tags.references import unescape
from ...late import late
from .roles import is_anchor, roles_of
from .scanned import Element, ScannedPage, TextBlock

REACH = 1_000
"""Blocks at a page's end that may stand behind `</html>`."""
LETTERS = late(r"[^\W\d_]+")
LINK = late(r"</?a(?=[\s>])", re.IGNORECASE)
DIGIT = late(r"\d(?<!\w\d)(?<!&#\d)(?<!&#x\d)")
ANCHOR = late(r"""\shref\s*=\s*["']?#[^\s"'<>]""", re.IGNORECASE)
BREAKING = BLOCK | UNSEEN
"""Elements that a run of text never reaches across, seen or not."""
LONGEST_LINK = 3_000
"""Code points of a link that holds blocks: the card of another article."""


@lru_cache(maxsize=2)
def scan(text: str) -> ScannedPage:
    """
    Scan a page, in time proportional to its length. Nobody changes the result.

    It is scanned once for all that ask: as it came, and as the rules read it.
    """
    scanner = _Scanner(text)
    take = scanner.take
    for tag in page_tags(text):
        take(tag)
    return scanner.finish()


class _Scanner:
    """The state of a scan between two tags."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.page = ScannedPage()
        root = Element("", 0, None)
        self.page.elements.append(root)
        self.stack = [root]
        self.open_names: Counter[str] = Counter()
        self.at = 0
        """The end of the last tag."""
        self.block_start = 0
        self.pieces: list[tuple[int, int, bool]] = []
        """Text of the block so far, between inline tags: start, end, whether in a link."""
        self.links = 0
        self.link_start = self.link_end = 0
        """Of a link that may hold blocks."""
        self.next_links, self.next_is_end = -1, False
        """Where the next tag of a link begins, and whether it ends one."""
        self.page_end = -1
        """Of the first `</html>`: a tree builder may leave out what stands behind it."""
        self.unseen = 0
        """Open elements whose content is not text of the page."""
        self.last_ends: dict[str, int] = {}

    def take(self, tag: Tag) -> None:
        """Go on behind the next tag."""
        name, closing, start, end, _, _, is_flawed = tag
        if is_flawed:
            self.page.flaws += 1
            self.page.cuts += 1
        if start > self.at and not self.unseen:
            self.pieces.append((self.at, start, self.links > 0))
        self.at = end
        if name == "a":
            self.links = max(0, self.links + (-1 if closing else not self._leads_down(tag)))
            self.link_start = start
            self.link_end = self._end_of_link(tag) if self.links and not closing else 0
        elif name in BREAKING:
            if self.pieces:
                self._end_block(start)
            self.links = int(start < self.link_end)
            if not closing:
                self._open(tag)
            elif name not in VOID:
                self._close(tag)
            else:
                return
            self.block_start = end

    def _end_of_link(self, tag: Tag) -> int:
        """Give the end of a link that may hold blocks; 0 where it has none of its own, for then it was lost."""
        if self.next_links < tag.end:
            following = LINK.search(self.text, tag.end)
            self.next_links = following.start() if following else len(self.text)
            self.next_is_end = following is not None and following[0].startswith("</")
        return self.next_links if self.next_is_end and self.next_links - tag.end <= LONGEST_LINK else 0

    def _leads_down(self, tag: Tag) -> bool:
        """Say whether a link leads to another place of this page: a heading's own, a note's."""
        return bool(ANCHOR.search(self.text, tag.attributes_start, tag.attributes_end))

    def finish(self) -> ScannedPage:
        """End all that is open at the page's end."""
        end = len(self.text)
        if self.at < end and not self.unseen:
            self.pieces.append((self.at, end, self.links > 0))
        self._end_block(end)
        for element in self.stack:
            element.end = end
        self.page.flaws += sum(element.name not in IMPLIED_END for element in self.stack[1:])
        is_cut = self.page_end >= 0 and any(
            b.letters and b.start >= self.page_end for b in reversed(self.page.blocks[-REACH:])
        )
        self.page.flaws += is_cut
        self.page.cuts += is_cut
        return self.page

    def _end_block(self, end: int) -> None:
        if self.pieces and not self.unseen and not self.text[self.block_start : end].isspace():
            letters = linked_letters = 0
            has_digits = False
            for start, stop, linked in self.pieces:
                piece = self.text[start:stop]
                if piece.isspace():
                    continue
                count = _letters(piece)
                letters += count
                linked_letters += count * linked
                has_digits = has_digits or DIGIT.search(self.text, start, stop) is not None
            if letters or self.text[self.block_start : end].strip():
                pieces = tuple([(start, stop) for start, stop, _ in self.pieces])
                is_card = self.block_start < self.link_end and self.block_start > self.link_start
                inside = self.stack[-1]
                around = inside.parent
                if inside.name in HEADINGS and around is not None and around.is_aside:
                    around.is_aside = not is_anchor(around.name, self.text, around.start, self.text[pieces[0][0] : end])
                self.page.blocks.append(
                    TextBlock(self.block_start, end, inside, letters, linked_letters, pieces, has_digits, is_card)
                )
        self.pieces.clear()

    def _open(self, tag: Tag) -> None:
        name = tag.name
        if name in UNSEEN and self._last_end(name) < tag.end:
            self.page.flaws += 1  # never closed: what follows is seen
            return
        if name in VOID:
            return
        if self.stack[-1].name == "head":
            self.stack[-1].end = tag.start
            self.unseen -= 1
            self.open_names[self.stack.pop().name] -= 1
        while self.stack[-1].name in ("p", "li", "option") and _implied_end(self.stack[-1].name, name):
            self.stack[-1].end, self.stack[-1].is_closed = tag.start, True
            self.open_names[self.stack.pop().name] -= 1
        roles = roles_of(name, self.text, tag.attributes_start, tag.attributes_end)
        element = Element(name, tag.start, self.stack[-1], *roles, len(self.stack))
        self.stack.append(element)
        self.open_names[name] += 1
        self.page.elements.append(element)
        self.unseen += name in UNSEEN

    def _last_end(self, name: str) -> int:
        """Give the place of the last tag that ends an element of this name; -1 where there is none."""
        if name not in self.last_ends:
            self.last_ends[name] = max(self.text.rfind(f"</{name}"), self.text.rfind(f"</{name.upper()}"))
        return self.last_ends[name]

    def _close(self, tag: Tag) -> None:
        """Close the innermost element of this name, and all in it; `body` and `html` stay open, for text often follows."""
        name, stack = tag.name, self.stack
        depth = len(stack) - 1 if self.open_names[name] else 0
        while depth and stack[depth].name != name:
            depth -= 1
        if name in ("body", "html") or not depth:
            self.page.flaws += name != "p" and not depth
            if name == "html" and self.page_end < 0:
                self.page_end = tag.end
            return
        for element in stack[depth:]:
            self.open_names[element.name] -= 1
            self.unseen -= element.name in UNSEEN
        for element in stack[depth + 1 :]:
            element.end = tag.start
            self.page.flaws += element.name not in IMPLIED_END
        stack[depth].end, stack[depth].is_closed = tag.end, True
        del stack[depth:]


def _letters(piece: str) -> int:
    if "&" in piece:
        piece = unescape(piece)
    return sum(map(len, LETTERS.findall(piece)))


def _implied_end(inside: str, beginning: str) -> bool:
    """Say whether a block ends the paragraph, or an item the item, that it begins in."""
    return inside in {"p", beginning}
