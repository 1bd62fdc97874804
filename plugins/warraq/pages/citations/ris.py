"""RIS: one field a line, each of two letters; a record of the type NEWS."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .reference import Reference, one_line


def ris(item: Reference) -> str:
    """Write one record."""
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in _fields(item) if value) + "ER  - \r\n"


def _fields(item: Any) -> Iterator[tuple[str, str]]:
    year, month, day = (*item.get("issued", {"date-parts": [[]]})["date-parts"][0], 0, 0, 0)[:3]
    yield "TY", "NEWS"
    yield "TI", item["title"]
    for name in item.get("author", ()):
        yield "AU", name["literal"]
    yield "T2", item.get("container-title", "")
    yield "PY", f"{year:04}" if year else ""
    yield "DA", f"{year:04}/{_two(month)}/{_two(day)}/" if year else ""
    yield "ET", item.get("version", "")
    yield "LA", item["language"]
    yield "DB", item["archive"]
    yield "AN", item["id"]
    yield "UR", item.get("URL", "")
    yield "DO", item.get("DOI", "")
    yield "N1", item.get("note", "")


def _two(number: int) -> str:
    return f"{number:02}" if number else ""
