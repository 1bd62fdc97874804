"""JSON-LD 1.1 (w3.org/TR/json-ld11): the same statements as in Turtle, for programs that have no reader of RDF."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from .graph import PREFIXES, Iri, Subject, Text

HALF = re.compile("[\ud800-\udfff]")


def json_ld(subjects: Iterable[Subject]) -> bytes:
    """Write statements as JSON-LD, an object for each subject."""
    graph = [_node(subject) for subject in subjects]
    text = json.dumps({"@context": PREFIXES, "@graph": graph}, ensure_ascii=False, indent=1)
    return (HALF.sub("\N{REPLACEMENT CHARACTER}", text) + "\n").encode()


def _node(subject: Subject) -> dict[str, object]:
    node: dict[str, object] = {"@id": subject.iri, "@type": subject.type}
    for name, value in subject.stated:
        values = node.setdefault(name, [])
        if isinstance(values, list):
            values.append(_value(value))
    return node


def _value(value: Iri | Text) -> dict[str, str]:
    if isinstance(value, Iri):
        return {"@id": value.value}
    if value.lang:
        return {"@value": value.value, "@language": value.lang}
    return {"@value": value.value, "@type": value.datatype} if value.datatype else {"@value": value.value}
