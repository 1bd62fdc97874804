"""
Digits of three kinds: 2024, ٢٠٢٤ and ۲۰۲۴ are one number.

Texts keep the digits that they have: other ones are for reading numbers, and for those that a site writes itself.
"""

from __future__ import annotations

import re

ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
OTHER = re.compile(f"[{ARABIC_INDIC}{PERSIAN}]")
TO_ASCII = str.maketrans(ARABIC_INDIC + PERSIAN, "0123456789" * 2)
FROM_ASCII = {"arab": str.maketrans("0123456789", ARABIC_INDIC), "arabext": str.maketrans("0123456789", PERSIAN)}


def ascii_digits(text: str) -> str:
    """Write all digits as 0-9; every position stays."""
    return text.translate(TO_ASCII) if OTHER.search(text) else text


def in_digits(text: str, digits: str) -> str:
    """Write all of 0-9 as `digits` has them: `latn`, `arab` or `arabext`, the CLDR's names; every position stays."""
    return text.translate(FROM_ASCII[digits]) if digits in FROM_ASCII else text
