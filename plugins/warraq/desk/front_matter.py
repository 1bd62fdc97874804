"""
Changing one value of an article's front matter and nothing else.

The file is the editors': their comments, their order, their quotation marks and their empty lines stay, so that `git diff`
shows the one line that a decision changed. YAML is composed for its places only; the text is cut and joined by hand and
composed again afterwards: where the result differs from what was meant, a NotEditableError says why, and nothing is written.

Only the newest format is written. A file of an older one is brought up to it first: today's keys in yesterday's file would be
read as yesterday's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

from warraq.archive import formats
from warraq.archive.front_matter import key_name
from warraq.archive.problem import WrongValueError
from warraq.archive.values import cut_words, words_of_item
from warraq.archive.yaml_values import BareItem, item_of
from warraq.repair.writers.front_matter import listed, scalar

from .front_matter_places import (
    NotEditableError,
    cut_article,
    end_of_value,
    find_value,
    split_body,
    values_of,
)
from .front_matter_removal import checked, cut_out_item, cut_out_key, spaced, without_item, without_key

__all__ = [
    "NotEditableError",
    "append",
    "format_value",
    "replace_item",
    "set_value",
    "split_body",
    "value_of",
    "without_item",
    "without_key",
]

Value = str | Mapping[str, str | int] | Sequence[str]
DATE = re.compile(r"\d{4}(-\d\d){0,2}")
EMPTY = re.compile(r"\[\s*\]|\{\s*\}|~|null|")


def format_value(value: Value | int, *, in_brackets: bool = False) -> str:
    """Write a value as YAML on one line, as editors write it."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return value if DATE.fullmatch(value) else scalar(value, in_brackets=in_brackets)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {format_value(inner, in_brackets=True)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(_format_item(inner) for inner in value) + "]"


def _format_item(value: Value) -> str:
    """Write an item of a list in brackets; one that an editor wrote without quotation marks has none."""
    if not isinstance(value, str) or isinstance(value, BareItem) or DATE.fullmatch(value):
        return format_value(value, in_brackets=True)
    return listed(value)


def set_value(article: str, key: str, value: Value) -> str:
    """Give the text of an article with `value` as the value of `key`; a new key stands at the end of the front matter."""
    return _set(in_newest_format(article), key, value)


def _set(article: str, key: str, value: Value) -> str:
    found = find_value(article, key)
    if found is None:
        return checked(
            article, _with_line(article, f"{key}: {format_value(value)}"), lambda d: {**d, key: _plain(value)}
        )
    name, node, begin = found
    start, end = begin + node.start_mark.index, begin + end_of_value(node, article[begin:])
    if not article[:start].rstrip().endswith(f"{name}:"):
        return checked(
            article, article[:start] + format_value(value) + article[end:], lambda d: {**d, name: _plain(value)}
        )
    # Several lines become one: it stands beside its key.
    start = len(article[:start].rstrip())
    made = f"{article[:start]} {format_value(value)}{article[end:]}"
    return checked(article, made, lambda d: {**d, name: _plain(value)})


def append(article: str, key: str, value: Value) -> str:
    """Give the text with `value` at the end of the list `key`, in the manner in which that list is written."""
    article = in_newest_format(article)
    found = find_value(article, key)
    if found is None:
        made = _with_line(article, f"{key}:\n  - {format_value(value)}")
        return checked(article, made, lambda d: {**d, key: [_plain(value)]})
    name, node, begin = found
    here = article[begin:]
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        last = end_of_value(node.value[-1], here)
        # The list's own place may be that of an anchor.
        before_item = article[: begin + node.value[-1].start_mark.index].rpartition("\n")[2]
        indent = before_item[: len(before_item) - len(before_item.lstrip(" "))]
        line_end = here.find("\n", last)
        line_end = len(here) if line_end < 0 else line_end
        made = f"{article[: begin + line_end]}\n{indent}- {format_value(value)}{article[begin + line_end :]}"
    elif isinstance(node, yaml.SequenceNode) and node.value:
        last = node.value[-1].end_mark.index
        made = f"{article[: begin + last]}, {_format_item(value)}{article[begin + last :]}"
    elif isinstance(node, yaml.ScalarNode) and node.value and not EMPTY.fullmatch(node.value):
        # One word stands for a list of one, and words with commas between them for a list of all.
        words = list(cut_words(node.value))
        start, end = begin + node.start_mark.index, begin + node.end_mark.index
        made = article[:start] + format_value([*words, str(value)]) + article[end:]
        return checked(article, made, lambda d: {**d, name: [*words, str(value)]})
    else:
        start, end = begin + node.start_mark.index, begin + node.end_mark.index
        made = article[:start] + spaced(article, start, f"[{_format_item(value)}]") + article[end:]
    return checked(article, made, lambda d: {**d, name: [*_listed(d.get(name)), _plain(value)]})


