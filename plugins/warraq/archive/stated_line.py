"""
A line of text as the front matter can state it.

Names of files, cells of tables, arguments of commands and metadata of pages hold what no line can: controls, halves of characters,
code points that Unicode gives to nobody, marks that reorder letters unseen.
"""

from __future__ import annotations

import re

from .yaml_values import CONTROLS

NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
"""Code points that Unicode gives to nobody; a Mac takes no name with one."""
UNSAID = re.compile(f"[\x00-\x1f\x7f-\x9f\ud800-\udfff{NO_CHARACTERS}]")
"""What no line can hold; the marks that `CONTROLS` has besides are left out unseen."""


def stated_line(text: str) -> str:
    """Give a text as a line that the front matter can state; it may be empty."""
    return " ".join(UNSAID.sub(" ", CONTROLS.sub("", text)).split())
