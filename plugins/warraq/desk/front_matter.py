"""
Changing one value of an article's front matter and nothing else.

The file is the editors': their comments, their order, their quotation marks and their empty lines stay, so that `git diff`
shows the one line that a decision changed. YAML is composed for its places only; the text is cut and joined by hand and
composed again afterwards: where the result differs from what was meant, a NotEditableError says why, and nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import yaml

from warraq.archive.front_matter import KEY_ALIASES, ArticleParts, key_name, split_front_matter
from warraq.archive.values import SEPARATORS
from warraq.repair.writers.front_matter import scalar

Value = str | Mapping[str, str] | Sequence[str]
DATE = re.compile(r"\d{4}(-\d\d){0,2}")
EMPTY = re.compile(r"\[\s*\]|\{\s*\}|~|null|")


class NotEditableError(Exception):
    """A front matter that can't be changed without touching more than the one value."""


def format_value(value: Value, *, in_brackets: bool = False) -> str:
    """Write a value as YAML on one line, as editors write it."""
    if isinstance(value, str):
        return value if DATE.fullmatch(value) else scalar(value, in_brackets=in_brackets)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {format_value(inner, in_brackets=True)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(format_value(inner, in_brackets=True) for inner in value) + "]"


def set_value(article: str, key: str, value: Value) -> str:
    """Give the text of an article with `value` as the value of `key`; a new key stands at the end of the front matter."""
    found = _find(article, key)
    if found is None:
        return _checked(
            article, _with_line(article, f"{key}: {format_value(value)}"), lambda d: {**d, key: _plain(value)}
        )
    name, node, begin = found
    start, end = begin + node.start_mark.index, begin + _end(node, article[begin:])
    if not article[:start].rstrip().endswith(f"{name}:"):
        return _checked(
            article, article[:start] + format_value(value) + article[end:], lambda d: {**d, name: _plain(value)}
        )
    # Several lines become one: it stands beside its key.
    start = len(article[:start].rstrip())
    made = f"{article[:start]} {format_value(value)}{article[end:]}"
    return _checked(article, made, lambda d: {**d, name: _plain(value)})


def append(article: str, key: str, value: Value) -> str:
    """Give the text with `value` at the end of the list `key`, in the manner in which that list is written."""
    found = _find(article, key)
    if found is None:
        made = _with_line(article, f"{key}:\n  - {format_value(value)}")
        return _checked(article, made, lambda d: {**d, key: [_plain(value)]})
    name, node, begin = found
    here = article[begin:]
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        last = _end(node.value[-1], here)
        indent = " " * node.start_mark.column
        line_end = here.find("\n", last)
        line_end = len(here) if line_end < 0 else line_end
        made = f"{article[: begin + line_end]}\n{indent}- {format_value(value)}{article[begin + line_end :]}"
    elif isinstance(node, yaml.SequenceNode) and node.value:
        last = node.value[-1].end_mark.index
        made = f"{article[: begin + last]}, {format_value(value, in_brackets=True)}{article[begin + last :]}"
    elif isinstance(node, yaml.ScalarNode) and node.value and not EMPTY.fullmatch(node.value):
        # One word stands for a list of one.
        both = [str(node.value), str(value)]
        made = article[: begin + node.start_mark.index] + format_value(both) + article[begin + node.end_mark.index :]
    else:
        start, end = begin + node.start_mark.index, begin + node.end_mark.index
        made = article[:start] + _spaced(article, start, f"[{format_value(value, in_brackets=True)}]") + article[end:]
    return _checked(article, made, lambda d: {**d, name: [*_listed(d.get(name)), _plain(value)]})


def replace_item(article: str, key: str, old: str, new: str | None) -> str:
    """Give the text with `old` in the list `key` replaced by `new`; None, or a word that stands there already, takes it out."""
    found = _find(article, key)
    if found is None:
        return article
    name, node, begin = found
    if isinstance(node, yaml.ScalarNode):
        words = [w.strip() for w in SEPARATORS.split(node.value)]
        kept = [str(w) for w in _replaced(words, old, new) if w]
        return set_value(article, key, kept) if old in words else article
    if not isinstance(node, yaml.SequenceNode):
        return article
    items = node.value
    index = next((n for n, item in enumerate(items) if item.value == old), None)
    if index is None:
        return article
    if new is not None and all(item.value != new for item in items):
        start, end = begin + items[index].start_mark.index, begin + items[index].end_mark.index
        made = article[:start] + format_value(new, in_brackets=True) + article[end:]
    else:
        made = _without(article, begin, node, index)
    return _checked(article, made, lambda d: {**d, name: _replaced(_listed(d.get(name)), old, new)})


def value_of(article: str, key: str) -> object:
    """Give the value of a key of the front matter: str, list, dict, or None."""
    return _data(article).get(key)


def split_body(article: str) -> tuple[str, str]:
    """Split an article's file into all that stands above its body, and the body to the end of the file."""
    cut = split_front_matter("", article)
    if not isinstance(cut, ArticleParts):
        raise NotEditableError(str(cut.what))
    at = _line_start(article, cut.body_line)
    return article[:at], article[at:]


def _replaced(words: Sequence[object], old: str, new: str | None) -> list[object]:
    if new is None or new in words:
        return [w for w in words if w != old]
    return [new if w == old else w for w in words]


def _without(article: str, begin: int, node: yaml.SequenceNode, number: int) -> str:
    items = node.value
    if len(items) == 1:
        start, end = begin + node.start_mark.index, begin + _end(node, article[begin:])
        return article[:start] + _spaced(article, start, "[]") + article[end:]
    if node.flow_style:
        if number:
            return article[: begin + items[number - 1].end_mark.index] + article[begin + items[number].end_mark.index :]
        return article[: begin + items[0].start_mark.index] + article[begin + items[1].start_mark.index :]
    start = article.rfind("\n", 0, begin + items[number].start_mark.index) + 1
    end = article.find("\n", begin + _end(items[number], article[begin:])) + 1
    return article[:start] + article[end:]


def _cut(article: str) -> tuple[ArticleParts, int]:
    """Cut an article's file, and give the place where its front matter begins."""
    cut = split_front_matter("", article)
    if not isinstance(cut, ArticleParts):
        raise NotEditableError(str(cut.what))
    begin = _line_start(article, cut.front_matter_line)
    if not article.startswith(cut.front_matter, begin):
        raise NotEditableError("The front matter has line ends of another system.")
    return cut, begin


def _line_start(article: str, line: int) -> int:
    """Give the place of a line's first letter; `line` from 1."""
    return sum(len(before) + 1 for before in article.split("\n")[: line - 1])


def _compose(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise NotEditableError(str(error)) from None


def _find(article: str, key: str) -> tuple[str, yaml.Node, int] | None:
    """Give the key as it is written, the node of its value, and the place where the front matter begins."""
    cut, begin = _cut(article)
    root = _compose(cut.front_matter)
    if root is None:
        return None
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise NotEditableError("The front matter is not a list of keys.")
    for key_node, node in root.value:
        if key_node.value == key or (key_node.value in KEY_ALIASES and key_name("", key_node.value) == key):
            return key_node.value, node, begin
    return None


def _data(article: str) -> dict[str, object]:
    cut, _ = _cut(article)
    root = _compose(cut.front_matter)
    data = _data_of(root) if root else {}
    return data if isinstance(data, dict) else {}


def _data_of(node: yaml.Node) -> object:
    """Give the value of a node, with every scalar as it is written: `date: 2024-01-01` gives a string."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_data_of(item) for item in node.value]
    return {key.value: _data_of(item) for key, item in node.value}


def _plain(value: Value) -> object:
    if isinstance(value, str):
        return value
    return dict(value) if isinstance(value, Mapping) else list(value)


def _listed(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, str) and not EMPTY.fullmatch(value) else []


def _checked(before: str, after: str, meant: Callable[[dict[str, object]], dict[str, object]]) -> str:
    """Give `after` if its values are those meant and its body is untouched."""
    if _data(after) != meant(_data(before)) or _cut(after)[0].body != _cut(before)[0].body:
        raise NotEditableError("The front matter is written in a way that can't be changed safely.")
    return after


def _end(node: yaml.Node, text: str) -> int:
    """Give the place where a value ends: a block's end mark stands at the next key, its last line ends before that."""
    if isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">"):
        return node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        return node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, text)
    return len(text[: node.end_mark.index].rstrip())


def _spaced(article: str, start: int, value: str) -> str:
    """Put a space before a value that would stand right after `key:`."""
    return value if article[start - 1] in " \n" else f" {value}"


def _with_line(article: str, line: str) -> str:
    cut, begin = _cut(article)
    end = begin + len(cut.front_matter)
    gap = "" if not cut.front_matter or cut.front_matter.endswith("\n") else "\n"
    tail = article[end:]
    return article[:end] + gap + line + (tail if tail.startswith("\n") else f"\n{tail}")
