"""
The references of all articles, from which a browser makes the citations of the archive or of a list, in each format.

A source, a name, a month: an article stands in a dozen lists, and their files in three formats would weigh more than its text. So its
reference stands once, in a packed file of CSL-JSON, with the addresses of the lists that it is on; a page picks those of its list
(`theme/static/js/citations.js`), and the file itself is for whoever has no script. They cite articles and not versions, so that the edit of a text
changes none of them; of many articles there is one file for each year, and one article changes one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from warraq.archive.article import Article

from .. import addresses
from ..article_facts import ArticleFacts, told_of
from ..data import newest_first, periods
from ..gzipped import gzipped
from ..page import File, LargeFile, Library
from ..texts import as_json
from .reference import Reference, reference

FILES = "data/citations{}.json.gz"
INDEX = "data/citations.json"
"""The names of these files, each with the number of its references."""


def citations(library: Library) -> Iterator[File]:
    """Yield the files of all references, and their index."""
    # What a tag leads to is decided by the vocabulary.
    known = "\0".join(sorted(library.archive.vocabulary.concepts))
    counts: dict[str, int] = {}
    for period, articles in periods(sorted(library.all, key=newest_first)):
        address = FILES.format(period)
        counts[address.rpartition("/")[2]] = len(articles)
        yield LargeFile(address, told_of(articles, known), partial(_packed, articles, library))
    yield File(INDEX, f"{as_json(counts)}\n".encode())


def collected(facts: ArticleFacts, library: Library) -> Reference:
    """Give the reference to an article with the address of its page, and those of the lists that it is on: another version is on none."""
    article = facts.article
    lists = [] if article.version_of else [*dict.fromkeys(_lists(facts, library))]
    custom = {"address": addresses.article(article.slug), "lists": lists}
    return {**reference(article, library, inferred=facts.inferred), "custom": custom}


def _lists(facts: ArticleFacts, library: Library) -> Iterator[str]:
    article, known = facts.article, library.archive.vocabulary.concepts
    if article.source:
        yield addresses.source(article.source.name)
    yield from map(addresses.author, article.authors)
    yield from (addresses.tag(tag) for tag in article.tags if tag not in known)
    yield from (addresses.concept(id_) for id_ in (*article.tags, *facts.concepts) if id_ in known)
    yield from _periods(article)


def _periods(article: Article) -> Iterator[str]:
    if article.date:
        yield f"{article.date.year:04}/"
    if article.date and article.date.month:
        yield f"{article.date.year:04}/{article.date.month:02}/"


def _packed(articles: Iterable[ArticleFacts], library: Library) -> bytes:
    return gzipped(piece.encode() for piece in _lines(articles, library))


def _lines(articles: Iterable[ArticleFacts], library: Library) -> Iterator[str]:
    before = "[\n"
    for facts in articles:
        yield before + as_json(collected(facts, library))
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"
