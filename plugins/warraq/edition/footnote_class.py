"""
Which elements are Markdown's own footnotes, and which only say so.

Markdown marks footnotes by classes, which an author could write too: `<div class="footnote">` would vanish from the page with the
words in it, and a forged sign would look like a note of the editors. So Markdown's own get a class that ends in a hash of the whole
text. No text can contain its own hash.
"""

from __future__ import annotations

import re
from hashlib import sha256

BLOCK, SIGN, WAY_BACK = "footnote", "footnote-ref", "footnote-backref"
FOOTNOTE_CLASS = re.compile(rf"(?:{BLOCK}|{SIGN}|{WAY_BACK})-[0-9a-f]{{32}}")


def footnote_key(markdown: str) -> str:
    """Give the end of the classes of a text's own footnotes."""
    return sha256(markdown.encode("utf-8", "surrogatepass")).hexdigest()[:32]
