"""
The words of an article without Markdown's signs, for reading names: nothing is rendered, which would take longer than the reading.

Every sign becomes a space or a full stop, so that no name reaches over what is no text.
"""

from __future__ import annotations

import re

LABEL = r"[^\[\]\n]*"
PLACE = r"\]\((?:[^)\n\]]|\](?!\())*+\)"
"""Where a link leads. Like a label it has no beginning of another one within: else each that is never closed would be read to the line's end."""
NO_TEXT = re.compile(
    rf"```.*?```|~~~.*?~~~|<!--.*?-->|</?[a-zA-Z][^<>]*>|!\[{LABEL}{PLACE}|{PLACE}|\[\^{LABEL}\]:?|^\[[^\]\n]+\]:[^\n]*|https?://\S+",
    re.DOTALL | re.MULTILINE,
)
SIGNS = re.compile(r"[*_`\[\]|]+")
LINE = re.compile(r"^[ \t]*(?:#{1,6}|>|[-+*]|\d+[.)])[ \t]+", re.MULTILINE)
WITHIN = re.compile(r"(?<=\S)\n(?=[^\s\n])")


def prose(title: str, body: str) -> str:
    """Give title and text of an article as lines, a paragraph each."""
    closed, end, rest = body.rpartition("-->")
    text = NO_TEXT.sub(" ", closed + end + rest.replace("<!--", "<--"))  # no comment begins behind the last end of one
    text = LINE.sub("\n", text)
    return f"{title}\n\n{WITHIN.sub(' ', SIGNS.sub('', text))}"
