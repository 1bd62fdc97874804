"""Which way a language is written: every page and every article says so, since one site holds both kinds."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"])


def direction(language: str) -> str:
    """Give the `dir` of a language tag: `rtl` or `ltr`."""
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def language_name(language: str) -> str:
    """Name a language in itself (فارسی, English); what Babel does not know is called by its code."""
    try:
        return Locale.parse(language, sep="-").get_language_name() or language
    except (UnknownLocaleError, ValueError):
        return language
