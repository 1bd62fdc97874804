"""Which way a language is written: every page and every article says so, since one site holds both kinds."""

from __future__ import annotations

from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError

RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"])
STRONG_CLASSES = {"R": "rtl", "AL": "rtl", "L": "ltr"}
"""Of Unicode's classes, those that have a direction of their own."""


def direction(language: str) -> str:
    """Give the `dir` of a language tag: `rtl` or `ltr`."""
    return "rtl" if language.split("-", maxsplit=1)[0].lower() in RIGHT_TO_LEFT else "ltr"


def language_name(language: str) -> str:
    """Name a language in itself (فارسی, English); what Babel does not know is called by its code."""
    try:
        return Locale.parse(language, sep="-").get_language_name() or language
    except (UnknownLocaleError, ValueError):
        return language


def text_direction(text: str, doubtful: str) -> str:
    """
    Say which way a text without a language runs, `rtl` or `ltr`: as most of its words do, an address being one word.

    The first letter, by which HTML goes, says little here: many an Arabic note begins with a Latin name.
    """
    counted = {"rtl": 0, "ltr": 0}
    for word in text.split():
        strong = next((kind for kind in map(bidirectional, word) if kind in STRONG_CLASSES), "")
        if strong:
            counted[STRONG_CLASSES[strong]] += 1
    return doubtful if counted["rtl"] == counted["ltr"] else max(counted, key=lambda each: counted[each])
