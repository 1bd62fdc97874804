"""
What the machine would write instead of the words that a rule doubts, for an editor to take or leave.

A rule of doubt changes nothing, because it is right too seldom. But most of what it points at is mended in one of a few ways, and a key
is quicker than a keyboard. The proposal is a whole line of Markdown, so that what is shown is what is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from .open_item import REMOVE, Proposal

SPACES = re.compile(r"[ \t]+")
ARABIC_TO_PERSIAN = str.maketrans({"ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه"})
PERSIAN_TO_ARABIC = str.maketrans({"ک": "ك", "ی": "ي", "ہ": "ه", "ە": "ه"})
QUOTES = str.maketrans("»«", "«»")
DIRECTIONS = dict.fromkeys(map(ord, "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"))


def without_repetition(before: str, quote: str) -> str | None:
    """Give words without what they say twice, which may stand twice in them or right before them; None where nothing does."""
    words = SPACES.split(quote.strip())
    half = len(words) // 2
    if len(words) % 2 == 0 and [w.strip(".،؛:") for w in words[:half]] == [w.strip(".،؛:") for w in words[half:]]:
        return " ".join(words[half:])
    return "" if quote.strip() and quote.strip(" .،") in before else None


REPETITIONS = frozenset(
    {"doubled-word", "doubled-word-elsewhere", "doubled-phrase", "doubled-sentence", "clause-said-again"}
)
MENDED: Mapping[str, Callable[[str], str]] = {
    "arabic-letters": lambda words: words.translate(ARABIC_TO_PERSIAN),
    "persian-letters": lambda words: words.translate(PERSIAN_TO_ARABIC),
    "reversed-quote": lambda words: words.translate(QUOTES),
    "turned-decimal": lambda words: words.translate(DIRECTIONS),
}
"""Rules whose words are mended in one way."""


def proposals_for(rule: str, before: str, quote: str, after: str, markdown: str) -> tuple[Proposal, ...]:
    """Give the proposals for words of a line of T; none where it is not certain where they stand in its Markdown."""
    if rule in REPETITIONS:
        name, words = REMOVE, without_repetition(before, quote)
    elif rule in MENDED:
        name, words = "1", MENDED[rule](quote)
    else:
        return ()
    if words is None or words == quote:
        return ()
    at = _place(before, quote, after, markdown)
    if at < 0:
        return ()
    return (Proposal(name, _joined(markdown[:at], words, markdown[at + len(quote) :])),)


def _place(before: str, quote: str, after: str, markdown: str) -> int:
    """Find words of T in its line of Markdown, where both hold them equally often; else -1."""
    if not quote or (before + quote + after).count(quote) != markdown.count(quote):
        return -1
    at = -1
    for _ in range(before.count(quote) + 1):
        at = markdown.find(quote, at + 1)
    return at


def _joined(before: str, words: str, after: str) -> str:
    """Join a line whose words were exchanged; where nothing stays, no two spaces and no space before a stop."""
    if words:
        return before + words + after
    if before.endswith(" ") and (not after or after[0] in " .،؛:؟!"):
        before = before[:-1]
    return before + (after.lstrip() if not before else after)
