"""
The files that programs export: which of them a file is, told by what stands in it and not by its name.

JSON: the answer of Hypothesis' API (`rows`) and the file of its client («Export annotations»), a list of W3C Web Annotations as Recogito gives it, an
AnnotationPage or an AnnotationCollection, one annotation. Tables (CSV), the text and the HTML of Hypothesis' client.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from warraq.archive.original import LARGEST_FILE
from warraq.archive.system_reason import system_reason
from warraq.desk.correcting.decoded import NoSheetError, decoded
from warraq.language import Message, message

from . import hypothesis, tables, web_annotations
from .foreign import Foreign

Json = Mapping[str, Any]
MOST = 100_000
"""Annotations of one file."""
DEEPEST = 60


class NoExportError(Exception):
    """A file that holds no annotations that can be read: why, and what to do."""

    def __init__(self, what: Message, todo: Message, line: int = 0) -> None:
        super().__init__(str(what))
        self.what, self.todo, self.line = what, todo, line


def read_export(file: Path) -> list[Foreign]:
    """Read the annotations of a file; a NoExportError says why there are none."""
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise NoExportError(message("The file is too large."), message("Export fewer annotations at a time."))
        data = file.read_bytes()
    except OSError as error:
        what = message("The file can't be read: {reason}", reason=system_reason(error))
        raise NoExportError(what, message("Give its path: --from FILE.")) from None
    try:
        text = decoded(data)[0]
    except NoSheetError as error:
        raise NoExportError(error.what, message("Export it once more."), error.line) from None
    found = _read(text)
    if all(each.is_none for each in found):
        raise _unknown()
    if len(found) > MOST:
        what = message("The file holds more than {number} annotations.", number=MOST)
        raise NoExportError(what, message("Export fewer annotations at a time."))
    return found


def _read(text: str) -> list[Foreign]:
    start = text.lstrip()[:1]
    if start and start in "{[":
        return _of_json(text)
    if text.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
        return list(hypothesis.of_html(text))
    if hypothesis.is_text(text):
        return list(hypothesis.of_text(text))
    return list(tables.of_table(text))


def _of_json(text: str) -> list[Foreign]:
    try:
        value = json.loads(text, parse_int=float)  # of an integer of thousands of digits Python is afraid
    except json.JSONDecodeError as error:
        if lines := _of_lines(text):
            return lines
        what = message("This is no JSON: {reason}", reason=error.msg)
        raise NoExportError(what, message("Export it once more; half a file can't be read."), error.lineno) from None
    except RecursionError:
        raise _unknown() from None
    items = _items(value)
    return [_of_item(number, item) for number, item in enumerate(items, 1)]


def _of_lines(text: str) -> list[Foreign]:
    """Read JSON Lines: an annotation a line."""
    found: list[Foreign] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                found.append(_of_item(number, json.loads(line, parse_int=float)))
            except (ValueError, RecursionError):
                return []
    return found


def _of_item(number: int, item: object) -> Foreign:
    if isinstance(item, dict) and hypothesis.is_row(item):
        return hypothesis.of_row(number, item)
    if isinstance(item, dict) and web_annotations.is_annotation(item):
        return web_annotations.of_annotation(number, item)
    return Foreign(number, (), is_none=True)


def _items(value: object, depth: int = 0) -> list[object]:
    """Find the annotations: in a list, in `rows` or `annotations`, in the `items` of a page or of a collection's first one."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or depth > DEEPEST:
        return []
    for key in ("rows", "annotations", "items", "first", "@graph"):
        if isinstance(value.get(key), list | dict):
            return _items(value[key], depth + 1)
    return [value]


def _unknown() -> NoExportError:
    return NoExportError(
        message("No annotations were found in the file."),
        message("Export them from Hypothesis (JSON, CSV, text or HTML), or from Recogito (W3C JSON-LD)."),
    )
