"""
Spellings that a reader takes for one word: أ إ آ ا, ى ي, ة ه, with vowel marks or without, stretched or not.

Only for comparison: a folded text is never shown or written.
"""

from __future__ import annotations

import re

ALIKE = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ئ": "ي",
    "ؤ": "و",
    "ة": "ه",
    "ی": "ي",
    "ک": "ك",
    "ے": "ي",
    "ہ": "ه",
    "ھ": "ه",
    "ۀ": "ه",
    "ە": "ه",
    "\N{NO-BREAK SPACE}": " ",
}
"""Letters with the one that stands for them; Persian and Urdu forms too."""
TATWEEL = "\u0640"
IGNORED = re.compile("[\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c]")
"""Tatweel, vowel marks, Koranic marks and the zero-width non-joiner: they are not part of the spelling that is compared."""
WORD = re.compile("[^\\W_](?:[^\\W_]|[\u064b-\u065f\u0670\u06d6-\u06ed\u200c])*")
"""A word with its marks; letters of any script, and digits."""


def fold_letters(text: str) -> str:
    """Fold letters and their case; every position stays, marks are still there (`bare` takes them from a word)."""
    lower = text.lower()
    if len(lower) != len(text):  # İ becomes two
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for letter, stands_for in ALIKE.items():  # a third of the time of str.translate
        lower = lower.replace(letter, stands_for)
    return lower


def bare(word: str) -> str:
    """Take tatweel and marks from a folded word."""
    return word if word.isalnum() and TATWEEL not in word else IGNORED.sub("", word)


def fold(text: str) -> str:
    """Fold a text whose positions don't matter."""
    return IGNORED.sub("", fold_letters(text))
