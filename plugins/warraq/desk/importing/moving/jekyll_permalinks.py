"""The addresses that Jekyll makes of a pattern: `/:categories/:year/:month/:day/:title.html`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from .days import day_of
from .word_signs import is_word_sign

STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
"""What the settings of a site may name; a page's own key can't."""
TOKEN = re.compile(r":(\w+)")
IN_TITLES = "._~!$&'()+,;=@"
"""What `:title` keeps besides the signs of words."""
_MONTHS = "January February March April May June July August September October November December"
MONTHS = _MONTHS.split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
DAYS = _DAYS.split()


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """Fill a pattern: `:title_x` is the longest known name that it begins with, and what is behind it."""
    made = TOKEN.sub(lambda m: values.get(m[1], _longest(m[1], values)), pattern)
    return re.sub(r"/{2,}", "/", made if made.startswith("/") else f"/{made}")


def slug_in_title(words: str) -> str:
    """Give what `:title` makes of a file's name or a `slug`."""
    return _joined(words, IN_TITLES)


def plain_slug(words: str) -> str:
    """Give what `:slug`, `:name` and `:slugified_categories` make of words."""
    return _joined(words, "").lower()


def of_categories(names: Iterable[str]) -> Mapping[str, str]:
    """Give what a pattern may have of the categories of a page."""
    every = tuple(names)
    return {
        "categories": "/".join(dict.fromkeys(each.lower() for each in every)),
        "slugified_categories": "/".join(dict.fromkeys(map(plain_slug, every))),
    }


def of_time(written: str) -> Mapping[str, str]:
    """Give what a pattern may have of a time in ISO 8601, or of the day of one that is written otherwise; empty of anything else."""
    for each in (written, day_of(written)):
        try:
            return dict(_of(datetime.fromisoformat(each)))
        except ValueError:
            continue
    return dict.fromkeys(("year", "month", "day"), "")


def _of(time: datetime) -> Iterator[tuple[str, str]]:
    day: date = time.date()
    week = day.isocalendar()
    yield from (("year", f"{day.year:04}"), ("short_year", f"{day.year % 100:02}"), ("y_day", f"{day:%j}"))
    yield from (("month", f"{day.month:02}"), ("i_month", str(day.month)))
    yield from (("long_month", MONTHS[day.month - 1]), ("short_month", MONTHS[day.month - 1][:3]))
    yield from (("day", f"{day.day:02}"), ("i_day", str(day.day)))
    yield from (("long_day", DAYS[week.weekday - 1]), ("short_day", DAYS[week.weekday - 1][:3]))
    yield from (("w_year", str(week.year)), ("week", f"{week.week:02}"), ("w_day", str(week.weekday)))
    yield from (("hour", f"{time.hour:02}"), ("minute", f"{time.minute:02}"), ("second", f"{time.second:02}"))


def _longest(token: str, values: Mapping[str, str]) -> str:
    known = max((key for key in values if token.startswith(key)), key=len, default="")
    return values[known] + token[len(known) :] if known else f":{token}"


def _joined(words: str, kept: str) -> str:
    """Put one hyphen in the place of all signs that are not kept, and none at the ends."""
    signs = (c if c in kept or is_word_sign(c) else "-" for c in words)
    return re.sub(r"-{2,}", "-", "".join(signs)).removeprefix("-").removesuffix("-") if words else ""
