"""A title beside which the original says another."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.article import CONFIRMED_TITLE
from warraq.desk.front_matter import set_value
from warraq.desk.review.open_item import Kind, OpenItem, Seen
from warraq.desk.review.refusal import RefusedError
from warraq.language import message

from .value import Value, confirmed, is_confirmed, item_of_value


def find(seen: Seen) -> Iterator[OpenItem]:
    """Ask whether the title is right, until an editor changed or confirmed it, or reviewed the article."""
    described = seen.record.described.get("title") if seen.record else None
    title = seen.article.title
    if described is None or not described.candidates or described.value != title or seen.article.reviewed:
        return
    if not is_confirmed(seen, CONFIRMED_TITLE, title):
        why = message("The title is doubtful: it may also be {others}.", others=" | ".join(described.candidates))
        yield item_of_value(seen, Value(KIND.name, "title", title, alone=True), described, why)


def kept(text: str, item: OpenItem, others: int) -> str:
    """Settle that the title is right."""
    return confirmed(text, CONFIRMED_TITLE, item.quote, others)


def fixed(text: str, _item: OpenItem, typed: str, _expected: str) -> str:
    """Write another title."""
    return with_title(text, typed)


def with_title(text: str, typed: str) -> str:
    """Give the article's text with a title; a RefusedError where it is empty."""
    title = " ".join(typed.split())
    if not title:
        raise RefusedError(message("An article needs a title."))
    return set_value(text, "title", title)


KIND = Kind(
    name="doubtful-title",
    label=message("Title that is doubtful"),
    keep=message("The title is right"),
    ask=message("The title as it shall be"),
    find=find,
    kept=kept,
    fixed=fixed,
)
