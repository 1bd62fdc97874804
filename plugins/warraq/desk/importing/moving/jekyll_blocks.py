"""Blocks that Liquid or kramdown alone know, and Markdown has a form for."""

from __future__ import annotations

import re

from .hugo_shortcodes import with_fences

ENDS = r"(?<![ \t])[ \t]*\{%-?\s*endhighlight\s*-?%\}[ \t]*$"
HIGHLIGHT = re.compile(rf"^\{{%-?\s*highlight\s+(\w*)[^%\n]*%\}}[ \t]*\n(.*?)\n?{ENDS}", re.DOTALL | re.MULTILINE)
LAST_END = re.compile(ENDS, re.MULTILINE)
CONTENTS = re.compile(r"^ {0,3}(?:[*+-]|\d+\.)[ \t]+[^\n]*\n {0,3}\{: *toc[^{}\n]*\}[ \t]*\n?", re.MULTILINE)
"""The list in whose place kramdown puts the headings."""


def as_markdown(text: str) -> str:
    """Give a text with Liquid's coloured code as code, and without the list in whose place headings stood."""
    return with_fences(CONTENTS.sub("", text), HIGHLIGHT, LAST_END)
