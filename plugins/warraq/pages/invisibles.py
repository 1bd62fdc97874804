"""
Visible signs for invisible characters: line ends, spaces that matter, characters without a shape.

Many repairs only take out a space too many, and a struck-out space is as invisible as the space was. The sign stands in an attribute, or
for the two frequent ones in the style sheet, for CSS to show, so that the text itself gains no letter.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape

SIGNS = {"\r": "␍", "\t": "⇥", "\N{NO-BREAK SPACE}": "⍽", "\0": "␀"}
"""Of white space, except space and line end; any other character has its code point."""
# Between two words the eye sees a space; at the edge of a line or of a change, which is a text of its own here, it does not.
SPACE_AT_AN_EDGE = r"(?m:^ +| +(?=[\r\n]|$))"
SPACES_IN_A_ROW = " {2,}"
# Line ends, tabs, controls, other spaces, soft hyphens, and marks of direction or joining.
WITHOUT_A_SHAPE = (
    r"[\r\n\t\0-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
INVISIBLE = re.compile(f"{SPACE_AT_AN_EDGE}|{SPACES_IN_A_ROW}|{WITHOUT_A_SHAPE}")


def mark_invisibles(text: str) -> str:
    """Escape a text, and give each invisible character that matters a sign in an attribute; no letter is added."""
    out: list[str] = []
    at = 0
    for match in INVISIBLE.finditer(text):
        out.append(escape(text[at : match.start()], quote=False))
        out += (_sign(letter) for letter in match[0])
        at = match.end()
    return "".join([*out, escape(text[at:], quote=False)])


def exactly(text: str) -> str:
    """Escape a text so that a browser has every letter of it; only U+0000, which HTML cannot hold, becomes its picture."""
    return escape(text, quote=False).replace("\r", "&#13;").replace("\0", "␀")


def _sign(letter: str) -> str:
    """Mark one character. HTML cannot hold U+0000, so that its picture (U+2400) stands for it."""
    # The two that stand in every text have their signs in the style sheet, and say what they are where signs are explained, not ten thousand times.
    if element := {" ": "i", "\n": "u"}.get(letter):
        return f"<{element}>{letter}</{element}>"
    sign = SIGNS.get(letter, f"U+{ord(letter):04X}")
    title = f' title="{unicodedata.name(letter, f"U+{ord(letter):04X}")}"'
    html = {"\r": "&#13;", "\0": "␀"}.get(letter, letter)
    return f'<i data-sign="{sign}"{title}>{html}</i>'
