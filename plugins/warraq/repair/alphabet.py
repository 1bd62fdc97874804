"""The signs of Arabic writing, as the insides of character classes: all rules of repair share them."""

from __future__ import annotations

from .late import late

LETTER = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f"
"""Letters of Arabic, Persian and Urdu; no tatweel."""
MARK = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
"""Vowel and reading signs, which stand on the letter before them."""
TATWEEL = "\N{ARABIC TATWEEL}"
WORD = LETTER + MARK + TATWEEL
"""The signs of a written word."""
DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
SPACE = " \t\u00a0"
STOP = ".؟!…"
"""Signs that end a sentence."""
CLOSING = "\"'”»’)\\]"
"""Signs that may stand between a stop and the end of its line."""
JOINING = "\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a\u0679-\u0687\u069a-\u06bf\u06c1\u06cc\u06d0"
"""Letters that reach out to the next one: only after these can a word be stretched."""
BLANK_LINE_ENDS = "\r\u2028\u2029\u0085\u000b\u000c"
"""Line ends of some files, other than the line feed."""
_LETTER = late(f"[{LETTER}]")


NEAR = 200
"""Code points to each side that are looked at: a line may be as long as a file."""


def in_arabic(text: str, at: int) -> bool:
    """Tell whether there are Arabic letters near this place of the line; French sets a space before `:` and inside `« »`."""
    start = text.rfind("\n", max(0, at - NEAR), at) + 1 or max(0, at - NEAR)
    end = text.find("\n", at, at + NEAR)
    return bool(_LETTER.search(text, start, end if end >= 0 else at + NEAR))
