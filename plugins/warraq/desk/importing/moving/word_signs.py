"""The signs of words, which the paths of Hugo and Jekyll keep: letters, the marks of vowels, which belong to them, and digits."""

from __future__ import annotations

import unicodedata


def is_word_sign(sign: str) -> bool:
    """Tell whether a code point is a letter, the mark of one, or a decimal digit, in any script."""
    category = unicodedata.category(sign)
    return category[0] in "LM" or category == "Nd"
