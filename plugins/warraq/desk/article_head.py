"""
The part of an article's file above its text, cut off byte for byte.

A correction of keys is none of the text: what stands below the front matter is not looked at, so it can't be changed. Lines of the
front matter that stay keep their line ends, even in a file that has both sorts.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from .front_matter_places import cut_article


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """A file in two parts; together they are its bytes."""

    raw: str
    """The front matter and both lines of hyphens, with the line ends that they have."""
    below: str
    """All that stands below."""

    @property
    def text(self) -> str:
        """Give the front matter with line feeds."""
        return self.raw.replace("\r\n", "\n")

    def with_text(self, text: str) -> ArticleHead:
        """Put another text (with line feeds) in its place; lines that both have stay as they are."""
        if text == self.text:
            return self
        here, now = lines_of(self.raw), lines_of(text)
        line_end = "\r\n" if "\r\n" in self.raw else "\n"
        made: list[str] = []
        for op in LCSseq.opcodes([line.replace("\r\n", "\n") for line in here], now):
            if op.tag == "equal":
                made += here[op.src_start : op.src_end]
            else:
                made += [line.replace("\n", line_end) for line in now[op.dest_start : op.dest_end]]
        return ArticleHead("".join(made), self.below)

    def data(self) -> bytes:
        """Give the bytes of the whole file."""
        return (self.raw + self.below).encode()


def head_of(data: bytes) -> ArticleHead:
    """Cut an article's file; a NotEditableError where it has no front matter, a UnicodeDecodeError where it is not UTF-8."""
    raw = data.decode()
    text = raw.replace("\r\n", "\n")
    cut, begin = cut_article(text)
    end = begin + len(cut.front_matter)
    if cut.front_matter or text.startswith("\n", begin):
        end += 1  # the line end before the lower hyphens
    end = text.find("\n", end) + 1 or len(text)
    at = 0
    for _ in range(text.count("\n", 0, end)):
        at = raw.find("\n", at) + 1
    return ArticleHead(raw[:at], raw[at:]) if text.endswith("\n", 0, end) else ArticleHead(raw, "")


def lines_of(text: str) -> list[str]:
    """Split at line feeds only, which stay."""
    *ended, last = text.split("\n")
    return [line + "\n" for line in ended] + ([last] if last else [])
