"""
Years that are not Gregorian: 1445 is Hijri, 1402 Hijri or Persian, and nobody printed news before 1605.

An editor who copies a date from an Arabic or a Persian page may write it as it stands there. Read as Gregorian it is five or six centuries
off: the page would state a false date, and an embargo would be over at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from warraq.language import Message, message

from .partial_date import PartialDate

FIRST_NEWSPAPER = 1605
"""The year of the first one (the «Relation» of Strasbourg)."""


def other_calendar(written: PartialDate, latest: date) -> tuple[Message, Message] | None:
    """Explain that a date can't be Gregorian, and say which it may be; None where it can. None is proposed that is behind `latest`."""
    if written.year >= FIRST_NEWSPAPER:
        return None
    what = message("In {date} there were no newspapers: it is of another calendar.", date=str(written))
    advice = how_to_write(*gregorian(written.year, written.month, written.day, latest))
    return what, advice or message("Write the Gregorian date.")


def how_to_write(hijri: Sequence[str], persian: Sequence[str]) -> Message | None:
    """Say which Gregorian date to write for what `gregorian` found; None for nothing."""
    if hijri and persian:
        return message(
            "Write {hijri} if it is Hijri, {persian} if it is Persian.",
            hijri=" / ".join(hijri),
            persian=" / ".join(persian),
        )
    if hijri:
        return message("If it is Hijri, write {date}", date=" / ".join(hijri))
    if persian:
        return message("If it is Persian, write {date}", date=" / ".join(persian))
    return None


def gregorian(year: int, month: int | None, day: int | None, latest: date) -> tuple[list[str], list[str]]:
    """
    Give what a Hijri and what a Persian date may be in the Gregorian calendar; nothing where it is none, or behind `latest`.

    A month or a year of theirs reaches over two of ours.
    """
    return _spanned(_hijri(year, month, day), month, day, latest), _spanned(
        _persian(year, month, day), month, day, latest
    )


def _spanned(days: Iterator[date], month: int | None, day: int | None, latest: date) -> list[str]:
    try:
        found = [each for each in days if each <= latest and each.year >= FIRST_NEWSPAPER]
    except (ValueError, OverflowError):  # no day of that calendar
        return []
    dates = (PartialDate(d.year, d.month if month else None, d.day if day else None) for d in found)
    return list(dict.fromkeys(map(str, dates)))


def _hijri(year: int, month: int | None, day: int | None) -> Iterator[date]:
    from hijridate import Hijri  # slow to import, and seldom needed

    yield Hijri(year, month or 1, day or 1).to_gregorian()
    if not day:
        last = Hijri(year, month or 12, 1)
        yield last.to_gregorian() + timedelta(last.month_length() - 1)


def _persian(year: int, month: int | None, day: int | None) -> Iterator[date]:
    import jdatetime  # type: ignore[import-untyped]  # it has no stubs

    yield jdatetime.date(year, month or 1, day or 1).togregorian()
    if not day:
        last = jdatetime.date(year, month or 12, 29)
        yield last.togregorian()
