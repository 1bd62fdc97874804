"""
Pages that are a frame for a program: their text is fetched or written by a script, and what was saved shows none.

What is read out of the page's own data (`rules/page/script_text.py`) is not missing.
"""

from __future__ import annotations

import re

from ..html_tags import strip_tags
from ..late import late
from ..readers.titles import title_words
from .facts import Facts

MOST_LETTERS = 60
"""Of a page that shows no sentence."""
SCRIPT = re.compile("<script", re.IGNORECASE)
FRAME = late(
    r"<(?:div|main|section|app-root|[a-z]{1,20}-[a-z-]{1,30})\b[^<>]{0,300}?\bid\s*=\s*[\"']?(?:root|app|__next|__nuxt|___gatsby|main|container)\b[^<>]{0,300}>\s*</"
    r"|<noscript\b|<app-root\b|type\s*=\s*[\"']?(?:application/json|module)|__NEXT_DATA__|__NUXT__|__next_f|INITIAL_STATE|globalContent",
    re.IGNORECASE,
)


def is_unfilled(facts: Facts) -> bool:
    """Say whether a page with a program shows nothing but its title."""
    shown = [b for b in facts.seen if b.letters > b.linked * 2]
    if facts.chosen.in_script or sum(b.letters for b in shown) > MOST_LETTERS * 3:
        return False
    if not SCRIPT.search(facts.text) or not FRAME.search(facts.text):
        return False
    words = [title_words(strip_tags(facts.text[b.start : b.end])) for b in shown]
    return sum(len(w) for w in words if not any(w in title for title in facts.titles)) <= MOST_LETTERS
