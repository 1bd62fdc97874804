"""
The day of publication.

The page's own metadata first, then a stamp (`نشر في 8 نوفمبر 2023`, a dateline), then what the text lets one infer. Where no day or
two days fit there is no date: no date is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from warraq.archive.record import Described, Evidence, Origin

from .beside import beside_the_text
from .inferred_day import inferred_day
from .others_dates import is_anothers
from .passages import DateInPassage, Passages
from .stamps import PUBLISHED, day_of_stamps, find_stamps


def day_of(passages: Passages, lang: str, stated: Sequence[tuple[str, Evidence]] = ()) -> Described | None:
    """Give the day on which the text was published; `stated`: what the page's metadata give, the most reliable first."""
    if stated:
        return _from_metadata(stated)
    if found := [stamp for stamp in find_stamps(passages, lang) if not is_anothers(passages, stamp)]:
        near = _by_the_headline(passages, found)
        day = day_of_stamps(passages, near or found)
        if not day.value and (own := _below_the_headline(passages, near)):
            # Above the headline stands the day of the visit, or another article's.
            day = day_of_stamps(passages, own).model_copy(update={"candidates": day.candidates})
        if not day.value and (beside := beside_the_text(passages, lang)):
            settled = day_of_stamps(passages, beside)
            day = settled if settled.value else day
        return day if near else day.model_copy(update={"origin": Origin.INFERRED})
    if beside := beside_the_text(passages, lang):
        return day_of_stamps(passages, beside)
    return inferred_day(passages, lang)


def _by_the_headline(passages: Passages, found: Sequence[DateInPassage]) -> list[DateInPassage]:
    """Give the stamps in the text and above it; what a page has below it is other articles', more often."""
    if len(passages.lines) < 2 or "<" not in passages.original:
        return list(found)
    third = passages.lines[min(3, len(passages.lines) - 1)]
    body = passages.evidence(third, 0, 0, "date").start
    return [
        s
        for s in found
        if (s.passage.start < body if s.passage.taken_out else s.passage.start <= third.start or _says_so(s))
    ]


def _below_the_headline(passages: Passages, near: Sequence[DateInPassage]) -> list[DateInPassage]:
    """Give the stamps of a page that stand from its headline on, where some stand above it."""
    if "<" not in passages.original:
        return []
    headline, _ = passages.head()
    own = [s for s in near if not s.passage.taken_out or s.passage.start >= headline]
    return own if len(own) < len(near) else []


def _says_so(stamp: DateInPassage) -> bool:
    """Say whether a line calls itself a stamp; a quoted message that ends in its day does not."""
    return PUBLISHED.search(stamp.passage.folded) is not None


def _from_metadata(stated: Sequence[tuple[str, Evidence]]) -> Described:
    """Take the first; none where two differ by more than the day that time zones make."""
    days = [date.fromisoformat(day) for day, _ in stated]
    evidence = tuple(e for _, e in stated)
    if max(days) - min(days) <= timedelta(days=1):
        return Described(value=stated[0][0], origin=Origin.METADATA, evidence=evidence)
    return Described(
        value=None, origin=Origin.METADATA, evidence=evidence, candidates=tuple(dict.fromkeys(day for day, _ in stated))
    )


def is_far(one: str, other: str) -> bool:
    """Say whether two values of a date differ by more than the day that time zones make; a year agrees with its days."""
    if len(one) < len("2023-11-08") or len(other) < len("2023-11-08"):
        return not (one.startswith(other) or other.startswith(one))
    return abs(date.fromisoformat(one) - date.fromisoformat(other)) > timedelta(days=1)


def in_common(one: str, other: str) -> str | None:
    """Give what two days share, their month or their year; None where they share nothing."""
    for length in (len("2023-11"), len("2023")):
        if one[:length] == other[:length]:
            return one[:length]
    return None
