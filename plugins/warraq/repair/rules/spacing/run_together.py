"""
Words run together behind a letter that joins nothing: `وزيرالخارجية`, `الوزيرإن`. The eye misses no space there, so typists do.

Letters prove little: `فيدرالية` and `لينكدإن` are whole words. What proves it is the text itself, where both words stand by themselves elsewhere;
and `إ`, which begins a word or follows a clitic: behind a word with an article, before a particle, a word has ended.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import LETTER
from ...late import late

ARTICLE = late(f"ال(?<=[ادذرزو]ال)(?<=[{LETTER}]{{2}}.ال)(?=[{LETTER}]{{3}})")
PARTICLE = late(f"إ(?<=[{LETTER}]{{3}}إ)(?:لى|ليه|ليها|ليهم|ن|نه|نها|نهم|لا|ذا|نما)(?![{LETTER}])")
BEFORE = late(f"(?<![{LETTER}_#@])[{LETTER}]{{2,}}\\Z")
AFTER = late(f"[{LETTER}]*?ة|[{LETTER}]+(?!_)")
WORDS = late(f"[{LETTER}]*?ة|[{LETTER}]+")
"""No word goes on behind a ta marbuta: another rule parts them there."""
NAMES_BEFORE = late("[وفبكل]?(?:عبد|عبيد|أبو|ابو|أبا|ابا|أبي|ابي|ذو|ذا)")
NAMES_AFTER = frozenset(
    ["الله", "الدين", "الرحمن", "الإسلام", "الاسلام", "الحق", "الزمان", "الهدى", "العابدين", "السادات"]
)
"""Names that many write as one word: `عبدالعزيز`, `نورالدين`."""
SINGLE = late(f"[{LETTER}]")
LONGEST = 20


FEW = 8
"""Places up to which a search for each word costs less than a set of all words."""


def run_together(text: str) -> Iterator[int]:
    """Give the places where a second word begins."""
    words: set[str] | None = None
    asked = 0
    for pattern in (ARTICLE, PARTICLE):
        for match in pattern.finditer(text):
            at = match.start()
            before, after = BEFORE.search(text, max(0, at - LONGEST), at), AFTER.match(text, at)
            if not before or not after or after[0] in NAMES_AFTER or NAMES_BEFORE.fullmatch(before[0]):
                continue
            if pattern is PARTICLE and before[0].startswith(("ال", "وال")):
                yield at
                continue
            asked += 1
            if asked > FEW and words is None:
                words = set(WORDS.findall(text))
            pair = before[0], after[0]
            if words.issuperset(pair) if words is not None else all(_stands(word, text) for word in pair):
                yield at


def _stands(word: str, text: str) -> bool:
    """Say whether the word stands in the text by itself."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        begins = at == 0 or text[at - 1] == "ة" or not SINGLE.match(text, at - 1)
        if begins and (word[-1] == "ة" or not SINGLE.match(text, end)):
            return True
        at = text.find(word, end)
    return False
