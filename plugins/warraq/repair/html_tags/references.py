"""The characters that a page writes as references (`&amp;`, `&#1575;`)."""

from __future__ import annotations

import html

from ..late import late

LONG = late(r"&#[0-9]{20,};?")
"""The number of no character; Python refuses to read one of more than 4,300 digits."""


def unescape(text: str) -> str:
    """Put the characters in place of their references, as browsers do; U+FFFD where there is none of that number."""
    return html.unescape(LONG.sub("\ufffd", text) if "&#" in text else text)
