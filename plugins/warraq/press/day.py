"""
The build's day, the only value that a build takes from a clock.

Embargoed articles wait for theirs, and a version that is made of an original has it as the day on which it came in.
`SOURCE_DATE_EPOCH` (seconds since 1970, UTC; reproducible-builds.org) sets it, so that a build can be made again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime


def build_day(environment: Mapping[str, str]) -> date:
    """Return the day of SOURCE_DATE_EPOCH, else today; end the program where the variable is not a number of seconds."""
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise SystemExit(f"SOURCE_DATE_EPOCH: {epoch!r} is not a number of seconds. Unset it.") from None
    return datetime.now(UTC).date()
