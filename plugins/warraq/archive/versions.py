"""
Versions of one article: the same address at its source, and other words.

News are rewritten where they stand. Each text that was found at an address is an article of its own, with its original, its record and
its notes; one of them is the article that readers are shown, and the others name it by `version_of`. How far each may be published
is said by `version_inheritance.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from warraq.language import message

from .article import Article
from .did_you_mean import did_you_mean
from .partial_date import PartialDate
from .problem import Level, Problem
from .version_inheritance import held_back_by


def version_day(article: Article) -> PartialDate | None:
    """Give the day on which a text stood at its address, or else came in; None where neither is known."""
    return (article.source.retrieved if article.source else None) or article.added


def age(article: Article) -> tuple[date, date]:
    """
    Give what tells an earlier version from a later one, as far as the archive knows.

    The first text that it had may know no day; of two that know none the date of the text decides.
    """
    days = (version_day(article), article.date)
    stood, dated = (day.first_day() if day else date.min for day in days)
    return stood, dated


def is_known_later(article: Article, other: Article) -> bool:
    """Tell whether an article is certainly a later version than the other one; of one month and a day in it neither is."""
    stood, others = age(article)[0], age(other)[0]
    if stood != others:
        return stood > others
    return bool(article.date and other.date and is_later_day(str(article.date), str(other.date)))


def is_later_day(day: str, other: str) -> bool:
    """Tell whether a day is certainly later than another one, each written as far as it is known (`2023-12`)."""
    return bool(day and other) and not (day.startswith(other) or other.startswith(day)) and day > other


def in_order(versions: Iterable[Article]) -> list[Article]:
    """Sort the versions of one article, the oldest first."""
    return sorted(versions, key=lambda a: (age(a), a.slug))


def by_article(articles: Iterable[Article]) -> Mapping[str, Sequence[Article]]:
    """Give the other versions by the slug of the article that is shown."""
    found: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.version_of:
            found[article.version_of].append(article)
    return found


def version_problems(articles: Sequence[Article]) -> Iterator[Problem]:
    """Yield a problem for each version that names no article, or another version."""
    by_slug = {article.slug: article for article in articles}
    for article in articles:
        if article.perhaps_version_of:
            what = message(
                "It stands at the same address of its source as {slug}, and may be another version.",
                slug=article.perhaps_version_of,
            )
            todo = message("Decide: python3 tasks.py review")
            if (other := by_slug.get(article.perhaps_version_of)) and held_back_by(other):
                what = message(
                    "It stands at the same address of its source as {slug}, of which less may be published, as of this one until you decide.",
                    slug=article.perhaps_version_of,
                )
            at = article.place("perhaps_version_of")
            yield Problem(article.path, *at, "perhaps_version_of", what, todo, Level.WARNING)
        if article.version_of is None:
            continue
        place = (article.path, *article.place("version_of"), "version_of")
        shown = by_slug.get(article.version_of)
        if shown is None:
            what = message("No article has the slug {value}.", value=article.version_of)
            yield Problem(*place, what, did_you_mean(article.version_of, by_slug, message("Write another slug.")))
        elif shown is article:
            what = message("An article can't be a version of itself.")
            yield Problem(*place, what, message("Take the key out, or write the slug of another article."))
        elif shown.version_of:
            what = message("{path} is itself a version of another article.", path=shown.path)
            yield Problem(*place, what, message("Write the slug of that one: {slug}", slug=shown.version_of))
