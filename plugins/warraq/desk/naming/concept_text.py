"""
Concepts in the text of a file of the vocabulary: a new one at its end, and other names of one that is there.

The rest of the file stays, byte for byte: names are put in at the places that PyYAML gives. Where that is not certain nothing is changed.
"""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from warraq.archive.concept import Scheme
from warraq.archive.problem import WrongValueError
from warraq.desk.front_matter import format_value
from warraq.language import message

LANGUAGE = "ar"
FILES = {
    Scheme.PERSON: "people.yaml",
    Scheme.PLACE: "places.yaml",
    Scheme.ORGANISATION: "organisations.yaml",
    Scheme.EVENT: "events.yaml",
    Scheme.TOPIC: "topics.yaml",
}
"""Where a new concept of each sort is written."""


def with_concept(text: str, concept_id: str, scheme: Scheme, name: str, others: Sequence[str]) -> str:
    """Give the text of a file with a new concept at its end."""
    lines = [f"{concept_id}:", f"  scheme: {scheme.value}", f"  pref_label: {format_value({LANGUAGE: name})}"]
    if others:
        lines += ["  alt_labels:", f"    {LANGUAGE}: {format_value(list(others))}"]
    between = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{between}" + "".join(f"{line}\n" for line in lines)


def with_lines(text: str, lines: Sequence[str]) -> str:
    """Give the text of a file with more lines, each before the first that is greater: two editors seldom write at one place."""
    found = text.splitlines()
    for line in lines:
        at = next((n for n, other in enumerate(found) if not other.startswith("#") and other > line), len(found))
        found.insert(at, line)
    return "".join(f"{line}\n" for line in found)


def with_names(text: str, concept_id: str, names: Sequence[str]) -> str:
    """Give the text of a file with other names of one of its concepts; a WrongValueError where they can't be put in safely."""
    concept = _value(yaml.compose(text, Loader=yaml.SafeLoader), concept_id)
    if not isinstance(concept, yaml.MappingNode) or concept.flow_style:
        raise _unsafe(concept_id)
    labels = _value(concept, "alt_labels")
    if labels is None:
        return _behind_pref_label(text, concept, concept_id, names)
    if not isinstance(labels, yaml.MappingNode):
        raise _unsafe(concept_id)
    own = _value(labels, LANGUAGE)
    if own is None:
        return _new_language(text, labels, names)
    made = _among(text, own, names)
    if made is None:
        raise _unsafe(concept_id)
    return made


def _behind_pref_label(text: str, concept: yaml.MappingNode, concept_id: str, names: Sequence[str]) -> str:
    label = _value(concept, "pref_label")
    if label is None:
        raise _unsafe(concept_id)
    end = text.find("\n", _end(label))
    line = f"{' ' * _column(concept)}alt_labels: {{{LANGUAGE}: {format_value(list(names))}}}\n"
    return f"{text}\n{line}" if end < 0 else text[: end + 1] + line + text[end + 1 :]


def _new_language(text: str, labels: yaml.MappingNode, names: Sequence[str]) -> str:
    """Put the language before those that are there."""
    listed = format_value(list(names))
    if labels.flow_style:
        at = labels.start_mark.index + 1
        return f"{text[:at]}{LANGUAGE}: {listed}{', ' if labels.value else ''}{text[at:]}"
    at = text.rfind("\n", 0, labels.start_mark.index) + 1
    return f"{text[:at]}{' ' * labels.start_mark.column}{LANGUAGE}: {listed}\n{text[at:]}"


def _among(text: str, own: yaml.Node, names: Sequence[str]) -> str | None:
    """Put names behind those of a list, or beside the single one."""
    listed = format_value(list(names))[1:-1]
    if isinstance(own, yaml.ScalarNode):
        start, end = own.start_mark.index, own.end_mark.index
        return (
            f"{text[:start]}[{text[start:end]}, {listed}]{text[end:]}"
            if own.style is None and "\n" not in text[start:end]
            else None
        )
    if not isinstance(own, yaml.SequenceNode):
        return None
    if own.flow_style:
        end = own.end_mark.index - 1
        at = _end(own.value[-1]) if own.value else end
        return f"{text[:at]}{', ' if own.value else ''}{listed}{text[at:]}"
    last = own.value[-1]
    end, indent = text.find("\n", _end(last)), " " * own.start_mark.column
    lines = "".join(f"{indent}- {format_value(name)}\n" for name in names)
    return f"{text}\n{lines}" if end < 0 else text[: end + 1] + lines + text[end + 1 :]


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _end(node: yaml.Node) -> int:
    """Give the place behind the last letter of a value; of a block it is that of its last value."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return _end(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _end(node.value[-1])
    return int(node.end_mark.index)


def _column(concept: yaml.MappingNode) -> int:
    return int(concept.start_mark.column)


def _unsafe(concept_id: str) -> WrongValueError:
    what = message("The names of {id} are written in a way that can't be changed safely.", id=concept_id)
    return WrongValueError(what, message("Write the name into the file by hand."))
