"""Values of an export, which may be of any type: texts, lists, days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from . import bodies

ON_THE_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`\[\]]{1,2000}", re.IGNORECASE)
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
    """Say the tags of an annotation on a line of their own, behind what it says."""
    written = " · ".join(f"#{made}" for tag in tags if (made := bodies.of_plain(tag)))
    if note and written:
        return f"{note}{bodies.BETWEEN}{written}"
    return note or (f"\\{written}" if written else "")  # at its beginning the sign would make a heading


def web_address(*values: object) -> str:
    """Give the first address on the web; empty where there is none."""
    return next((made for made in map(text_of, values) if ON_THE_WEB.fullmatch(made)), "")


def is_too_long(*texts: str) -> bool:
    """Tell whether something says more than a note may."""
    return sum(map(len, texts)) > bodies.LONGEST
