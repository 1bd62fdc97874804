"""The direction of writing: every page and every article states its own, because one site holds both."""

from __future__ import annotations

from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError

RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"])
STRONG_CLASSES = {"R": "rtl", "AL": "rtl", "L": "ltr"}
"""The bidirectional classes of Unicode that have a direction of their own (UAX #9, strong types)."""


def direction(language: str) -> str:
    """Give the `dir` of a language tag: `rtl` or `ltr`."""
    return "rtl" if language.split("-", maxsplit=1)[0].lower() in RIGHT_TO_LEFT else "ltr"


def language_name(language: str) -> str:
    """Name a language in itself (فارسی, English); one that Babel does not know, by its code."""
    try:
        return Locale.parse(language, sep="-").get_language_name() or language
    except (UnknownLocaleError, ValueError):
        return language


def text_direction(text: str, undecided: str) -> str:
    """
    Give the direction of a text without a language: that of most of its words, a URL being one word; `undecided` for a tie.

    HTML's `dir="auto"` goes by the first letter. That fails here, where many Arabic notes begin with a Latin name.
    """
    counted = {"rtl": 0, "ltr": 0}
    for word in text.split():
        strong = next((kind for kind in map(bidirectional, word) if kind in STRONG_CLASSES), "")
        if strong:
            counted[STRONG_CLASSES[strong]] += 1
    return undecided if counted["rtl"] == counted["ltr"] else max(counted, key=lambda each: counted[each])
