"""Warnings of values for which the record has evidence that speaks for others: each is told of one article and its record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from warraq.archive.article import CONFIRMED_TITLE, Article
from warraq.archive.problem import Problem
from warraq.language import message

from .warnings import warning

if TYPE_CHECKING:
    from warraq.archive.record import Record


def evidence_warnings(article: Article, record: Record | None) -> Iterator[Problem]:
    """Give the warnings of an article; none of one of which nothing is published, and none of one that an editor has read."""
    if record and not article.withdrawn and not article.reviewed:
        yield from _evidence(article, record)
        yield from _doubtful(article, record)


def _evidence(article: Article, record: Record) -> Iterator[Problem]:
    """Warn of a date other than the one that the record has evidence for."""
    described = record.described.get("date")
    if described is None or described.value is None or article.date is None:
        return
    if str(article.date) != described.value:
        what = message(
            "{date} is not the date that the original gave, {given}.", date=str(article.date), given=described.value
        )
        yield warning(article, "date", what, message("Should it be right, add reviewed: and your name."))


def _doubtful(article: Article, record: Record) -> Iterator[Problem]:
    """Warn of a title or an author beside which the original states others, unless the article says something else."""
    for key, now in (("title", (article.title,)), ("author", tuple(article.authors))):
        described = record.described.get(key)
        if described is None or not described.candidates:
            continue
        given = (described.value,) if isinstance(described.value, str) else described.value
        confirmed = key == "title" and any(
            s.rule == CONFIRMED_TITLE and s.quote == article.title for s in article.settled
        )
        if given == now and not confirmed:
            what = message("The original also says: {others}.", others=" | ".join(described.candidates))
            yield warning(article, key, what, message("Should it be right, add reviewed: and your name."))
