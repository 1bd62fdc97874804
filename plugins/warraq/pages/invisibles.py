"""
Signs for what the eye can't see: line ends, spaces that count, characters without a shape.

A repair is often nothing but a space too many, and a struck-out space is no more to be seen than the space was. The sign stands in
an attribute, for CSS to show, so that the text itself gains no letter.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape

SIGNS = {"\n": "¶", "\r": "␍", "\t": "⇥", " ": "␣", "\N{NO-BREAK SPACE}": "⍽", "\0": "␀"}
"""What stands for white space that counts."""
# Spaces at the ends of a line or one after another, and everything without a shape of its own.
INVISIBLE = re.compile(
    "(?m:^ +| +(?=[\r\n]|$))| {2,}|[\r\n\t\\0-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
# At the edge of what was changed a single space counts; between its words the eye sees it.
INVISIBLE_IN_CHANGE = re.compile(rf"{INVISIBLE.pattern}|\A | \Z")


def mark_invisibles(text: str, unseen: re.Pattern[str]) -> str:
    """Escape a text, and give what can't be seen a sign. No letter is added: the sign is an attribute."""
    out: list[str] = []
    at = 0
    for match in unseen.finditer(text):
        out.append(escape(text[at : match.start()], quote=False))
        out += (_sign(letter) for letter in match[0])
        at = match.end()
    return "".join([*out, escape(text[at:], quote=False)])


def _sign(letter: str) -> str:
    """Write one letter without a shape. HTML has no U+0000; its picture stands for it, the one letter that is not itself."""
    name = unicodedata.name(letter, f"U+{ord(letter):04X}")
    sign = SIGNS.get(letter, f"U+{ord(letter):04X}")
    written = {"\r": "&#13;", "\0": "␀"}.get(letter, letter)
    return f'<span class="sign" data-sign="{sign}" title="{name}">{written}</span>'
