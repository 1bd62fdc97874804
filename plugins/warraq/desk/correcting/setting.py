"""One value for every article of which a condition holds."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.did_you_mean import closest_word
from warraq.archive.problem import WrongValueError
from warraq.archive.values import cut_words
from warraq.language import Message, message

from .articles import Articles, CorrectableArticle
from .conditions import Comparison, Condition, comparisons_in, is_same, values_asked
from .fields import LISTS, cell_of, words_of

FREE = ("source", "author", "tags", "lang", "rights")
"""Fields whose values recur, so that a new one may be a slip."""


def chosen(articles: Articles, condition: Condition) -> list[CorrectableArticle]:
    """Give the articles of which a condition holds; a WrongValueError where it names a value that no article has."""
    for comparison in comparisons_in(condition):
        if comparison.sign in ("=", "!=") and not _is_known(comparison, articles):
            raise _unknown(comparison, articles)
    return [this for this in articles.all if condition.holds(this.article)]


def _is_known(comparison: Comparison, articles: Articles) -> bool:
    return any(
        is_same(comparison.field, word, comparison.value)
        for this in articles.all
        for word in values_asked(this.article, comparison.field)
    )


def _unknown(comparison: Comparison, articles: Articles) -> WrongValueError:
    known = dict.fromkeys(word for this in articles.all for word in values_asked(this.article, comparison.field))
    guess = closest_word(comparison.value, known)
    what = message("No article has {field} “{value}”.", field=comparison.field, value=comparison.value)
    if guess:
        return WrongValueError(what, message("Did you mean {guess}?", guess=guess))
    return WrongValueError(
        what, message("Words within a value are found by: {field} contains …", field=comparison.field)
    )


def set_values(articles: list[CorrectableArticle], field: str, value: str) -> Iterator[CorrectableArticle]:
    """Yield the articles whose value is another one now."""
    yield from (this for this in articles if cell_of(this.article, field) != value)


def notice_of_slip(articles: Articles, field: str, value: str) -> Message | None:
    """Say that a value is new to the archive and near one that it has."""
    if field not in FREE:
        return None
    known = {word for this in articles.all for word in words_of(this.article, field)}
    for word in cut_words(value) if field in LISTS else [value]:
        if word and word not in known and (guess := closest_word(word, sorted(known))):
            return message("“{value}” is new here; near it is “{guess}”.", value=word, guess=guess)
    return None