def replace_item(article: str, key: str, old: str, new: str | None) -> str:
    """Give the text with `old` in the list `key` replaced by `new`; None, or a word that stands there already, takes it out."""
    article = in_newest_format(article)
    found = find_value(article, key)
    if found is None:
        return article
    name, node, begin = found
    if isinstance(node, yaml.ScalarNode):
        words = cut_words(node.value)
        kept = [str(w) for w in _replaced(words, old, new)]
        return set_value(article, key, kept) if old in words else article
    if not isinstance(node, yaml.SequenceNode):
        return article
    items = node.value
    index = next((n for n, item in enumerate(items) if item.value == old), None)
    if index is None:
        listed_words = [word for item in items for word in words_of_item(item_of(node, item, item.value))]
        kept = [str(w) for w in _replaced(listed_words, old, new)]
        return set_value(article, key, kept) if old in listed_words else article
    if new is not None and all(item.value != new for item in items):
        start, end = begin + items[index].start_mark.index, begin + items[index].end_mark.index
        made = article[:start] + (_format_item(new) if node.flow_style else format_value(new)) + article[end:]
    else:
        made = cut_out_item(article, begin, node, index)
    return checked(article, made, lambda d: {**d, name: _replaced(_listed(d.get(name)), old, new)})


def value_of(article: str, key: str) -> object:
    """Give the value of a key of the front matter, in the newest format: str, list, dict, or None."""
    return _newest(values_of(article)).get(key)


def in_newest_format(article: str) -> str:
    """Give the text with the keys of the newest format; a NotEditableError where a value is written anew only by hand."""
    if not formats.FRONT_MATTER.migrations:
        return article
    values = values_of(article)
    now = _newest(values)
    if formats.format_of(values) == formats.FRONT_MATTER.newest:
        return article
    made = article
    for name in values:
        if key_name("", name) not in now:
            made = cut_out_key(made, name)
    was = {key_name("", name): value for name, value in values.items()}
    for key, value in {**now, formats.KEY: str(formats.FRONT_MATTER.newest)}.items():
        if was.get(key) != value:
            made = _set(made, key, _writable(value))
    if _newest(values_of(made)) != now or cut_article(made)[0].body != cut_article(article)[0].body:
        raise NotEditableError("The front matter can't be brought to the newest format safely.")
    return made


def _newest(values: Mapping[str, object]) -> dict[str, object]:
    try:
        return formats.FRONT_MATTER.upgrade({key_name("", name): value for name, value in values.items()})
    except WrongValueError as error:
        raise NotEditableError(str(error.what)) from None


def _writable(value: object) -> Value:
    """Give a value that can be written on one line: a text, a list of texts, or texts by their keys."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if not isinstance(value, str | list | dict) or not all(isinstance(each, str) for each in inner):
        raise NotEditableError(
            "The front matter is of an older format, and a value can't be brought to the newest one safely."
        )
    return value


def _replaced(words: Sequence[object], old: str, new: str | None) -> list[object]:
    if new is None or new in words:
        return [w for w in words if w != old]
    return [new if w == old else w for w in words]


def _plain(value: Value) -> object:
    if isinstance(value, str):
        return value
    return {key: str(inner) for key, inner in value.items()} if isinstance(value, Mapping) else list(value)


def _listed(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, str) and not EMPTY.fullmatch(value) else []


def _with_line(article: str, line: str) -> str:
    cut, begin = cut_article(article)
    end = begin + len(cut.front_matter)
    gap = "" if not cut.front_matter or cut.front_matter.endswith("\n") else "\n"
    tail = article[end:]
    return article[:end] + gap + line + (tail if tail.startswith("\n") else f"\n{tail}")
