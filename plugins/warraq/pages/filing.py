"""
Where a name stands in an Arabic index: by its first letter, without the article and without regard to hamza or vowel marks.

«الأوراسي» is looked for under ا, «البحر» under ب: that is how Arabic libraries file. Folded letters stand in the order of the
alphabet, as their code points do.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol, TypeVar

from warraq.arabic.folding import folded

ARTICLE = "ال"


class Named(Protocol):
    """What has a name at its beginning."""

    def __getitem__(self, place: int, /) -> object: ...


NamedT = TypeVar("NamedT", bound=Named)


def filing_key(name: str) -> str:
    """Give what a name is sorted by."""
    plain = folded(name).strip()
    return plain[len(ARTICLE) :] if plain.startswith(ARTICLE) and len(plain) > len(ARTICLE) + 1 else plain


def index_letter(name: str) -> str:
    """Give the letter that a name stands under; `#` for digits and signs."""
    first = filing_key(name)[:1].upper()
    return first if first.isalpha() else "#"


def by_letter(named: Iterable[NamedT]) -> tuple[tuple[str, tuple[NamedT, ...]], ...]:
    """Sort tuples by the name they begin with, and part them by letter."""
    ordered = sorted(named, key=lambda each: (index_letter(str(each[0])), filing_key(str(each[0])), str(each[0])))
    return tuple(
        (first, tuple(group)) for first, group in groupby(ordered, key=lambda each: index_letter(str(each[0])))
    )
