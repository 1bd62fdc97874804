"""
Digits of three kinds: 2024, ٢٠٢٤ and ۲۰۲۴ are one number.

Only for reading numbers. The text keeps the digits that it has.
"""

from __future__ import annotations

import re

ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
OTHER = re.compile(f"[{ARABIC_INDIC}{PERSIAN}]")
TO_ASCII = str.maketrans(ARABIC_INDIC + PERSIAN, "0123456789" * 2)


def ascii_digits(text: str) -> str:
    """Write all digits as 0-9; every position stays."""
    return text.translate(TO_ASCII) if OTHER.search(text) else text
