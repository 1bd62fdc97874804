"""
Which language a text is in: Arabic, Persian, Urdu, Hebrew, English.

By its letters, and where letters are shared by its little words. Persian ی and ک inside Arabic are damage, not
language: they don't count.
"""

from __future__ import annotations

import re

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
URDU = re.compile("[ٹڈڑںےہھ]")


def language_of(text: str, stated: str | None = None) -> str:
    """Tell the language; `stated`: what the page says, believed where its script is the text's."""
    sample = text[:SAMPLE]
    counts = {lang: sum(map(len, letters.findall(sample))) for lang, letters in SCRIPTS}
    script = max(counts, key=lambda lang: counts[lang])
    if not counts[script]:
        return stated or "ar"
    if script != "ar":
        same = stated and stated[:2] not in ("ar", "fa", "ur", "he")
        return stated[:2] if stated and script == "en" and same else script
    if stated and stated[:2] in ("ps", "ckb", "ug", "sd"):
        return stated[:2]
    words = {lang: len(pattern.findall(sample)) for lang, pattern in WORDS.items()}
    if len(URDU.findall(sample)) * 25 < counts["ar"]:
        words["ur"] = 0
    best = max(words, key=lambda lang: words[lang])
    return best if words[best] else (stated[:2] if stated and stated[:2] in WORDS else "ar")
