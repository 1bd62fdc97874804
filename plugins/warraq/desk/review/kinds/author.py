"""Names that stand beside the authors on the page, and were set aside: a name may be an author's, or that of an editor or an agency."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.article import CONFIRMED_AUTHOR
from warraq.archive.values import cut_words, joined_words, words_of_item
from warraq.desk.front_matter import set_value, value_of
from warraq.desk.review.open_item import Kind, OpenItem, Seen
from warraq.language import message

from .value import Value, confirmed, is_confirmed, item_of_value

RECORDED, KEY = "author", "authors"
"""The name of the value in records, and in the front matter."""


def find(seen: Seen) -> Iterator[OpenItem]:
    """Ask who wrote it, until an editor changed or confirmed the names, or reviewed the article."""
    described = seen.record.described.get(RECORDED) if seen.record else None
    if described is None or not described.candidates or seen.article.reviewed:
        return
    names = _names(described.value)
    if _names(value_of(seen.text, KEY)) == names and not is_confirmed(seen, CONFIRMED_AUTHOR, names or NOBODY):
        why = message("Names were set aside: {others}.", others=" | ".join(described.candidates))
        yield item_of_value(seen, Value(KIND.name, KEY, names, alone=True), described, why)


def kept(text: str, item: OpenItem, others: int) -> str:
    """Settle that the names are right, or that nobody is named."""
    return confirmed(text, CONFIRMED_AUTHOR, item.quote or NOBODY, others)


def fixed(text: str, _item: OpenItem, typed: str, _expected: str) -> str:
    """Write other names; several with a comma between them."""
    names = [" ".join(name.split()) for name in cut_words(typed)]
    return set_value(text, KEY, names[0] if len(names) == 1 and cut_words(names[0]) == (names[0],) else names)


NOBODY = "-"
"""The quote of a decision that nobody is named."""


def _names(value: object) -> str:
    """Give names on one line, as an editor types them."""
    if isinstance(value, list | tuple):
        return joined_words((word for item in value for word in words_of_item(item)), "، ")
    return str(value or "")


KIND = Kind(
    name="doubtful-author",
    label=message("Names that were set aside"),
    keep=message("The authors are right"),
    ask=message("The authors as they shall be, with commas between them"),
    find=find,
    kept=kept,
    fixed=fixed,
)
