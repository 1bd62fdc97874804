"""
From the plain command's answer back to O.

An answer carries its article and, beside it, the record of the changes. The body is read back into blocks, and the changes
are undone. A body that differs from the machine's is refused: nobody can say which of its words were the original's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, TypeVar

from warraq.archive.change import Change

from .changes import undo
from .writers.markdown import from_markdown

JSON_TYPES = {str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "an object"}
Value = TypeVar("Value", str, int, bool, list[Any], dict[str, Any])


class RestoringError(Exception):
    """The answer can't be turned back into an original; the message says why."""


def sha256(text: str) -> str:
    """Give the hash that a record has of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def body_of(article: str) -> str:
    """Give the text below the front matter."""
    if article.startswith("---\n"):
        _, closed, body = article[4:].partition("\n---\n")
        if closed:
            return body.removeprefix("\n")
    return article


def restore(article: str, record: Mapping[str, Any]) -> str:
    """Give back O; a RestoringError where the record is damaged or belongs to another body."""
    body = body_of(article)
    if sha256(body) != _value(record, "body_sha256", str):
        raise RestoringError("The body is not the one that was written: its hash differs from the record's.")
    title = _value(record, "title", str)
    listed = _value(record, "changes", list) if "changes" in record else []
    changes = [_change(keys, f"changes[{number}]") for number, keys in enumerate(listed)]
    text = "\n".join([title, *(b.text for b in from_markdown(body))]) if title or body else ""
    try:
        restored = undo(text, changes)
    except ValueError as error:
        raise RestoringError(f"The record does not fit the body: {error}.") from error
    if "original" in record:  # of an answer that describes
        original = _value(record, "original", dict)
        if sha256(restored) != _value(original, "sha256", str, "original."):
            raise RestoringError("What was restored is not the original: its hash differs from the record's.")
    return restored


def _change(keys: object, name: str) -> Change:
    """Check one of a record's changes, which may have been edited by hand, as pydantic would: its import takes too long here."""
    item = _typed(keys, name, dict)
    for key, kind in {"rule": str, "start": int, "end": int, "before": str, "after": str}.items():
        _value(item, key, kind, f"{name}.")
    for number, rule in enumerate(_value(item, "also", list, f"{name}.") if "also" in item else []):
        _typed(rule, f"{name}.also[{number}]", str)
    if "layout" in item:
        _value(item, "layout", bool, f"{name}.")
    change = Change.from_json(item)
    if not 0 <= change.start <= change.end:
        raise RestoringError(f"The record's {name} runs from {change.start} to {change.end}.")
    if change.end - change.start != len(change.before):
        raise RestoringError(
            f"The record's {name} covers {change.end - change.start} code points, its before has {len(change.before)}."
        )
    return change


def _value(keys: Mapping[str, Any], key: str, kind: type[Value], within: str = "") -> Value:
    if key not in keys:
        raise RestoringError(f"The record lacks {within}{key}.")
    return _typed(keys[key], f"{within}{key}", kind)


def _typed(value: object, name: str, kind: type[Value]) -> Value:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise RestoringError(f"The record's {name} is not {JSON_TYPES[kind]}.")
    return value
