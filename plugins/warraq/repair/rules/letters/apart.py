"""
Words whose letters are set apart: `ا ل ع ر ب`. Typewriters and old layouts spread headlines so, and PDF tools give each letter by itself.

Wider gaps between words prove it, or the word elsewhere in the text. Else nobody can tell where a word ends. Letters in the order of an
alphabet, the letters that chapters of the Quran begin with, and one letter again and again are meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ...alphabet import LETTER, MARK, TATWEEL
from ...late import late

QUICK = late(r" . {1,6}. {1,6}.(?!\S)")
EDGE = f"[{LETTER}{MARK}{TATWEEL}]"
ONE = f"[{LETTER}][{MARK}]*+"
RUN = late(f"(?<!{EDGE})(?:{ONE}[ \t\u00a0]{{1,6}}){{3,}}+{ONE}(?!{EDGE})|(?<!{EDGE})(?:{ONE}[ \t\u00a0]{{1,6}}){{4,}}")
GAP = late("[ \t\u00a0]+")
WORD = late(f"[{LETTER}]+")
ORDERS = ("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ", "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")
OPENINGS = frozenset(["كهيعص", "حمعسق", "المص", "المر", "الم", "الر"])
PLAIN = str.maketrans("أإآى", "اااي")
FEWEST = 4


@dataclass(frozen=True, slots=True)
class Apart:
    """The letters of a text that are set apart."""

    gaps: tuple[tuple[int, int], ...]
    """Those that surely stand within a word."""
    doubtful: tuple[tuple[int, int], ...]


@lru_cache(maxsize=1)  # two rules ask
def apart(text: str) -> Apart | None:
    """Find them; None where there are none, as in nearly all texts."""
    if not QUICK.search(text):
        return None
    gaps: list[tuple[int, int]] = []
    doubtful: list[tuple[int, int]] = []
    words: set[str] | None = None
    for match in RUN.finditer(text):
        start, end = match.start(), match.start() + len(match[0].rstrip(" \t\u00a0"))
        letters = GAP.sub("", text[start:end])
        if _is_meant(letters):
            continue
        inside = [m.span() for m in GAP.finditer(text, start, end)]
        narrow = min(b - a for a, b in inside)
        wide = sum(b - a > narrow for a, b in inside)
        if words is None:
            words = set(WORD.findall(text))
        if (wide and len(inside) >= 2 * wide + 1) or letters in words:
            gaps += [(a, b) for a, b in inside if b - a == narrow]
        else:
            doubtful.append((start, end))
    return Apart(tuple(gaps), tuple(doubtful))


def _is_meant(letters: str) -> bool:
    plain = letters.translate(PLAIN)
    if len(plain) < FEWEST or len(set(plain)) < FEWEST - 1 or plain in OPENINGS or set(plain[1::2]) == {"و"}:
        return True
    places = ([order.find(c) for c in plain] for order in ORDERS)
    return any(all(-1 < a < b for a, b in pairwise(row)) for row in places)
