"""Blocks that Liquid or kramdown alone know, and Markdown has a form for."""

from __future__ import annotations

import re

HIGHLIGHT = re.compile(
    r"^\{%-?\s*highlight\s+(\w*)[^%]*%\}[ \t]*\n(.*?)\n?[ \t]*\{%-?\s*endhighlight\s*-?%\}[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
CONTENTS = re.compile(r"^ {0,3}(?:[*+-]|\d+\.)[ \t]+[^\n]*\n {0,3}\{: *toc[^{}\n]*\}[ \t]*\n?", re.MULTILINE)
"""The list in whose place kramdown puts the headings."""


def as_markdown(text: str) -> str:
    """Give a text with Liquid's coloured code as code, and without the list in whose place headings stood."""
    return HIGHLIGHT.sub(_fenced, CONTENTS.sub("", text))


def _fenced(code: re.Match[str]) -> str:
    """Write code that Jekyll coloured as a block of Markdown."""
    ticks = max((len(each) for each in re.findall(r"`{3,}", code[2])), default=2) + 1
    return f"{'`' * ticks}{code[1]}\n{code[2]}\n{'`' * ticks}"
