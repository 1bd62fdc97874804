"""
What conditions say of an article: comparisons of its fields, and such as are put together.

A field that has several values fulfils `=` where one of them is equal. `!=` is true wherever `=` is not, so also where the value is missing. How
people write them: `condition_language.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from warraq.arabic.folding import fold
from warraq.archive.address_key import address_key
from warraq.archive.article import Article
from warraq.archive.front_matter_date import ascii_decimals
from warraq.archive.values import tidy

from .fields import words_of


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison of a field with a value."""

    field: str
    sign: str
    value: str = ""

    def holds(self, article: Article) -> bool:
        """Tell whether it holds for an article."""
        return self.holds_of(partial(values_asked, article))

    def holds_of(self, values: Callable[[str], tuple[str, ...]]) -> bool:
        """Tell whether it holds for something of which `values` gives the values of a field."""
        found = values(self.field)
        if self.sign == "missing":
            return not any(word and word != "unknown" for word in found)
        if self.sign == "contains":
            asked = fold(self.value)
            return any(asked in fold(word) for word in found)
        is_equal = any(is_same(self.field, word, self.value) for word in found)
        return is_equal if self.sign == "=" else not is_equal


@dataclass(frozen=True, slots=True)
class Combined:
    """Conditions put together: `and`, `or`, or `not` of a single one."""

    how: str
    parts: tuple[Condition, ...]

    def holds(self, article: Article) -> bool:
        """Tell whether it holds for an article."""
        return self.holds_of(partial(values_asked, article))

    def holds_of(self, values: Callable[[str], tuple[str, ...]]) -> bool:
        """Tell whether it holds for something of which `values` gives the values of a field."""
        if self.how == "not":
            return not self.parts[0].holds_of(values)
        return (all if self.how == "and" else any)(part.holds_of(values) for part in self.parts)


Condition = Comparison | Combined


def values_asked(article: Article, field: str) -> tuple[str, ...]:
    """Give the values of a field that a condition may name."""
    if field == "file":
        return (article.path.removeprefix("content/articles/"),)
    return (article.slug,) if field == "slug" else words_of(article, field)


def is_same(field: str, one: str, other: str) -> bool:
    """Tell whether two values are one: a year has its days, an address may have its `www.`, capitals are not looked at."""
    if field == "url":
        return address_key(one) == address_key(other)
    if field == "date":
        day = ascii_decimals(other)
        return one == day or one.startswith(f"{day}-")
    if field == "file":
        return one == other.removeprefix("content/").removeprefix("articles/")
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", tidy(text)).casefold()


def comparisons_in(condition: Condition) -> Iterator[Comparison]:
    """Yield every comparison of a condition."""
    if isinstance(condition, Comparison):
        yield condition
    else:
        for part in condition.parts:
            yield from comparisons_in(part)
