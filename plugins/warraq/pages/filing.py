"""
Where a name stands in an Arabic index: by its first letter, without the article and without regard to hamza or vowel marks.

«الأوراسي» is looked for under ا, «البحر» under ب: Arabic libraries file names so. Folded letters stand in the order of the
alphabet, as their code points do.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from warraq.arabic.folding import fold

from .items import CountedLink

ARTICLE = "ال"


def filing_key(name: str) -> str:
    """Give the text that a name is sorted by."""
    plain = fold(name).strip()
    return plain[len(ARTICLE) :] if plain.startswith(ARTICLE) and len(plain) > len(ARTICLE) + 1 else plain


def index_letter(name: str) -> str:
    """Give the letter that a name stands under; `#` for digits and signs."""
    first = filing_key(name)[:1].upper()
    return first if first.isalpha() else "#"


def by_letter(links: Iterable[CountedLink]) -> tuple[tuple[str, tuple[CountedLink, ...]], ...]:
    """Sort links by their names, and group them by letter."""
    ordered = sorted(links, key=lambda link: (index_letter(link.name), filing_key(link.name), link.name))
    return tuple((letter, tuple(group)) for letter, group in groupby(ordered, key=lambda link: index_letter(link.name)))
