"""A file of JSON that a program exported, read whole within bounds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warraq.desk.importing.sources import RejectedFileError, SourceFile
from warraq.language import Message, message

LARGEST = 200_000_000
"""Bytes of an export, which is read whole."""
MOST_NAMED = 100
"""Rows of one list that are named because they are no objects; of further ones the number is told."""
VALUES: dict[type, Message] = {
    str: message("a text"),
    int: message("a number"),
    float: message("a number"),
    bool: message("true or false"),
    list: message("a list"),
    type(None): message("nothing (null)"),
}
"""What may stand in JSON besides objects."""


def json_of(path: Path) -> Any:
    """Read it; a RejectedFileError says why that can't be done."""
    if path.stat().st_size > LARGEST:
        raise RejectedFileError(message("It is larger than {limit} megabytes.", limit=LARGEST // 1_000_000))
    try:
        return json.loads(path.read_bytes())
    except json.JSONDecodeError as error:
        why = message("This is not JSON, from line {line} on.", line=error.lineno)
        raise RejectedFileError(why) from None
    except (ValueError, RecursionError):  # no UTF-8, a number of thousands of digits
        raise RejectedFileError(message("This is not JSON.")) from None


def text_in(value: Any) -> str:
    """Give a value as words; empty of anything that is none."""
    return (
        value
        if isinstance(value, str)
        else str(value)
        if isinstance(value, int) and not isinstance(value, bool)
        else ""
    )


def rows_in(value: Any, *keys: str) -> list[dict[str, Any]]:
    """Give the objects of the list that stands below these keys; none where something else does."""
    return [each for each in _list_in(value, *keys) if isinstance(each, dict)]


def no_rows_in(name: str, value: Any, *keys: str) -> Iterator[SourceFile]:
    """Yield what stands in that list and is no object, each by the export's name and its number in the list, with its reason."""
    of = " ".join((f"{name}:", *keys))
    found = [(number, each) for number, each in enumerate(_list_in(value, *keys), 1) if not isinstance(each, dict)]
    for number, each in found[:MOST_NAMED]:
        why = message(
            "This row of the export is {what} and no object of JSON, so it was left out. If something is missing, export it once more.",
            what=VALUES[type(each)],
        )
        yield SourceFile(f"{of} {number}", "", why)
    if more := len(found[MOST_NAMED:]):
        yield SourceFile(of, "", message("Further rows that are no objects of JSON, left out: {number}.", number=more))


def _list_in(value: Any, *keys: str) -> list[Any]:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, list) else []
