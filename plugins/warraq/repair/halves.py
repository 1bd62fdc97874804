"""
Halves of characters (surrogates without their other half): JSON can say them, and no file can hold them as text.

They come of programs that cut a text between the two halves of an emoji. What the character was is in no file.
"""

from __future__ import annotations

from .late import late

HALF = late("[\ud800-\udfff]")


def whole(text: str) -> str:
    """Put the replacement character in place of each half."""
    return HALF.sub("\N{REPLACEMENT CHARACTER}", text)
