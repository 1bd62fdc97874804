"""The date of an article: inferred, doubtful, missing, or open in its day or month."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.article import CONFIRMED_DATE
from warraq.archive.front_matter_date import parse_date
from warraq.archive.problem import WrongValueError, with_remedy
from warraq.archive.record import Described, Origin
from warraq.desk.front_matter import set_value, value_of
from warraq.desk.review.open_item import Kind, OpenItem, Seen
from warraq.desk.review.refusal import RefusedError
from warraq.language import Message, listed, message

from .value import Value, confirmed, is_confirmed, item_of_value

NO_DATE = message("The text has no date.")
INFERRED = message("The date was inferred from the text.")
OPEN_DAY = message("The day is open: the text says the month only.")
OPEN_MONTH = message("The month is open: the text says the year only.")
ASK = message("Date, such as 2024-03-15, 2024-03 or 2024")


def _described(seen: Seen) -> Described | None:
    return seen.record.described.get("date") if seen.record else None


def find_missing(seen: Seen) -> Iterator[OpenItem]:
    """Ask for the date of an article that has none, until an editor said that it is unknown."""
    if seen.article.date is None and not value_of(seen.text, "date"):
        yield item_of_value(seen, Value(UNDATED.name, "date", ""), _described(seen), NO_DATE)


def find_inferred(seen: Seen) -> Iterator[OpenItem]:
    """Ask whether a date is right that stands nowhere, or beside which the original says others."""
    if (described := _open_date(seen)) and (described.origin is Origin.INFERRED or described.candidates):
        yield _of_date(seen, INFERRED_DATE.name, described, _why(described))


def find_open(seen: Seen) -> Iterator[OpenItem]:
    """Ask for the day, or the month, that the text does not say."""
    described, date = _open_date(seen), seen.article.date
    if described and date and not (described.origin is Origin.INFERRED or described.candidates) and date.day is None:
        yield _of_date(seen, OPEN_DATE.name, described, OPEN_DAY if date.month else OPEN_MONTH)


def _open_date(seen: Seen) -> Described | None:
    """Give what the machine says of the date, where the article has its date still and nobody confirmed it."""
    described, date = _described(seen), str(seen.article.date or "")
    same = described is not None and bool(date) and described.value == date
    return described if same and not is_confirmed(seen, CONFIRMED_DATE, date) else None


def _of_date(seen: Seen, kind: str, described: Described, why: Message) -> OpenItem:
    return item_of_value(seen, Value(kind, "date", str(seen.article.date)), described, why)


def _why(described: Described) -> Message:
    if described.candidates:
        return message("The date is doubtful: it may also be {others}.", others=listed(described.candidates))
    return INFERRED


def unknown(text: str, _item: OpenItem, _others: int) -> str:
    """Write that nobody knows the date."""
    return set_value(text, "date", "unknown")


def kept(text: str, item: OpenItem, others: int) -> str:
    """Settle that the date is right."""
    return confirmed(text, CONFIRMED_DATE, item.quote, others)


def fixed(text: str, _item: OpenItem, typed: str, _expected: str) -> str:
    """Write another date."""
    try:
        return set_value(text, "date", str(parse_date(typed)))
    except WrongValueError as error:
        raise RefusedError(with_remedy(error)) from None


INFERRED_DATE = Kind(
    name="inferred-date",
    label=message("Date that was inferred or is doubtful"),
    keep=message("The date is right"),
    ask=ASK,
    find=find_inferred,
    kept=kept,
    fixed=fixed,
)
OPEN_DATE = Kind(
    name="open-date",
    label=message("Open day or month"),
    keep=message("Nobody knows more"),
    ask=ASK,
    find=find_open,
    kept=kept,
    fixed=fixed,
)
UNDATED = Kind(
    name="undated",
    label=message("No date"),
    keep=message("Nobody knows the date"),
    ask=ASK,
    find=find_missing,
    kept=unknown,
    fixed=fixed,
)
