"""
The YAML front matter that a machine writes: plain words where they are safe, quoted where YAML would misread them.

Written by hand because the loading of a YAML library takes longer than the repair of a hundred articles; a test reads
what is written here with PyYAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..late import late

# Begins with a letter that no number, date or null begins with, and has nothing that YAML gives a meaning to.
PLAIN = late(
    r"(?!(?:y|n|yes|no|true|false|on|off|null)\Z)"
    r"[^\W\d_][^\n\t:#\\{}\[\],&*!|>'\"%@`\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]*\Z",
    re.IGNORECASE,
)
UNSAFE = late('["\\\\\x00-\x1f\x7f-\xa0\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]')
"""Characters that end a quoted text, that YAML does not allow in it, or that reorder it unseen."""
PARTED = late("[،؛;]")
"""Commas that YAML doesn't know, and at which an item in brackets is cut."""
DATE = late(r"\d{4}(-\d\d(-\d\d)?)?\Z")
DATES = frozenset({"date", "added", "embargo"})
"""Keys whose value is a date."""
Value = str | Sequence["Value"] | Mapping[str, "Value"]


def format_front_matter(values: Mapping[str, Value]) -> str:
    """Write the values between two lines of `---`; a year, month or day stands as it is."""
    return "".join(["---\n", *_mapping(values, ""), "---\n"])


def _mapping(values: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, str):
            plain = key in DATES and DATE.match(value)
            yield f"{indent}{key}: {value if plain else scalar(value)}\n"
        elif isinstance(value, Mapping):
            yield f"{indent}{key}:\n"
            yield from _mapping(value, indent + "  ")
        else:
            yield f"{indent}{key}: [{', '.join(listed(v) for v in value if isinstance(v, str))}]\n"


def places(values: Mapping[str, Value]) -> dict[str, tuple[int, int]]:
    """Find the line and column, both from 1, of every key and every listed item in what `front_matter` writes of the values."""
    return dict(_places(values, "", 2, 1))


def _places(values: Mapping[str, Value], within: str, line: int, column: int) -> Iterator[tuple[str, tuple[int, int]]]:
    for key, value in values.items():
        name = f"{within}{key}"
        yield name, (line, column)
        if isinstance(value, Mapping):
            yield from _places(value, f"{name}.", line + 1, column + 2)
            line += len(value)
        elif not isinstance(value, str):
            at = column + len(f"{key}: [")
            for number, item in enumerate(v for v in value if isinstance(v, str)):
                yield f"{name}[{number}]", (line, at)
                at += len(listed(item)) + len(", ")
        line += 1


def listed(text: str) -> str:
    """Write one item of a list in brackets; one with an Arabic comma stands in quotation marks, for else it would be read as two."""
    return f'"{written}"' if PARTED.search(written := scalar(text, in_brackets=True)) and written == text else written


def scalar(text: str, *, in_brackets: bool = False) -> str:
    """Write one text so that YAML reads the same text; `in_brackets`: within [ ] or { }, where a question mark means something."""
    if PLAIN.match(text) and text == text.strip() and not (in_brackets and "?" in text):
        return text
    return '"' + UNSAFE.sub(_escaped, text) + '"'


def _escaped(match: re.Match[str]) -> str:
    """Escape a character as YAML does; JSON would write one character beyond U+FFFF as two halves, which YAML reads as two."""
    sign = match[0]
    return "\\" + sign if sign in '"\\' else f"\\u{ord(sign):04X}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08X}"
