"""Values of an export, which may be of any type: texts, lists, days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from . import bodies

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])")


def text_of(value: object) -> str:
    """Give a text, without halves of letters, which no file can hold; anything else has none."""
    return value.encode("utf-8", "ignore").decode() if isinstance(value, str) else ""


def listed(value: object) -> list[object]:
    """Give a list; one thing is a list of one."""
    return value if isinstance(value, list) else [] if value is None else [value]


def day_of(moment: str) -> str:
    """Give the day of a moment, as it was written; none where it is no day."""
    found = DAY.search(moment)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat() if found else ""
    except ValueError:
        return ""


def with_tags(note: str, tags: Iterable[str]) -> str:
    """Say the tags of an annotation behind what it says."""
    written = ", ".join(made for tag in tags if (made := bodies.of_plain(tag)))
    return f"{note} ({written})" if note and written else note or written
