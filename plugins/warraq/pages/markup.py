"""
Markup inside a text that is shown as text.

In a line that runs from right to left `<html lang="ar">` is displayed as `<"html lang="ar>`: its signs have no direction and take the
line's. Therefore every tag, every entity and every line without a letter of such a script is a run of its own, from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LINE = re.compile(r"[^\r\n]+")
LATIN = re.compile("[A-Za-z]")
LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""Letters of the scripts that run from right to left, as a range of a regular expression."""
RIGHT_TO_LEFT = re.compile(f"[{LETTERS}]")
TAG = r"<[!/?]?[A-Za-z-][^<>\r\n]*>"
CUT_TAG = rf"<[!/?]?[A-Za-z-][^<>\r\n{LETTERS}]*"
REST_OF_A_TAG = rf"(?m:^)[^<>\r\n{LETTERS}]*>"
"""Of a tag that began on the line before."""
ENTITY = r"&\#?\w{1,31};"
TOKEN = re.compile(f"{TAG}|{CUT_TAG}|{REST_OF_A_TAG}|{ENTITY}")


def left_to_right_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of [start, end) that run from left to right, without line ends or the spaces around."""
    for line in LINE.finditer(text, start, end):
        if not RIGHT_TO_LEFT.search(line[0]):
            if LATIN.search(line[0]):
                yield line.end() - len(line[0].lstrip()), line.start() + len(line[0].rstrip())
            continue
        first = last = -1
        for token in TOKEN.finditer(text, line.start(), line.end()):
            if first >= 0 and RIGHT_TO_LEFT.search(text, last, token.start()):
                yield first, last
                first = -1
            if first < 0:
                first = token.start()
            last = token.end()
        if first >= 0:
            yield first, last
