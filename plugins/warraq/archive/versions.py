"""
Versions of one article: the same address at its source, and other words.

News are rewritten where they stand. Each text that was found at an address is an article of its own, with its original, its record and
its notes; one of them is the article that readers are shown, and the others name it by `version_of`. So a version is as open as
the article at most: what was withdrawn, withheld or held back of that one is so of all its versions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from warraq.language import message

from .article import Article
from .did_you_mean import did_you_mean
from .partial_date import PartialDate
from .problem import Level, Problem


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


def inheriting(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Give the articles with what each version has of the article that is shown: none of them is more open than that one."""
    shown = {article.slug: article for article in articles if not article.version_of}
    return tuple(
        inherited(article, shown[article.version_of]) if article.version_of in shown else article
        for article in articles
    )


def inherited(version: Article, shown: Article) -> Article:
    """Give a version with what it has of the article that is shown."""
    own = {withheld.quote for withheld in version.withheld}
    embargoes = [each for each in (version.embargo, shown.embargo) if each]
    return replace(
        version,
        withdrawn=version.withdrawn or shown.withdrawn,
        status="draft" if "draft" in (version.status, shown.status) else version.status,
        embargo=max(embargoes, key=lambda day: day.first_day(), default=None),
        originals="private" if "private" in (version.originals, shown.originals) else version.originals,
        withheld=(*version.withheld, *(replace(w, inherited=True) for w in shown.withheld if w.quote not in own)),
        source_of_shown=shown.source,
    )


def as_inherited(read: Article, known: Article) -> Article:
    """Give an article that was read again with what the archive knows that it inherits."""
    if known.version_of is None:
        return read
    return replace(
        read,
        withdrawn=known.withdrawn,
        status=known.status,
        embargo=known.embargo,
        originals=known.originals,
        withheld=known.withheld,
        source_of_shown=known.source_of_shown,
    )


def inheritance(article: Article) -> bytes:
    """Give, as bytes to be hashed, what a version inherits, which its file does not say; empty for any other article."""
    if article.version_of is None:
        return b""
    return repr((*_openness(article), article.source_of_shown)).encode("utf-8", "surrogatepass")


def _openness(article: Article) -> tuple[object, ...]:
    """Give what decides how much of an article is published, but for rights."""
    return article.withdrawn, article.status, article.embargo, article.originals, article.withheld


def _is_more_open(article: Article, other: Article | None) -> bool:
    """Tell whether readers would see more of an article if it were no version of the other one."""
    return other is not None and _openness(inherited(article, other)) != _openness(article)


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
            if _is_more_open(article, by_slug.get(article.perhaps_version_of)):
                what = message(
                    "It stands at the same address of its source as {slug}, of which less may be published, and may be another version.",
                    slug=article.perhaps_version_of,
                )
                todo = message("Decide before you publish: python3 tasks.py review")
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
