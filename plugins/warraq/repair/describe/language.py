"""
The language of a text: Arabic, Persian, Urdu, Hebrew, English, and a few more that are written with Latin letters.

By its letters, and where letters are shared by its little words. Persian ی and ک inside Arabic are damage, not
language: they don't count.
"""

from __future__ import annotations

import re

from warraq.archive.values import LANGUAGE

SAMPLE = 4_000
"""Code points that are looked at."""
SCRIPTS = (
    ("ar", re.compile("[\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")),
    ("he", re.compile("[\u05d0-\u05ea]+")),
    ("en", re.compile("[A-Za-z\u00c0-\u024f]+")),
)
WORDS = {
    "ar": re.compile(r"(?<!\w)(?:في|من|على|إلى|الى|عن|التي|الذي|هذا|هذه|أن|ان|و?ال\w{3,})(?!\w)"),
    "fa": re.compile(r"(?<!\w)(?:که|از|به|را|این|است|با|برای|آن|شد|می|های|خود|وی|کرد|بود|یک)(?!\w)"),
    "ur": re.compile(r"(?<!\w)(?:کے|کی|میں|ہے|اور|سے|کو|نے|کا|ہیں|پر|یہ|گیا)(?!\w)"),
}
LATIN = {
    "en": re.compile(r"(?<!\w)(?:the|of|and|to|in|is|was|that|for|with|on|has)(?!\w)"),
    "fr": re.compile(r"(?<!\w)(?:le|la|les|des|et|une|du|est|dans|que|pour|sur|au|qui|a)(?!\w)"),
    "de": re.compile(r"(?<!\w)(?:der|die|das|und|ist|nicht|mit|von|den|für|ein|eine|im|hat)(?!\w)"),
    "es": re.compile(r"(?<!\w)(?:el|los|las|una|por|del|que|con|para|y|en|se|la|de)(?!\w)"),
    "tr": re.compile(r"(?<!\w)(?:ve|bir|bu|için|ile|da|de|olarak|olan|daha)(?!\w)"),
}
OF_OTHER_SCRIPTS = frozenset({"ar", "fa", "ur", "he", "ps", "ckb", "ug", "sd"})
URDU = re.compile("[ٹڈڑںےہھ]")


def is_contradicted(text: str, stated: str) -> bool:
    """Tell whether next to no letter of a text is of the script that a stated language is written in; not of a language that is not known here."""
    code = stated.partition("-")[0]
    script = "he" if code == "he" else "ar" if code in OF_OTHER_SCRIPTS else "en" if code in LATIN else ""
    sample = text[:SAMPLE]
    counts = {lang: sum(map(len, letters.findall(sample))) for lang, letters in SCRIPTS}
    return bool(script) and counts[script] * 10 < sum(counts.values())


def language_of(text: str, stated: str | None = None) -> str:
    """Tell the language; `stated`: what the page says, believed where its script is the text's."""
    stated = stated.replace("_", "-") if stated else ""
    code = stated.partition("-")[0] if LANGUAGE.fullmatch(stated) else ""
    sample = text[:SAMPLE]
    counts = {lang: sum(map(len, letters.findall(sample))) for lang, letters in SCRIPTS}
    script = max(counts, key=lambda lang: counts[lang])
    if not counts[script]:
        return stated if code else "ar"
    if script != "ar":
        if script != "en":
            return script
        return code if code and code not in OF_OTHER_SCRIPTS else _latin(sample)
    if code in ("ps", "ckb", "ug", "sd"):
        return code
    words = {lang: len(pattern.findall(sample)) for lang, pattern in WORDS.items()}
    if len(URDU.findall(sample)) * 25 < counts["ar"]:
        words["ur"] = 0
    best = max(words, key=lambda lang: words[lang])
    return best if words[best] else (code if code in WORDS else "ar")


def _latin(sample: str) -> str:
    """English, where the little words of no other language are more frequent."""
    words = {lang: len(pattern.findall(sample.lower())) for lang, pattern in LATIN.items()}
    return max(words, key=lambda lang: words[lang])  # the first of those that are equal
