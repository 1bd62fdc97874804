"""
How far the versions of one article may be published.

Whoever withdraws, withholds or holds back an article means the text that stands at its address, and not one file: so a version is
as open as the article that is shown at most. Words that are withheld of one version are withheld of all of them, of the one that is shown too:
a name that has to go goes from each, also where two articles have one address and none says that it is a version of the other. What may be
a version, and no editor decided yet, is as closed as if it were one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .article import Article, Source, Withheld
from .families import Families


def inheriting(articles: Sequence[Article], *, of_address: bool = True) -> tuple[Article, ...]:
    """
    Give the articles with what each has of the versions around it; of articles that have it already nothing changes.

    `of_address`: with the words, too, that are withheld of other articles of its address.
    """
    of_address = of_address and any(map(_own_words, articles))
    if not of_address and not any(article.version_of or article.perhaps_version_of for article in articles):
        return tuple(articles)
    groups = _Groups(articles, Families(articles, of_address=of_address))
    return tuple(map(groups.closed, articles))


class _Groups:
    """The articles of an archive as versions of one another; each is closed once."""

    def __init__(self, articles: Sequence[Article], families: Families) -> None:
        self._families = families
        self._by_slug = {alias: article for article in articles for alias in article.aliases}
        self._by_slug |= {article.slug: article for article in articles}
        self._shown_by_slug = {article.slug: article for article in articles}
        self._withheld: dict[str, dict[str, Withheld]] = defaultdict(dict)
        for article in articles:
            if own := _own_words(article):
                its = self._withheld[families.name(article)]
                for each in own:
                    its.setdefault(each.quote, each)
        self._closed: dict[str, Article] = {}

    def closed(self, article: Article) -> Article:
        """Give an article with what it has of those above it; a ring of articles, which `check` refuses, is gone round once."""
        waiting: dict[str, Article] = {}
        at: Article | None = article
        while at and at.path not in waiting and at.path not in self._closed:
            waiting[at.path] = at
            at = self._above(at)
        above = self._closed.get(at.path) if at else None
        for each in reversed(waiting.values()):
            made = self._with_words_of_family(each)
            above = self._closed[each.path] = inherited(made, above) if above else made
        return self._closed[article.path]

    def _above(self, article: Article) -> Article | None:
        if article.version_of:
            return self._shown_by_slug.get(article.version_of)
        return self._by_slug.get(article.perhaps_version_of) if article.perhaps_version_of else None

    def _with_words_of_family(self, article: Article) -> Article:
        own = _own_words(article)
        of_family: Mapping[str, Withheld] = self._withheld.get(self._families.name(article), {})
        quotes = {each.quote for each in own}
        others = tuple(replace(each, inherited=True) for each in of_family.values() if each.quote not in quotes)
        return replace(article, withheld=(*own, *others)) if others else article


def _own_words(article: Article) -> tuple[Withheld, ...]:
    return tuple(each for each in article.withheld if not each.inherited)


def inherited(version: Article, shown: Article) -> Article:
    """
    Give a version with what it has of the article that is shown.

    Of what may be one, and was never published, no notice says that it was withdrawn: it is a draft until an editor decides.
    """
    is_certain = version.version_of is not None
    is_draft = "draft" in (version.status, shown.status) or bool(shown.withdrawn and not is_certain)
    own = {withheld.quote for withheld in version.withheld}
    embargoes = [each for each in (version.embargo, shown.embargo) if each]
    return replace(
        version,
        withdrawn=version.withdrawn or (shown.withdrawn if is_certain else None),
        status="draft" if is_draft else version.status,
        embargo=max(embargoes, key=lambda day: day.first_day(), default=None),
        originals="private" if "private" in (version.originals, shown.originals) else version.originals,
        withheld=(*version.withheld, *(replace(w, inherited=True) for w in shown.withheld if w.quote not in own)),
        sources_of_shown=tuple(dict.fromkeys(_sources(shown))),
    )


def _sources(shown: Article) -> Iterator[Source]:
    """Yield the sources whose rights hold for the versions of an article, and no more of them than rights are known by."""
    if shown.source:
        yield Source(shown.source.name, rights=shown.source.rights)
    yield from shown.sources_of_shown


def as_inherited(read: Article, known: Article) -> Article:
    """Give an article that was read again with what the archive knows that it inherits."""
    if not _inherits(known):
        return read
    return replace(
        read,
        withdrawn=known.withdrawn,
        status=known.status,
        embargo=known.embargo,
        originals=known.originals,
        withheld=known.withheld,
        sources_of_shown=known.sources_of_shown,
    )


def inheritance(article: Article) -> bytes:
    """Give, as bytes to be hashed, what an article has of its other versions, which its file does not say; empty where that is nothing."""
    if not _inherits(article):
        return b""
    return repr((*_openness(article), article.sources_of_shown)).encode("utf-8", "surrogatepass")


def _inherits(article: Article) -> bool:
    return bool(
        article.version_of or article.perhaps_version_of or any(withheld.inherited for withheld in article.withheld)
    )


def _openness(article: Article) -> tuple[object, ...]:
    """Give what decides how much of an article is published, but for rights."""
    return article.withdrawn, article.status, article.embargo, article.originals, article.withheld


def held_back_by(article: Article) -> tuple[str, ...]:
    """Name the keys by which less of an article than all is published, but for rights."""
    found = {
        "status": article.status == "draft",
        "embargo": article.embargo is not None,
        "withdrawn": article.withdrawn is not None,
        "originals": article.originals == "private",
        "withheld": bool(article.withheld),
    }
    return tuple(key for key, is_so in found.items() if is_so)


def more_closed(article: Article, other: Article) -> tuple[str, ...]:
    """Name the keys by which less of an article is published than of the other one, but for words and rights."""
    later = article.embargo and (not other.embargo or other.embargo.first_day() < article.embargo.first_day())
    found = {
        "status": article.status == "draft" != other.status,
        "embargo": bool(later),
        "withdrawn": bool(article.withdrawn and not other.withdrawn),
        "originals": article.originals == "private" != other.originals,
    }
    return tuple(key for key, is_so in found.items() if is_so)
