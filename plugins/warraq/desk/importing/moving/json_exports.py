"""A file of JSON that a program exported, read whole within bounds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from warraq.desk.importing.sources import RejectedFileError
from warraq.language import message

LARGEST = 200_000_000
"""Bytes of an export, which is read whole."""


def json_of(path: Path) -> Any:
    """Read it; a RejectedFileError says why that can't be done."""
    if path.stat().st_size > LARGEST:
        raise RejectedFileError(message("It is larger than {limit} megabytes.", limit=LARGEST // 1_000_000))
    try:
        return json.loads(path.read_bytes())
    except json.JSONDecodeError as error:
        why = message("This is not JSON, from line {line} on.", line=error.lineno)
        raise RejectedFileError(why) from None
    except (UnicodeDecodeError, RecursionError):
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
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
