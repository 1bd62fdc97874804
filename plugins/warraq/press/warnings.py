"""What somebody should look at, though the site can be built: equal titles, undated articles, open doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.problem import Level, Problem
from warraq.edition.edition import Edition, MarkKind
from warraq.language import Message, message


def warnings(archive: Archive, editions: Sequence[Edition], today: date) -> Iterator[Problem]:
    """All of them, in no order."""
    yield from _equal_titles(archive.articles)
    for article in archive.articles:
        yield from _dates(article, today)
    for made in editions:
        doubts = sum(mark.kind is MarkKind.DOUBT for mark in made.marks)
        if doubts:
            what = message("Doubts still open: {number}.", number=doubts)
            yield _warning(made.article, "", what, message("Decide on them: python3 tasks.py review"))


def _equal_titles(articles: Iterable[Article]) -> Iterator[Problem]:
    first: dict[str, Article] = {}
    for article in articles:
        other = first.setdefault(" ".join(article.title.split()), article)
        if other is not article:
            what = message("{path} has the same title.", path=other.path)
            yield _warning(article, "title", what, message("Is it the same article? Then delete one of the two."))


def _dates(article: Article, today: date) -> Iterator[Problem]:
    if article.date is None:
        yield _warning(
            article,
            "date",
            message("The article has no date, and stands under /undated/."),
            message("Write date: 2024-03-15, should you know it."),
        )
    elif article.date.first_day() > today:
        what = message("{date} is still to come.", date=str(article.date))
        todo = message("To publish it then, write embargo: {date}", date=str(article.date))
        yield _warning(article, "date", what, todo)


def _warning(article: Article, field: str, what: Message, todo: Message) -> Problem:
    line, column = next(((line, column) for name, line, column in article.places if name == field), (1, 0))
    return Problem(article.path, line, column, field, what, todo, Level.WARNING)
