"""
Facets that readers combine (year, source, name or topic) without a server.

One facet is a page of its own, which needs no script. For several, the home fetches this index when a reader opens the choice:
every article with its facets by number, so that 5,000 articles stay a small file.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from . import addresses
from .article_facts import told_of
from .dates import year_name
from .grouping import by_source, by_year, concepts_by_weight, largest_first
from .gzipped import gzipped
from .items import list_item
from .page import File, LargeFile, Library
from .texts import as_json

INDEX = "data/facets.json.gz"


def facets(library: Library) -> Iterator[File]:
    """Yield the index."""
    language = library.archive.site.language
    labels = "\0".join(f"{id_}\0{its.label(language)}" for id_, its in library.archive.vocabulary.concepts.items())
    yield LargeFile(INDEX, told_of(library.articles, labels), partial(_index, library))


def _index(library: Library) -> bytes:
    """Write the names of the facets, those with the most articles first, and the articles in the order of the home."""
    site = library.archive.site
    known = library.archive.vocabulary.concepts
    concepts = concepts_by_weight(library)
    sources = largest_first(by_source(library))
    years = sorted(by_year(library.articles), reverse=True)
    concept_numbers: dict[str, list[int]] = {}
    for number, (_, of_concept) in enumerate(concepts):
        for facts in of_concept:
            concept_numbers.setdefault(facts.article.slug, []).append(number)
    # By address: names that differ only in case are one source.
    source_numbers = {addresses.source(name): number for number, (name, _) in enumerate(sources)}
    year_numbers = {year: number for number, year in enumerate(years)}
    articles = []
    for facts in library.articles:
        item, article = list_item(facts, site), facts.article
        articles.append(
            {
                "address": addresses.article(article.slug),
                "title": article.title,
                "lang": article.lang,
                "dir": item.dir,
                "date": item.date.text if item.date else "",
                "year": [year_numbers[article.date.year]] if article.date else [],
                "source": [source_numbers[addresses.source(article.source.name)]] if article.source else [],
                "concept": concept_numbers.get(article.slug, []),
            }
        )
    labels = [known[c].label(site.language) for c, _ in concepts]
    index = {
        "year": [year_name(year, site) for year in years],
        "source": [name for name, _ in sources],
        "concept": labels,
        "articles": articles,
    }
    return gzipped([f"{as_json(index)}\n".encode()])
