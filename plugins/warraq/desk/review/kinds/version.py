"""A text at the address of another article: it may be another version of that one, or an article of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from warraq.desk.front_matter import set_value, without_key
from warraq.desk.review.open_item import Kind, OpenItem, Proposal, Seen
from warraq.language import message

from .value import Value, item_of_value

KEY = "perhaps_version_of"


def find(seen: Seen) -> Iterator[OpenItem]:
    """Ask whether an article is another version of the one that it names, until an editor decided."""
    other = seen.article.perhaps_version_of
    if other:
        why = message(
            "Another text stands at the same address of its source: is it another version of {slug}?", slug=other
        )
        item = item_of_value(seen, Value(KIND.name, KEY, other, alone=True), None, why)
        yield replace(item, proposals=(Proposal("1", other),))


def kept(text: str, _item: OpenItem, _others: int) -> str:
    """Let it be an article of its own."""
    return without_key(text, KEY)


def fixed(text: str, _item: OpenItem, typed: str, _expected: str) -> str:
    """Let it be a version of the article with the slug that was taken or typed."""
    return set_value(without_key(text, KEY), "version_of", typed.strip())


KIND = Kind(
    name="perhaps-a-version",
    label=message("Perhaps another version of an article"),
    keep=message("It is an article of its own"),
    ask=message("The slug of the article of which it is another version"),
    find=find,
    kept=kept,
    fixed=fixed,
)
