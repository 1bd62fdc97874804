"""Blocks that Liquid or kramdown alone know, and Markdown has a form for."""

from __future__ import annotations

import re

from .hugo_shortcodes import fenced

HIGHLIGHT = re.compile(
    r"^\{%-?\s*highlight\s+(\w*)[^%]*%\}[ \t]*\n(.*?)\n?[ \t]*\{%-?\s*endhighlight\s*-?%\}[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
CONTENTS = re.compile(r"^ {0,3}(?:[*+-]|\d+\.)[ \t]+[^\n]*\n {0,3}\{: *toc[^{}\n]*\}[ \t]*\n?", re.MULTILINE)
"""The list in whose place kramdown puts the headings."""


def as_markdown(text: str) -> str:
    """Give a text with Liquid's coloured code as code, and without the list in whose place headings stood."""
    return HIGHLIGHT.sub(lambda code: fenced(code[1], code[2]), CONTENTS.sub("", text))
