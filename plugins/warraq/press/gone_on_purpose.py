"""
Published addresses that would vanish: which are gone on purpose, and which no message may name.

An address that holds a withheld name, or words of an article that was taken down, has to go without leading anywhere. The editor says
so by `removed:` in `content/site.yaml`. What `check` says of it stands in logs and issues that others read, so it has the hash instead.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.problem import Problem
from warraq.archive.removed import is_removed, removed_hash
from warraq.edition.withheld_words import WithheldWords
from warraq.language import Message, message
from warraq.pages import addresses

from .former_sitemap import vanished_addresses

ARTICLES = "articles/"
MOST_ASKED = 200
"""Articles whose former slugs git is asked for: it takes a tenth of a second for each."""
FormerSlugs = Callable[[Article], Collection[str] | None]
"""Give the slugs that an article had before; None where they are not known."""


def _unknown(_article: Article) -> None:
    """Say that nothing is known of an article's former slugs."""


def lost_addresses(
    archive: Archive, published: Collection[str], now: Collection[str], former: FormerSlugs = _unknown
) -> Iterator[Problem]:
    """Give a problem for each published address that is gone and not listed as gone, and for each that is listed and still there."""
    removed = frozenset(archive.site.removed)
    for address in sorted(now):
        if is_removed(address, removed):
            what = message(
                "A page stands at an address that removed: lists: {hash}", hash=Message(removed_hash(address))
            )
            todo = message(
                "Take it out of removed:, or give the article another slug: and no such alias; a name that is withheld goes from "
                "the pages of its author, tag or source with the last article that has it."
            )
            yield Problem("content/site.yaml", 0, 0, "removed", what, todo)
    lost = {each for each in set(published) - set(now) if not is_removed(each, removed)}
    yield from vanished_addresses(lost, (), unnamed_among(archive, lost, published, former).__contains__)


def unnamed_among(
    archive: Archive, lost: Collection[str], published: Collection[str], former: FormerSlugs = _unknown
) -> frozenset[str]:
    """
    Give those of the vanished addresses that no message may name.

    They hold withheld words, or may be the former address of an article that was taken down or withholds words, and moved.
    """
    restricted = [article for article in archive.articles if article.withdrawn or article.withheld]
    # What is withdrawn is in no sitemap, wherever it stands.
    perhaps_moved = [a for a in restricted if addresses.article(a.slug) not in published] if lost else []
    secret: tuple[str, ...] = ()
    for article in perhaps_moved:
        known = former(article) if len(perhaps_moved) <= MOST_ASKED else None
        if known is None:
            secret = (ARTICLES,)
            break
        secret += tuple(addresses.article(slug) for slug in known)
    quotes = dict.fromkeys(each.quote for article in archive.articles for each in article.withheld)
    words = WithheldWords(quotes, archive.site.language)
    any_named = words.are_in("\n".join(sorted(lost)))
    return frozenset(each for each in lost if each.startswith(secret) or (any_named and words.are_in(each)))
