"""
How much of a text its source lets one publish: all, an excerpt, or its metadata only.

People write it in their own words, and a misunderstanding here would publish a text against its owner's will. So the three are
known in Arabic too, words of refusal are never taken as a licence, and all other words are accepted with a warning.
"""

from __future__ import annotations

import re

from rapidfuzz.process import extractOne

from warraq.language import Message, message

from .problem import WrongValueError

FULL = re.compile(r"full|كاملا?", re.IGNORECASE)
EXCERPT = re.compile(r"(?:excerpt|مقتطف)\s+(\d{1,6})(?:\s+(?:words?|كلمات|كلمة))?", re.IGNORECASE)
METADATA = re.compile(r"metadata(?:\s+only)?|(?:ال)?بيانات(?:\s+(?:فقط|وحدها))?", re.IGNORECASE)
WORDS = ("full", "excerpt", "metadata", "كامل", "مقتطف", "بيانات")
NONE = frozenset(
    re.findall(
        r"\S+",
        """
        none no not nothing never nil null false n/a forbidden prohibited denied private confidential restricted secret
        closed reserved unknown لا بلا بدون ليس ممنوع ممنوعة محظور محظورة محجوب خاص خاصة سري سرية مغلق محفوظ محفوظة مجهول
        """,
    )
)
"""First words of a refusal, or of a value that says nothing; none of them begins a licence's name."""
RESERVED = re.compile(r"\brights\s+reserved\b|الحقوق\s+محفوظ", re.IGNORECASE)
LICENCE = re.compile(
    r"cc0?\b|creative\s+commons|odbl\b|odc\b|pddl\b|ogl\b|gfdl\b|public\s+domain|pdm?\b|©|https?://|.*\blicen[cs]e\b"
    r"|(?:ال)?مشاع\s+(?:ال)?إبداعي|(?:ال)?ملك(?:ية)?\s+(?:ال)?عامة?|رخصة|ترخيص",
    re.IGNORECASE,
)
HOW_MUCH = message("Write metadata (nothing of the text), excerpt 50 (its first 50 words), or full.")


def parse_rights(value: str) -> str:
    """Give `full`, `excerpt N` or `metadata` for what was written so in English or Arabic; a licence's name as it is."""
    if FULL.fullmatch(value):
        return "full"
    if METADATA.fullmatch(value):
        return "metadata"
    if match := EXCERPT.fullmatch(value):
        return f"excerpt {int(match[1])}"
    first = value.split(maxsplit=1)[0].casefold().strip(":,.،؛!-")
    if first in NONE or RESERVED.search(value):
        raise WrongValueError(
            message("“{value}” does not say how much of the text may be published.", value=value), HOW_MUCH
        )
    if extractOne(first, WORDS, score_cutoff=70):  # a slip would publish everything
        raise WrongValueError(
            message("“{value}” says nothing about rights.", value=value),
            message("Write full, excerpt 50 (words), or metadata."),
        )
    return value


def unrestricted(rights: str | None) -> tuple[Message, Message] | None:
    """Explain that rights restrict nothing where they are neither one of ours nor a licence's name."""
    if rights is None or rights == "full" or EXCERPT.fullmatch(rights) or METADATA.fullmatch(rights):
        return None
    if LICENCE.match(rights):
        return None
    return (
        message("“{value}” is taken as a licence's name: the whole text is published.", value=rights),
        message("If you meant something else, write metadata, or excerpt 50 (words); if not, write full."),
    )
