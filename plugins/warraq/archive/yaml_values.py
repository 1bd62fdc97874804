"""
YAML as plain values with the place of every key.

YAML is composed once (libyaml, no objects made, no types guessed): `title: no`, `slug: 0012` and `date: 2024-01-01` stay the
words that the editor wrote, and each keeps its line and column for messages.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import yaml

from warraq.language import Message, message

from .decoding import CONTROL, explain_control
from .problem import Problem
from .yaml_errors import explain_yaml_error

INVISIBLE = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u200b\u00ad"
LEADING = re.compile(f"^[ \u00a0\u202f\u2007\u3000{INVISIBLE}]+", re.MULTILINE)
"""Signs that phones put before a key: no-break spaces as indents, direction marks, byte order marks."""
CONTROLS = re.compile(f"[{INVISIBLE}]")
REORDERING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
WIDE_COLON = re.compile("^([ -]*+[^\\s:\"'#{}\\[\\]]++:)[\u00a0\u202f]", re.MULTILINE)
OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]")  # lines to libyaml, none to an editor's program
DEEPEST, MOST = 12, 50_000
"""Levels, and values in one file: an alias bomb stops here."""
NESTING = re.compile(r"[\[{]|- ")
MOST_NESTED = 1000
"""Minimum of opening signs at which the levels are counted first: libyaml composes by recursion; some twenty thousand levels end the program."""


class BareItem(str):
    """
    An item of a list in brackets that stands in no quotation marks.

    YAML parts items at the Latin comma alone: `[أ، ب]` is one item to it, and two to whoever types Arabic commas. Where a
    list of words is expected such an item is cut, and any other item is meant as it stands.
    """

    __slots__ = ()


def item_of(node: yaml.SequenceNode, item: yaml.Node, value: object) -> object:
    """Give the value of an item of a list, as a BareItem where it is one."""
    is_bare = node.flow_style and isinstance(item, yaml.ScalarNode) and not item.style
    return BareItem(value) if is_bare and isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class YamlValues:
    """The values of a YAML text with their places."""

    value: object
    """str, list or dict of the same, or None where nothing stands; `null`, `no` and `1.0` are words."""
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """`annotations[0].quote` → line and column of its key (of a list's item: of the item)."""
    problems: tuple[Problem, ...] = ()

    def place(self, name: str) -> tuple[int, int]:
        """Give the place of a field, or of the nearest field around it that has one."""
        while name and name not in self.places:
            shorter = re.sub(r"(\.[^.\[\]]*|\[\d+\]|^[^.\[\]]*)$", "", name)
            name = shorter if shorter != name else ""  # a key may have any signs
        return self.places.get(name, (1, 0))


class _RefusedError(Exception):
    def __init__(self, node: yaml.Node, name: str, what: Message, todo: Message) -> None:
        self.node, self.name, self.what, self.todo = node, name, what, todo


def read_yaml(  # noqa: C901, PLR0915 - its inner functions share the text and the problems; each is short
    path: str, text: str, first_line: int = 1, renamed: Callable[[str, str], str] = lambda _, key: key
) -> YamlValues:
    """
    Read `text`, which begins on line `first_line` of its file; `renamed(field it stands in, key)` gives a key's own name.

    Everything wrong is among the problems; the value is None where nothing can be understood.
    """
    shifts: dict[int, int] = {}
    line_ends = [end.start() for end in re.finditer("\n", text)]

    def tidied(match: re.Match[str]) -> str:
        kept = CONTROLS.sub("", match[0])
        if len(kept) < len(match[0]):
            shifts[bisect_left(line_ends, match.start())] = len(match[0]) - len(kept)
        return " " * len(kept)

    tidy = OTHER_LINE_ENDS.sub(" ", text)
    tidy = WIDE_COLON.sub(r"\1 ", LEADING.sub(tidied, tidy))

    def place(mark: yaml.Mark) -> tuple[int, int]:
        return first_line + mark.line, mark.column + 1 + shifts.get(mark.line, 0)

    try:
        root = None if (deep := _too_deep(tidy)) is not None else yaml.compose(tidy, yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # libyaml sees a missing colon a line too late, and an open quote at the end of everything.
        if error.problem in ("could not find expected ':'", "found unexpected end of stream"):
            mark = error.context_mark or mark
        elif error.context and "flow " in error.context:
            mark = error.context_mark or mark  # a bracket that nothing closes takes the lines below it in
        line, column = place(mark) if mark else (first_line, 0)
        lines = tidy.split("\n")
        here = mark.line if mark and mark.line < len(lines) else len(lines) - 1
        what, todo = explain_yaml_error(error, lines[here], lines[max(here - 1, 0)])
        return YamlValues(None, {}, (Problem(path, line, column, "", what, todo),))
    except yaml.YAMLError as error:  # what can't be a character of YAML at all
        what = message("This is not YAML: {problem}.", problem=str(error).splitlines()[0])
        return YamlValues(None, {}, (Problem(path, first_line, 0, "", what, message("Delete that character.")),))

    too_many = message("Too many values within values."), message("Write it flat, without & and *.")
    if deep is not None:
        return YamlValues(None, {}, (Problem(path, first_line + deep, 0, "", *too_many),))
    places: dict[str, tuple[int, int]] = {}
    problems: list[Problem] = []
    seen = 0

    def value(node: yaml.Node, name: str, depth: int) -> object:
        nonlocal seen
        seen += 1
        if depth > DEEPEST or seen > MOST:
            raise _RefusedError(node, name, *too_many)
        if isinstance(node, yaml.ScalarNode):
            if found := CONTROL.search(node.value):  # written as an escape: "\x00"
                problems.append(Problem(path, *place(node.start_mark), name, *explain_control(found[0])))
            return node.value if node.style or node.value else None
        if isinstance(node, yaml.SequenceNode):
            return list(items(node, name, depth))
        if isinstance(node, yaml.MappingNode):
            return dict(pairs(node, name, depth))
        raise TypeError(node)  # YAML has no fourth sort of node

    def items(node: yaml.SequenceNode, name: str, depth: int) -> Iterator[object]:
        for number, item in enumerate(node.value):
            places[f"{name}[{number}]"] = place(item.start_mark)
            yield item_of(node, item, value(item, f"{name}[{number}]", depth + 1) or "")

    def pairs(node: yaml.MappingNode, name: str, depth: int) -> Iterator[tuple[str, object]]:
        met: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise _RefusedError(key_node, name, message("A key must be a word."), message("Write `key: value`."))
            key = renamed(name, CONTROLS.sub("", key_node.value).strip())
            field_name = f"{name}.{key}" if name else key
            line, column = place(key_node.start_mark)
            if key in met:
                what = message("{key} stands twice; line {line} has it too.", key=key, line=met[key])
                problems.append(Problem(path, line, column, field_name, what, message("Keep one of them.")))
            met.setdefault(key, line)
            places.setdefault(field_name, (line, column))
            yield key, value(value_node, field_name, depth + 1)

    try:
        made = value(root, "", 0) if root else None
    except _RefusedError as refused:
        line, column = place(refused.node.start_mark)
        return YamlValues(None, places, (Problem(path, line, column, refused.name, refused.what, refused.todo),))
    return YamlValues(made, places, tuple(problems))


def _too_deep(text: str) -> int | None:
    """Find the line, from 0, where a text is nested deeper than any of ours; None where it is not."""
    if len(NESTING.findall(text)) < MOST_NESTED:
        return None
    depth = 0
    for event in yaml.parse(text, yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > 2 * DEEPEST:
            return int(event.start_mark.line)  # type: ignore[union-attr]  # every event of a text has its place
    return None
