"""The values that a page can state of itself, and their forms: days, addresses. Every value has its place in O."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that the page states, and where in O."""

    value: str
    start: int
    end: int
    by: str = ""
    """The witness that says it, of titles: `headline` (JSON-LD), `og`, `title`, `other`."""


@dataclass(slots=True)
class Metadata:
    """All values found, the most reliable first in each list."""

    dates: list[Stated] = field(default_factory=list)
    """As `2023-11-08`."""
    titles: list[Stated] = field(default_factory=list)
    sites: list[Stated] = field(default_factory=list)
    authors: list[Stated] = field(default_factory=list)
    summaries: list[Stated] = field(default_factory=list)
    urls: list[Stated] = field(default_factory=list)
    saved: list[Stated] = field(default_factory=list)
    """Where a program that saved the page says that it stood; `urls` has it too, last."""
    lang: Stated | None = None


def iso_day(text: str) -> str | None:
    """Give the day of an ISO 8601 or RFC 5322 time as it was written, in its own zone; None of anything else."""
    match = re.match(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)", text)
    try:
        return str(date.fromisoformat(match[1])) if match and 1800 <= int(match[1][:4]) <= 2199 else _rfc_day(text)
    except ValueError:
        return None


def _rfc_day(text: str) -> str | None:
    """Read `Wed, 08 Nov 2023 10:15:00 +0300`; `strptime` would look for November in the language of the machine, which Pelican sets."""
    match = re.match(r"\s*(?:\w{3},\s)?(\d{1,2}\s\w{3}\s\d{4})\b", text)
    parts = parsedate(f"{match[1]} 00:00") if match else None
    try:
        return str(date(*parts[:3])) if parts else None
    except ValueError:
        return None


def is_address(text: str) -> bool:
    """Say whether a text is a whole web address, and nothing but one."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc and not re.search('[\\s<>"\ud800-\udfff]', text)
