"""
Pictures between the lines of an article, where they stood in its page.

A picture is a paragraph of its own, `![what it shows](<{static}images/NAME/1.jpg> "its caption")`. One whose file is not there is a
comment, which no page shows: the editor sees where it stood. Neither adds a word to the text that readers see, so that the machine's text
stays the text of the article. A place is a number of lines of the machine's text, which every renewal can find again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from warraq.archive.change import Change
from warraq.archive.stated_line import stated_line
from warraq.edition.position_map import PositionMap
from warraq.repair.changes import inverse
from warraq.repair.writers.markdown import from_markdown

from .draft import Draft, with_article_hash
from .front_matter import split_body
from .writing import sha256_of

PICTURE = r"!\[[^\n]*\]\(<\{static\}images/[^\n<>]*>(?: \"[^\n\"]*\")?\)"
MISSING = r"<!-- [^\n<>]* -->"
PLACED = re.compile(f"{PICTURE}|{MISSING}")
"""The paragraphs that an import puts between the lines; a line of the machine's is never such."""
SIGNS = re.compile(r"[<>&\"\\`*\[{)]|(?<!\w)_|_(?!\w)")
"""What Markdown would misread in a caption."""
LONGEST_ALT = 1_000
"""Code points of a picture's alternative text."""
MOST_SIGNS = 100
"""Of an alternative text that keeps its signs."""
NOT_IN_COMMENT = str.maketrans("<>", "()")


class Placed(NamedTuple):
    """A paragraph that stands behind so many lines of the text."""

    line: int
    markdown: str


def picture_markdown(file: str, alt: str, caption: str) -> str:
    """Write a picture; `file` is its path below content/."""
    alt = stated_line(alt)[:LONGEST_ALT]
    if len(SIGNS.findall(alt)) > MOST_SIGNS:  # else Markdown would refuse the paragraph, and with it the article
        alt = SIGNS.sub("", alt)
    described = alt.replace("\\", "").replace("[", "(").replace("]", ")").replace("<", "&lt;")
    title = SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", stated_line(caption))
    return f"![{described}](<{{static}}{file}>" + (f' "{title}")' if title else ")")


def missing_markdown(said: str) -> str:
    """Write what is known of a picture whose file is not there."""
    words = re.sub("-{2,}", "-", stated_line(said)).translate(NOT_IN_COMMENT).strip("- ")
    return f"<!-- {words} -->"


def with_placed(draft: Draft, placed: Iterable[Placed]) -> Draft:
    """Put paragraphs between those of an article's text, each behind its line; within a list or a table none can stand."""
    waiting = sorted(placed, key=lambda one: one.line)
    if not waiting:
        return draft
    head, body = split_body(draft.article)
    paragraphs: list[str] = []
    lines = at = 0
    for paragraph in [*_paragraphs(body), None]:
        while at < len(waiting) and (paragraph is None or waiting[at].line <= lines):
            paragraphs.append(waiting[at].markdown)
            at += 1
        if paragraph is not None:
            paragraphs.append(paragraph)
            lines += _lines_of(paragraph)
    body = "\n\n".join(paragraphs) + "\n"
    record = draft.record.model_copy(update={"body_sha256": sha256_of(body)})
    return Draft(draft.slug, head + body, with_article_hash(record, head + body))


def placed_in(article: str) -> Iterator[Placed]:
    """Yield the paragraphs that an import put into the text of an article's file, with their places."""
    lines = 0
    for paragraph in _paragraphs(split_body(article)[1]):
        if PLACED.fullmatch(paragraph):
            yield Placed(lines, paragraph)
        else:
            lines += _lines_of(paragraph)


def moved(
    placed: Sequence[Placed], old: Sequence[Change], old_text: str, new: Sequence[Change], new_text: str
) -> Iterator[Placed]:
    """Yield the same paragraphs behind the lines of another text of the same original: old text → O → new text."""
    ends = [match.start() for match in re.finditer(r"\n|\Z", old_text)]
    back, forth = PositionMap(inverse(old)), PositionMap(new)
    for line, markdown in placed:
        in_original = back.position(ends[min(line, len(ends) - 1)], -1)
        yield Placed(line_at(new_text, forth.position(in_original, -1)), markdown)


def line_at(text: str, at: int) -> int:
    """Count the lines of the machine's text before a place, but for the title; a place within a line is behind it."""
    return max(0, text.count("\n", 0, at) - (text[at - 1 : at] == "\n"))


def _paragraphs(body: str) -> list[str]:
    return [paragraph for paragraph in body.strip("\n").split("\n\n") if paragraph]


def _lines_of(paragraph: str) -> int:
    """Count the lines of the machine's text that a paragraph, a list or a table of its Markdown holds."""
    return sum(1 + block.text.count("\n") for block in from_markdown(paragraph))
