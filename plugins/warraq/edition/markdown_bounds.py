"""
The work that a text asks of Markdown, estimated before the library is asked.

Python-Markdown looks from each opening sign (`[`, `![`, `<`, a run of `*`) for its end, to the end of the paragraph, and reads a list within a list,
or a footnote's definition within another's, by calling itself. A few thousand such signs in one paragraph take it minutes. It fills each row of a
table up to the width of the first, and counts through all signs of a footnote for each further one. No article has so many; where one is typed or
pasted, its author is told the line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from warraq.language import Message, message

BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
"""What the library reads at a time: lines without an empty one between."""
OPENING = re.compile(r"\\.|(?P<opening>[\[<*`]|(?<![^\W_])_|_(?![^\W_])|^[-=]+[ \t]*$)", re.DOTALL | re.MULTILINE)
"""A sign behind a backslash opens nothing, nor does an underscore within a word. A line across makes a heading of the one above."""
UNCLOSED = re.compile(r"<[A-Za-z/!?][^<>]*+(?!>)")
"""A tag without its end, which the library looks for to the end of the text."""
FEW = 200
"""Opening signs in one block that are always read: a table of links has so many."""
MOST_WORK = 2_000_000
"""Opening signs of each block times its code points, together: about a second of a slow machine."""
DEEP = re.compile(r"[ \t]*(?:(?:>|[-+*][ \t]|\d+\.[ \t]|:[ \t]|\[\^[^\]\n]*\]:)[ \t]*)+")
LEVEL = re.compile(r">|[-+*](?=[ \t])|\d+\.(?=[ \t])|:(?=[ \t])|\[\^[^\]\n]*\]:")
DEEPEST = 20
"""Lists, quotations and notes that may begin within one another in one line."""
FOOTNOTE_IN_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]\n]*\]:[ \t]*\[\^[^\]\n]*\]:")
ACROSS = re.compile(r"^[ \t>]*[|:-][|: \t>-]*$", re.MULTILINE)
"""The line below the head of a table, which says how many columns it has; in a list or a quotation too."""
MOST_MISSING = 20_000
"""Cells that the rows of all tables lack and the library adds: a quarter of a second. What stands in a row is never too much."""
FOOTNOTE = re.compile(r"\\.|\[\^(?P<label>[^\]]*+)\]", re.DOTALL)
MOST_OF_ONE, MOST_FOOTNOTES = 500, 4_000
"""Signs of one footnote, and of all with their definitions: about a second each."""
_LINE_END = re.compile(r"\r\n?")

Excess = tuple[int, Message, Message]
"""The line, from 0; what is too much; what to do."""


def excess(markdown: str) -> Excess | None:
    """Give the first place where a text asks too much; None of every usual text."""
    return next(_excesses(_LINE_END.sub("\n", markdown)), None)


def _excesses(markdown: str) -> Iterator[Excess]:
    yield from _signs(markdown)
    yield from _cells(markdown)
    yield from _footnotes(markdown)
    for number, line in enumerate(markdown.split("\n")):
        if FOOTNOTE_IN_FOOTNOTE.match(line):
            what = message("The definition of a footnote begins within another's.")
            yield number, what, message("Write each definition in a line of its own.")
        if (deep := DEEP.match(line)) and len(LEVEL.findall(deep[0])) > DEEPEST:
            what = message("Too many lists or quotations begin within one another in this line.")
            yield number, what, message("Write a backslash before the signs that are meant as they stand.")


def _signs(markdown: str) -> Iterator[Excess]:
    if sum(map(markdown.count, "[<*`_-=")) <= FEW:  # then no block has more, and no tags without an end
        return
    work = 0
    for block in BLOCK.finditer(markdown):
        signs = [m for m in OPENING.finditer(markdown, *block.span()) if m["opening"]]
        work += len(signs) * len(block[0]) if len(signs) > FEW else 0
        if work > MOST_WORK:
            yield (
                markdown.count("\n", 0, signs[FEW].start()),
                message(
                    "The paragraph has {number} signs that may open a link, a tag or an emphasis: too many to be read as Markdown.",
                    number=len(signs),
                ),
                message("Write a backslash before the signs that are meant as they stand, or part the paragraph."),
            )
    cut = [m.start() for m in UNCLOSED.finditer(markdown)]
    if len(cut) > FEW and len(cut) * len(markdown) > MOST_WORK:
        what = message("The text has {number} tags without an end: too many to be read as Markdown.", number=len(cut))
        yield markdown.count("\n", 0, cut[FEW]), what, message("Write &lt; for each < that is meant as it stands.")


def _cells(markdown: str) -> Iterator[Excess]:
    if markdown.count("|") < 2:  # no line has more than two columns
        return
    missing = 0
    for block in BLOCK.finditer(markdown):
        widths = [(line[0].count("|") + 1, line.start()) for line in ACROSS.finditer(markdown, *block.span())]
        columns, start = max(widths, default=(1, 0))
        if columns > 2:  # with fewer, there are hardly more cells than lines
            missing += max(columns * block[0].count("\n") - block[0].count("|"), 0)
        if missing > MOST_MISSING:
            what = message(
                "The table has {columns} columns, and its rows lack {number} cells: too many.",
                columns=columns,
                number=missing,
            )
            yield (
                markdown.count("\n", 0, start),
                what,
                message("Give the line below its head as many columns as its rows have."),
            )


def _footnotes(markdown: str) -> Iterator[Excess]:
    """Count the signs; up to the last bracket, so that each opening one has an end."""
    if markdown.count("[^") <= MOST_OF_ONE:
        return
    seen: Counter[str] = Counter()
    every = 0
    for sign in FOOTNOTE.finditer(markdown, 0, markdown.rfind("]") + 1):
        if (label := sign["label"]) is None:
            continue
        seen[label] += 1
        every += 1
        if seen[label] > MOST_OF_ONE:
            what = message(
                "The text refers to the footnote {label} more than {number} times.",
                label=f"[^{label}]",
                number=MOST_OF_ONE,
            )
            yield (
                markdown.count("\n", 0, sign.start()),
                what,
                message("Keep the sign at the places that need the note."),
            )
        if every > MOST_FOOTNOTES:
            what = message(
                "The text has more than {number} signs of footnotes: too many to be read as Markdown.",
                number=MOST_FOOTNOTES,
            )
            yield markdown.count("\n", 0, sign.start()), what, message("Part the article, or write the notes as text.")
