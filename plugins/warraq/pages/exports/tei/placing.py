"""
Which marks can be elements of TEI, and where they begin and end among the others.

Marks overlap, nest, and go over the ends of paragraphs; elements don't. A mark whose passage lies within one element, and that
no other one crosses, is an element around it. Any other is named by two anchors, and a note says what it is about. Longer marks
go first, so that the shorter lie within them. Nothing here is quadratic: places are looked up, and each mark meets only those
that are still open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from warraq.edition.edition import Mark, MarkKind

from .html_tokens import Words
from .structure import Close, Open, TeiToken

OUTSIDE_FIRST = (MarkKind.MENTION, "", MarkKind.EDIT, MarkKind.REPAIR, MarkKind.DOUBT)
"""Of marks of one passage: names lie around all else, and notes (every other kind) around changes."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, and between which tokens it begins and ends."""

    mark: Mark
    begin: int
    """The number of the token before which it begins."""
    end: int
    """The number of the token before which it ends."""
    is_element: bool
    """It can be an element around the tokens; else two anchors name its place."""


def cut(tokens: Iterable[TeiToken], marks: Sequence[Mark]) -> list[TeiToken]:
    """Cut the pieces of text wherever a mark begins or ends."""
    places = sorted({at for mark in marks for at in (mark.start, mark.end)})
    made: list[TeiToken] = []
    for token in tokens:
        if not isinstance(token, Words):
            made.append(token)
            continue
        begin, until = token.start, token.start + len(token.text)
        for at in places[bisect_left(places, begin + 1) : bisect_left(places, until)]:
            made.append(Words(token.text[begin - token.start : at - token.start], begin))
            begin = at
        if begin < until:
            made.append(Words(token.text[begin - token.start :], begin))
    return made


def place(tokens: Sequence[TeiToken], marks: Sequence[Mark], text: str) -> list[Placed]:
    """Place marks among tokens that were cut at their ends, in the order in which they begin; `text` is T."""
    ground = _Ground(tokens)
    found = [ground.find(mark, *_without_line_feeds(mark, text)) for mark in marks]
    found.sort(key=lambda placed: (placed.begin, -placed.end, _rank(placed.mark), placed.mark.id))
    return list(_uncrossed(found))


def _rank(mark: Mark) -> int:
    return OUTSIDE_FIRST.index(mark.kind if mark.kind in OUTSIDE_FIRST else "")


def _without_line_feeds(mark: Mark, text: str) -> tuple[int, int]:
    start, end = mark.start, mark.end
    while start < end and text[end - 1] == "\n":
        end -= 1
    while start < end and text[start] == "\n":
        start += 1
    return start, end


def _uncrossed(found: Iterable[Placed]) -> Iterator[Placed]:
    """Make anchors of those that would cross another one."""
    open_ends: list[int] = []
    for placed in found:
        while open_ends and open_ends[-1] <= placed.begin:
            open_ends.pop()
        if not placed.is_element or placed.begin == placed.end:
            yield placed
        elif open_ends and open_ends[-1] < placed.end:
            yield Placed(placed.mark, placed.begin, placed.end, is_element=False)
        else:
            open_ends.append(placed.end)
            yield placed


class _Ground:
    """The tokens, and what a mark asks of them."""

    def __init__(self, tokens: Sequence[TeiToken]) -> None:
        self._tokens = tokens
        self._begins: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        self._paths: list[tuple[int, ...]] = []
        """Of each token: the block that it stands in, and the inline elements around it there, the outermost first."""
        self._close_of: dict[int, int] = {}
        self._blocks: list[int] = []
        """How many blocks have begun or ended before each token."""
        around: list[int] = [-1]
        inside = 0  # where in `around` the innermost block is
        insides: list[int] = []
        blocks = 0
        for n, token in enumerate(tokens):
            if isinstance(token, Close):
                self._close_of[around.pop()] = n
                if not token.is_inline:
                    inside = insides.pop()
                    blocks += 1
            self._paths.append(tuple(around[inside:]))
            self._blocks.append(blocks)
            if isinstance(token, Open):
                around.append(n)
                if not token.is_inline:
                    insides.append(inside)
                    inside = len(around) - 1
                    blocks += 1
            elif isinstance(token, Words) and token.text:
                self._begins[token.start] = n
                self._ends[token.start + len(token.text)] = n

    def find(self, mark: Mark, start: int, end: int) -> Placed:
        """Find the place of a mark."""
        if start == end:
            at, has_letters = self._point(start)
            return Placed(mark, at, at, has_letters)
        first, last = self._begins.get(start), self._ends.get(end)
        if first is None or last is None:
            at, _ = self._point(start)
            return Placed(mark, at, at, is_element=False)
        one, other = self._paths[first], self._paths[last]
        common = 1
        while common < min(len(one), len(other)) and one[common] == other[common]:
            common += 1
        begin, until = first, last + 1
        fits = self._blocks[first] == self._blocks[last]
        for opening in reversed(one[common:]):
            fits = fits and opening + 1 == begin
            begin = opening
        for opening in reversed(other[common:]):
            fits = fits and self._close_of[opening] == until
            until = self._close_of[opening] + 1
        return Placed(mark, begin, until, is_element=True) if fits else Placed(mark, first, last + 1, is_element=False)

    def _point(self, at: int) -> tuple[int, bool]:
        """Find a place for an empty mark, within a line; whether letters may stand there."""
        before, after = self._ends.get(at), self._begins.get(at)
        for n, behind in ((before, 1), (after, 0)):
            if n is not None and self._tokens[n] != Words("\n", getattr(self._tokens[n], "start", 0)):
                return n + behind, True
        n = before if before is not None else after
        return (n if n is not None else len(self._tokens) - 1, False)
