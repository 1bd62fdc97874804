"""
The style of the desk's pages: the head of the theme's own style sheet, and the desk's parts.

The theme's sheet begins with what every page of it has: faces, tokens, both schemes, links, buttons, fields. Whoever changes a colour
there changes it for editors too.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from pathlib import Path

from warraq.shipped import THEME

STATIC = THEME / "static"
FONTS = STATIC / "fonts"
END_OF_HEAD = "/* article */"
"""Where the theme's sheet goes on with what only articles have."""
FACE = re.compile(r"@font-face\{[^}]*url\(\.\./fonts/([a-z0-9-]+\.woff2)\)[^}]*\}\n?")
CORE = ("naskh-arabic.woff2", "naskh-latin.woff2", "vazirmatn-arabic.woff2", "vazirmatn-latin.woff2")
"""Faces that a page needs which stands alone; rarer letters have the reader's own."""


@cache
def house_style() -> str:
    """Give the style sheet; it looks for the theme's faces in `../fonts/`, as the theme's own does."""
    theme = (STATIC / "css" / "style.css").read_text("utf-8")
    head, _, _ = theme.partition(END_OF_HEAD)
    return head + (Path(__file__).parent / "desk.css").read_text("utf-8")


@cache
def house_style_alone() -> str:
    """Give the style sheet of a page that is one file: its faces are in it, some 100 KB."""

    def inside(face: re.Match[str]) -> str:
        if face[1] not in CORE:
            return ""
        data = b64encode((FONTS / face[1]).read_bytes()).decode()
        return face[0].replace(f"../fonts/{face[1]}", f"data:font/woff2;base64,{data}")

    return FACE.sub(inside, house_style())


def face(name: str) -> bytes | None:
    """Give the bytes of one of the theme's faces by the name of its file; None where there is none of that name."""
    return (FONTS / name).read_bytes() if name in FACE.findall(house_style()) else None
