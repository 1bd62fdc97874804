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
    worded_dates: list[Stated] = field(default_factory=list)
    """Dates in words, or in an order that depends on the language: `8 November 2023`, `08.11.2023`."""
    changed: list[Stated] = field(default_factory=list)
    """Days of the last change."""
    titles: list[Stated] = field(default_factory=list)
    sites: list[Stated] = field(default_factory=list)
    authors: list[Stated] = field(default_factory=list)
    summaries: list[Stated] = field(default_factory=list)
    urls: list[Stated] = field(default_factory=list)
    saved: list[Stated] = field(default_factory=list)
    """Where a program that saved the page says that it stood; `urls` has it too, last."""
    lang: Stated | None = None


EPOCH = "1970-01-01"
YEAR_FIRST = re.compile(r"\s*(?P<year>\d{4})(?P<sign>[-/.]?)(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d|[-/.]\d)")


def iso_day(text: str) -> str | None:
    """Give the day of an ISO 8601 or RFC 5322 time as it was written, in its own zone, of `20231108` or `2023/11/8`; None of anything else."""
    match = YEAR_FIRST.match(text)
    if match and not match["sign"] and len(match["month"] + match["day"]) < len("1108"):
        match = None
    try:
        if match and 1800 <= (year := int(match["year"])) <= 2199:
            return str(date(year, int(match["month"]), int(match["day"])))
        return _rfc_day(text)
    except ValueError:
        return None


def published_day(text: str) -> str | None:
    """Give the day as `iso_day` does; the first of 1970 is what programs write where they know none."""
    day = iso_day(text)
    return None if day == EPOCH else day


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


def host_of(address: str) -> str:
    """Give the host of a web address without `www.`; empty where it has none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
