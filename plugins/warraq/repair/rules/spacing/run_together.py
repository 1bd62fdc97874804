"""
Words run together behind a letter that joins nothing: `وزيرالخارجية`, `الوزيرإن`. The eye misses no space there, so typists do.

Letters prove little: `فيدرالية` and `لينكدإن` are whole words. What proves it is the text itself, where both words stand by themselves elsewhere;
and `إ`, which begins a word or follows a clitic: behind a word with an article, before a particle, a word has ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import LETTER

ARTICLE = re.compile(f"ال(?<=[ادذرزو]ال)(?<=[{LETTER}]{{2}}.ال)(?=[{LETTER}]{{3}})")
PARTICLE = re.compile(f"إ(?<=[{LETTER}]{{3}}إ)(?:لى|ليه|ليها|ليهم|ن|نه|نها|نهم|لا|ذا|نما)(?![{LETTER}])")
BEFORE = re.compile(f"(?<![{LETTER}_#@])[{LETTER}]{{2,}}\\Z")
AFTER = re.compile(f"[{LETTER}]*?ة|[{LETTER}]+(?!_)")
WORDS = re.compile(f"[{LETTER}]*?ة|[{LETTER}]+")
"""No word goes on behind a ta marbuta: another rule parts them there."""
NAMES_BEFORE = re.compile("[وفبكل]?(?:عبد|عبيد|أبو|ابو|أبا|ابا|أبي|ابي|ذو|ذا)")
NAMES_AFTER = frozenset(
    ["الله", "الدين", "الرحمن", "الإسلام", "الاسلام", "الحق", "الزمان", "الهدى", "العابدين", "السادات"]
)
"""Names that many write as one word: `عبدالعزيز`, `نورالدين`."""
LONGEST = 20


def run_together(text: str) -> Iterator[int]:
    """Give the places where a second word begins."""
    words: set[str] | None = None
    for pattern in (ARTICLE, PARTICLE):
        for match in pattern.finditer(text):
            at = match.start()
            before, after = BEFORE.search(text, max(0, at - LONGEST), at), AFTER.match(text, at)
            if not before or not after or after[0] in NAMES_AFTER or NAMES_BEFORE.fullmatch(before[0]):
                continue
            if pattern is PARTICLE and before[0].startswith(("ال", "وال")):
                yield at
                continue
            words = words if words is not None else set(WORDS.findall(text))
            if before[0] in words and after[0] in words:
                yield at
