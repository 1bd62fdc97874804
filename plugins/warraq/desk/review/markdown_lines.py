"""The lines of an article's Markdown that give a line of T, so that it can be edited where its doubt is shown."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from warraq.arabic.folding import WORD
from warraq.archive.article import Article

from .text_places import TextPlaces

ESCAPES = re.compile(r"&(?:lt|gt|amp|quot|#\d+);")


@dataclass(frozen=True, slots=True)
class MarkdownLines:
    """Lines of an article's file."""

    markdown: str
    """As they are in the file; of a title, the title."""
    first: int
    """Of the body's lines, from 0; -1: the title."""
    last: int

    @property
    def is_title(self) -> bool:
        """True for the title, which is in the front matter."""
        return self.first < 0


class MarkdownIndex:
    """The lines of an article's Markdown, indexed by their words once: an article may have hundreds of doubts."""

    def __init__(self, article: Article, places: TextPlaces) -> None:
        self._title = MarkdownLines(article.title, -1, -1)
        self._places = places
        pieces: dict[tuple[str, ...], list[MarkdownLines]] = defaultdict(list)
        for piece in _pieces(article.body):
            pieces[_words(piece.markdown)].append(piece)
        lines = [_words(line) for line in places.text.split("\n")[1:]]
        times = Counter(lines)
        # The first of equal lines of T comes of the first piece with these words, and so on, where there are as many of either.
        certain = {line: iter(found) for line, found in pieces.items() if line and len(found) == times[line]}
        self._found = [next(certain[line]) if line in certain else None for line in lines]

    def at(self, position: int) -> MarkdownLines | None:
        """Find the lines of Markdown that give the line of T at `position`; None where it is not certain."""
        number = self._places.line_number(position)
        return self._found[number - 1] if number else self._title


def _pieces(body: str) -> Iterator[MarkdownLines]:
    """Yield every line, and every paragraph of several lines."""
    lines = body.split("\n")
    start: int | None = None
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            start = number if start is None else start
            yield MarkdownLines(line, number, number)
        elif start is not None:
            if number - 1 > start:
                yield MarkdownLines("\n".join(lines[start:number]), start, number - 1)
            start = None


def _words(line: str) -> tuple[str, ...]:
    return tuple(WORD.findall(ESCAPES.sub(" ", line)))


def with_lines(body: str, replaced: MarkdownLines, markdown: str) -> str:
    """Replace the lines `replaced` of a body by `markdown`; an empty one takes them out, and the empty line after them."""
    lines = body.split("\n")
    new = " ".join(markdown.split())
    after = replaced.last + 1
    if not new and after < len(lines) and not lines[after].strip():
        after += 1
    return "\n".join([*lines[: replaced.first], *([new] if new else []), *lines[after:]])
