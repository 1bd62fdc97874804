r"""
Names of files as messages show them.

A name may hold a line feed, the marks that reorder letters, or what a terminal obeys. Printed as it is, it would make a second line
that this program never said, hide its ending, or clear the screen; a name that is no UTF-8 can't be printed at all.
"""

from __future__ import annotations

import re

UNSHOWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""Controls, line ends, marks that reorder letters, halves of characters."""


def shown_path(path: str) -> str:
    r"""Give a path with such characters written as `\x0a` and `\u202e`; a byte that is no UTF-8 is `\xd8`."""
    return UNSHOWN.sub(_escaped, path)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # os.fsdecode writes a byte that it can't decode so
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
