"""
Single values within a front matter: of a key, of a key within `source`, of the words of a list.

What is put in stands as the former value stood: in its quotation marks, on its line, before its comment. Each change is read again,
and a NotEditableError says where more than the one value would have changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from warraq.archive.values import words_of_item

from .front_matter import append, format_value, in_newest_format, replace_item, set_value, value_of
from .front_matter_places import end_of_value, find_key
from .front_matter_removal import checked, without_key

IN_SINGLE_QUOTES = re.compile("[ -~\u00a1-\u061b\u061d-\u1fff\u2010-\u2027\u2030-\u205e]*")
"""What may stand in single quotes, which know no escapes: nothing that YAML refuses, and no mark that reorders letters."""


def with_scalar(head: str, key: str, value: str) -> str:
    """Give the front matter with a word or a line as the value of a key; a new key stands at the end."""
    head = in_newest_format(head)
    found = find_key(head, key)
    if found is None:
        return set_value(head, key, value)
    name, node, begin = found
    made = _put(head, begin, node, value, in_brackets=False)
    return checked(head, made, lambda d: {**d, name.value: value})


def with_inner(head: str, key: str, inner: str, value: str) -> str:
    """Give the front matter with a value in a mapping, as `url` in `source`; a word in the mapping's place becomes its `name`."""
    head = in_newest_format(head)
    found = find_key(head, key)
    if found is None:
        return set_value(head, key, {inner: value})
    name, node, begin = found
    if not isinstance(node, yaml.MappingNode):
        was = {"name": node.value} if isinstance(node, yaml.ScalarNode) and node.value else {}
        return set_value(head, key, {**was, inner: value})
    for inner_name, inner_node in node.value:
        if inner_name.value == inner:
            made = _put(head, begin, inner_node, value, in_brackets=bool(node.flow_style))
            break
    else:
        made = _with_new_inner(head, begin, node, f"{inner}: {format_value(value, in_brackets=bool(node.flow_style))}")
    return checked(head, made, lambda d: {**d, name.value: {**_mapping(d, name.value), inner: value}})


def without_inner(head: str, key: str, inner: str) -> str:
    """Give the front matter without a value in a mapping; its other values stay."""
    head = in_newest_format(head)
    found = find_key(head, key)
    if found is None:
        return head
    name, node, begin = found
    if not isinstance(node, yaml.MappingNode):
        return head
    number = next((n for n, pair in enumerate(node.value) if pair[0].value == inner), None)
    if number is None:
        return head
    inner_name, inner_node = node.value[number]
    if not node.flow_style:
        made = _without_lines(head, begin, inner_name, inner_node)
    elif number:
        made = head[: begin + node.value[number - 1][1].end_mark.index] + head[begin + inner_node.end_mark.index :]
    else:
        after = node.value[1][0].start_mark.index if len(node.value) > 1 else inner_node.end_mark.index
        made = head[: begin + inner_name.start_mark.index] + head[begin + after :]

    def meant(d: dict[str, object]) -> dict[str, object]:
        return {**d, name.value: {k: v for k, v in _mapping(d, name.value).items() if k != inner}}

    return checked(head, made, meant)


def with_words(head: str, key: str, words: Sequence[str], *, in_order: bool = True) -> str:
    """Give the front matter with these words as the list of a key: those that stay keep their places and their comments."""
    head = in_newest_format(head)
    found, here = find_key(head, key), value_of(head, key)
    if found is None:
        return set_value(head, key, list(words)) if words else head
    if not words and isinstance(found[1], yaml.SequenceNode) and not found[1].flow_style:
        return without_key(head, key)
    if not isinstance(here, list) or any(not isinstance(w, str) or words_of_item(w) != (w,) for w in here):
        return set_value(head, key, list(words))
    gone, come = [w for w in here if w not in words], [w for w in words if w not in here]
    made = head
    for old, new in zip(gone, come, strict=False):
        made = replace_item(made, key, old, new)
    for old in gone[len(come) :]:
        made = replace_item(made, key, old, None)
    for new in come[len(gone) :]:
        made = append(made, key, new)
    now = value_of(made, key)
    is_meant = now == list(words) or (not in_order and isinstance(now, list) and sorted(now) == sorted(words))
    return made if is_meant else set_value(head, key, list(words))


def _put(head: str, begin: int, node: yaml.Node, value: str, *, in_brackets: bool) -> str:
    """Write a value in the place of another, in its manner; one of several lines becomes one."""
    start, end = begin + node.start_mark.index, begin + end_of_value(node, head[begin:])
    before = head[:start]
    bare = before.rstrip()
    if bare.endswith(":") and (bare == before or "\n" in before[len(bare) :]):
        before = f"{bare} "
    return before + _in_style(node, value, in_brackets=in_brackets) + head[end:]


def _in_style(node: yaml.Node, value: str, *, in_brackets: bool) -> str:
    written = format_value(value, in_brackets=in_brackets)
    style = node.style if isinstance(node, yaml.ScalarNode) else None
    if style == "'" and IN_SINGLE_QUOTES.fullmatch(value):
        return "'" + value.replace("'", "''") + "'"
    return f'"{written}"' if style in ('"', "'") and not written.startswith('"') else written


def _with_new_inner(head: str, begin: int, node: yaml.MappingNode, written: str) -> str:
    """Write one more value at the end of a mapping."""
    if not node.value:
        return head[: begin + node.start_mark.index] + f"{{{written}}}" + head[begin + node.end_mark.index :]
    first, (last_name, last) = node.value[0][0], node.value[-1]
    end = begin + max(end_of_value(last, head[begin:]), last_name.end_mark.index)
    if node.flow_style:
        return f"{head[:end]}, {written}{head[end:]}"
    end = head.find("\n", end)
    indent = " " * first.start_mark.column
    return f"{head[:end]}\n{indent}{written}{head[end:]}"


def _without_lines(head: str, begin: int, name: yaml.Node, node: yaml.Node) -> str:
    """Take out the lines of a key and of its value."""
    start = head.rfind("\n", 0, begin + name.start_mark.index) + 1
    end = head.find("\n", begin + max(end_of_value(node, head[begin:]), name.end_mark.index)) + 1
    return head[:start] + head[end:]


def _mapping(values: dict[str, object], key: str) -> dict[object, object]:
    found = values.get(key)
    return dict(found) if isinstance(found, dict) else {}
