"""
A name in the form in which sources, authors and tags are compared with the names of the vocabulary.

What a reader takes for the same name is the same here: «صحيفة الأهرام.» and صحيفة الأهرام, Al‐Ahram and Al-Ahram, composed or
not, in shapes of letters or in letters. A miss would publish a text against its source's will, and a name too many only holds it back.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from warraq.arabic.folding import fold

IGNORED = frozenset(
    {"Cf", "Cc", "Cn", "Co", "Cs", "So", "Sk", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Zl", "Zp", "Zs"}
)
"""Categories of signs that make no other name: spaces, punctuation, quotation marks, what is not seen, © and ™."""


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Give the letters, signs and digits of a name by which it is compared; never shown or written."""
    whole = _letters(unicodedata.normalize("NFKC", _letters(name)))
    return fold(unicodedata.normalize("NFKC", whole.casefold())) or fold(name)


def _letters(text: str) -> str:
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in text
        if unicodedata.category(sign) not in IGNORED
    )
