"""The day of a moved text, as other programs write times: the day that its clock showed, in its own zone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from warraq.archive.partial_date import PartialDate

DAY = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[\sT])")
MONTH = re.compile(r"\s*(\d{4})[-/.](\d{1,2})\s*$|\s*(\d{4})\s*$")


def day_of(written: str) -> str:
    """Give the day, the month or the year of a time in ISO 8601, in words of e-mail (RFC 2822) or with slashes; empty of anything else."""
    if found := DAY.match(written):
        return _checked(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")
    if found := MONTH.match(written):
        return _checked(f"{found[1]}-{int(found[2]):02}" if found[1] else found[3])
    try:
        return _checked(parsedate_to_datetime(written).date().isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def day_in_utc(written: str) -> str:
    """Give the day in Greenwich of a time with its zone; empty of anything else."""
    try:
        time = datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d{2}:?\d{2}$)", "", written.strip()))
    except ValueError:
        return ""
    return time.astimezone(UTC).date().isoformat() if time.tzinfo else ""


def is_to_come(written: str) -> bool:
    """Tell whether a day is later than the editor's own."""
    return day_of(written) > date.today().isoformat()  # noqa: DTZ011 - the editor's own day


def is_over(written: str) -> bool:
    """Tell whether a day is earlier than the editor's own, or that one."""
    return bool(day_of(written)) and not is_to_come(written)


def in_zone(written: str, zone: str) -> str:
    """Give a time in ISO 8601 as the clock of a zone of the IANA showed it; as it is written where either is not known."""
    try:
        time = datetime.fromisoformat(written)
        return time.astimezone(ZoneInfo(zone)).isoformat() if zone and time.tzinfo else written
    except (ValueError, KeyError, OSError, OverflowError):
        return written


def zoned(local: str, gmt: str) -> str:
    """Give a time with the zone that two clocks tell, one here and one in Greenwich; empty where there is none."""
    try:
        here = datetime.fromisoformat(local)
    except ValueError:  # 0000-00-00 00:00:00, of a draft
        return ""
    try:
        minutes = round((here - datetime.fromisoformat(gmt)).total_seconds() / 60)
    except ValueError:
        return here.isoformat()
    sign = "-" if minutes < 0 else "+"
    return (
        f"{here.isoformat()}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
        if abs(minutes) <= 14 * 60
        else here.isoformat()
    )


def _checked(day: str) -> str:
    try:
        return str(PartialDate.parse(day))
    except ValueError:
        return ""
