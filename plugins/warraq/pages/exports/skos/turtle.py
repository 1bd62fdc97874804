"""Turtle (w3.org/TR/turtle): the same statements as in JSON-LD, to be read by people too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .graph import PREFIXES, Iri, Subject, Text

ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f]')
HALF = re.compile("[\ud800-\udfff]")


def turtle(subjects: Iterable[Subject]) -> bytes:
    """Write statements as Turtle, a paragraph for each subject."""
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return (prefixes + "".join(map(_paragraph, subjects))).encode()


def _paragraph(subject: Subject) -> str:
    return f"\n<{subject.iri}> a {subject.type}" + "".join(_lines(subject)) + " .\n"


def _lines(subject: Subject) -> Iterator[str]:
    grouped: dict[str, list[str]] = {}
    for name, value in subject.stated:
        grouped.setdefault(name, []).append(_value(value))
    for name, values in grouped.items():
        yield f" ;\n    {name} {', '.join(values)}"


def _value(value: Iri | Text) -> str:
    if isinstance(value, Iri):
        return f"<{value.value}>"
    words = ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04X}", HALF.sub("\N{REPLACEMENT CHARACTER}", value.value))
    if value.lang:
        return f'"{words}"@{value.lang}'
    return f'"{words}"^^{value.datatype}' if value.datatype else f'"{words}"'
