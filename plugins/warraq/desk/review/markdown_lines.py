"""The lines of an article's Markdown that give a line of T, so that it can be edited where its doubt is shown."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from warraq.arabic.folding import WORD
from warraq.archive.article import Article

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

    def __init__(self, article: Article, text: str) -> None:
        self._title = MarkdownLines(article.title, -1, -1)
        self._text = text
        self._lines = [_words(line) for line in text.split("\n")]
        self._times = Counter(self._lines[1:])
        self._pieces: dict[tuple[str, ...], list[MarkdownLines]] = defaultdict(list)
        for piece in _pieces(article.body):
            self._pieces[_words(piece.markdown)].append(piece)

    def at(self, position: int) -> MarkdownLines | None:
        """Find the lines of Markdown that give the line of T at `position`; None where it is not certain."""
        number = self._text.count("\n", 0, position)
        if number == 0:
            return self._title
        asked = self._lines[number]
        fitting = self._pieces.get(asked, [])
        certain = asked and len(fitting) == self._times[asked]
        return fitting[self._lines[1:number].count(asked)] if certain else None


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
