"""
Arabic names in Latin letters, for ids: باراك أوباما is Barak-Awbama.

A simple romanisation without marks, near to that of the Library of Congress; short vowels are not written in Arabic, and are not guessed. It need
not be read aloud, it has to be the same every time.
"""

from __future__ import annotations

import re
import unicodedata

LETTERS = {
    "ا": "a",
    "أ": "a",
    "إ": "i",
    "آ": "a",
    "ٱ": "a",
    "ى": "a",
    "ة": "a",
    "ؤ": "u",
    "ئ": "i",
    "ء": "",
    "ع": "a",
    "ب": "b",
    "ت": "t",
    "ث": "th",
    "ج": "j",
    "ح": "h",
    "خ": "kh",
    "د": "d",
    "ذ": "dh",
    "ر": "r",
    "ز": "z",
    "س": "s",
    "ش": "sh",
    "ص": "s",
    "ض": "d",
    "ط": "t",
    "ظ": "z",
    "غ": "gh",
    "ف": "f",
    "ق": "q",
    "ك": "k",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ه": "h",
    "پ": "p",
    "چ": "ch",
    "ژ": "zh",
    "گ": "g",
    "ک": "k",
    "ڤ": "v",
}
HALF_VOWELS = {"و": ("w", "u"), "ي": ("y", "i"), "ی": ("y", "i")}
"""As a consonant, and between consonants or behind one at the end."""
LONGEST = 60
"""Letters of what is made."""


def romanised(name: str) -> str:
    """Give a name as words of Latin letters and digits with hyphens between them; an empty one where it has no letter that is known."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", name))
    made = (re.sub(r"[^A-Za-z0-9]", "", unicodedata.normalize("NFKD", _word(word))) for word in words)
    return "-".join(word[:1].upper() + word[1:] for word in made if word)[:LONGEST].strip("-")


def _word(word: str) -> str:
    out = ""
    for at, letter in enumerate(word):
        if letter in HALF_VOWELS:
            consonant, vowel = HALF_VOWELS[letter]
            follows = word[at + 1 : at + 2]
            is_vowel = bool(out) and out[-1] not in "aiu" and follows not in ("ا", "أ", "آ", "ة", "ى", *HALF_VOWELS)
            out += vowel if is_vowel else consonant
        elif letter.isdecimal():
            out += str(unicodedata.decimal(letter))
        else:
            out += LETTERS.get(letter, letter)
    return out
