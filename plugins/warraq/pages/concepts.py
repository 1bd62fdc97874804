"""A page for every concept that an article names, and the list of them all (الأسماء والمواضيع)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warraq.archive.concept import Concept, Scheme
from warraq.edition.edition import Edition

from . import addresses
from .direction import direction, language_name
from .filing import by_letter
from .grouping import by_concept, weight
from .jsonld import concept_page
from .page import Library, Page
from .paging import older_parts, parts, shown
from .timeline import list_timeline

MOST_CO_OCCURRING = 12
"""How many concepts that appear with it a page names."""


@dataclass(frozen=True, slots=True)
class LanguageLabels:
    """What a concept is called in one language."""

    lang: str
    dir: str
    language: str
    """Its name in itself."""
    name: str
    others: tuple[str, ...]


def concepts(library: Library) -> Iterator[Page]:
    """Yield the list of concepts, then the page of each that has articles."""
    site = library.archive.site
    known = library.archive.vocabulary.concepts
    shelves = by_concept(library)

    def label(concept: Concept) -> str:
        return concept.label(site.language)

    yield Page(
        "concepts/",
        "concepts.html",
        {
            "schemes": tuple(
                (
                    scheme.value,
                    by_letter(
                        (label(c), addresses.concept(c.id), len(shelves[c.id]))
                        for c in known.values()
                        if c.scheme is scheme and c.id in shelves
                    ),
                )
                for scheme in Scheme
            )
        },
    )
    for concept_id, shelf in shelves.items():
        concept = known[concept_id]
        listed = parts(addresses.concept(concept_id), shelf)
        timeline, dated = list_timeline(listed, site)
        yield Page(
            listed[0].address,
            "concept.html",
            {
                "concept": concept,
                "label": label(concept),
                "broader": tuple((label(known[b]), addresses.concept(b)) for b in concept.broader if b in shelves),
                "related": tuple((label(known[r]), addresses.concept(r)) for r in concept.related if r in shelves),
                "names": tuple(labels_by_language(concept)),
                "count": len(shelf),
                "timeline": timeline,
                "beside": tuple(
                    (label(known[b]), addresses.concept(b))
                    for b in co_occurring(concept_id, shelf, library)
                    if b in shelves
                ),
                "jsonld": concept_page(concept, library),
            }
            | shown(listed[0], site, dated),
        )
        yield from older_parts(listed, label(concept), site, dated)


def labels_by_language(concept: Concept) -> Iterator[LanguageLabels]:
    """Yield the names by language: those that the concept has of each, the preferred one first."""
    for lang in dict.fromkeys((*concept.pref_label, *concept.alt_labels)):
        others = concept.alt_labels.get(lang, ())
        name, *rest = (concept.pref_label[lang], *others) if lang in concept.pref_label else others
        yield LanguageLabels(lang, direction(lang), language_name(lang), name, tuple(rest))


def co_occurring(concept_id: str, shelf: tuple[Edition, ...], library: Library) -> list[str]:
    """Give the concepts that the same articles have, those that they share most first."""
    known = library.archive.vocabulary.concepts
    others = {id for edition in shelf for id in (*edition.article.tags, *edition.concepts) if id in known} - {
        concept_id
    }
    return sorted(others, key=weight(shelf, library))[:MOST_CO_OCCURRING]
