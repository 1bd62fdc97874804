"""
Text for GitHub's issues and requests: escaped for its Markdown, and within its limits.

Titles and bodies hold words of scraped texts and names of files. None of them may notify somebody, become markup, or be so long that
GitHub refuses the whole.
"""

from __future__ import annotations

import re
from itertools import accumulate

LONGEST_TITLE = 200
"""In UTF-16 units. GitHub takes 256 characters; the rest is room for its own additions."""
LONGEST_BODY = 60_000
"""In UTF-16 units. GitHub takes 65,536 characters and does not say how it counts them."""
CUT = "…"
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
"""Characters that break a line or turn the order of the words around them, and halves of characters."""


def units(text: str) -> int:
    """Count a text's UTF-16 units, the largest of the counts that GitHub may mean."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fit_title(text: str) -> str:
    """Put a title on one line of at most `LONGEST_TITLE` units, with an ellipsis where it is cut."""
    line = " ".join(CONTROLS.sub(" ", text).split())
    return line if units(line) <= LONGEST_TITLE else _cut(line, LONGEST_TITLE - units(CUT)) + CUT


def fit_body(text: str, more: str) -> str:
    """Give a body of at most `LONGEST_BODY` units: whole lines, and `more` as the last paragraph where lines were left out."""
    if units(text) <= LONGEST_BODY:
        return text
    end = f"\n\n{more}\n"
    kept = _cut(text, LONGEST_BODY - units(end))
    return (kept.rpartition("\n")[0] or kept).rstrip() + end


def plain(text: str) -> str:
    r"""Escape text for GitHub's Markdown: `@` notifies people, `<` `[` `*` `_` and backticks are markup."""
    line = " ".join(CONTROLS.sub(" ", text).split())
    kept = "".join(f"\\{c}" if c in "\\`*_[]<>#|~!" else c for c in line)
    return kept.replace("@", "@\N{WORD JOINER}")


def code(text: str) -> str:
    """Put text into a span of code that nothing in it can end."""
    line = CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    # A span may not begin or end with a backtick; spaces beside the fence are not part of it.
    room = " " if longest or line != line.strip(" ") else ""
    return f"{fence}{room}{line}{room}{fence}"


def _cut(text: str, most: int) -> str:
    """Give the longest beginning of a text that has at most `most` units."""
    if units(text) <= most:
        return text
    counts = accumulate(2 if character > "\uffff" else 1 for character in text)
    return text[: next(index for index, count in enumerate(counts) if count > most)]
