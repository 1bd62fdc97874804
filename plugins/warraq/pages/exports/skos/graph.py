"""
The vocabulary as statements of SKOS.

What SKOS forbids is left out, so that no tool has to mend it: a name is preferred or another one and not both, what is wider is
not related besides. What it derives is stated, because many tools do not derive: narrower beside broader, both ways of related,
top concepts from both sides. Sorts (person, place …) are collections of one scheme: a place may lie within an organisation's
reach, and SKOS has no hierarchy across schemes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from warraq.arabic.folding import fold
from warraq.archive.concept import Concept, Scheme
from warraq.language import Message, message
from warraq.pages import addresses
from warraq.pages.exports.tei.escaping import LANGUAGE
from warraq.pages.exports.tei.inline import pointer
from warraq.pages.jsonld import WIKIDATA
from warraq.pages.page import Library

PREFIXES = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
SORTS: Mapping[Scheme, Message] = {
    Scheme.ORGANISATION: message("Organisations"),
    Scheme.PERSON: message("People"),
    Scheme.PLACE: message("Places"),
    Scheme.EVENT: message("Events"),
    Scheme.TOPIC: message("Topics"),
}
NAMED_IN = ("ar", "en", "fa")
"""The languages in which the collections are named: those of the interface."""


@dataclass(frozen=True, slots=True)
class Iri:
    """What has an address."""

    value: str


@dataclass(frozen=True, slots=True)
class Text:
    """Words; of a language, or of a datatype."""

    value: str
    lang: str = ""
    datatype: str = ""
    """With its prefix."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing, its types, and what is stated of it: (property with its prefix, value), each once, in order."""

    iri: str
    type: str
    stated: tuple[tuple[str, Iri | Text], ...]


def vocabulary(library: Library) -> Iterator[Subject]:
    """Yield the scheme, its collections and its concepts; of the library, only public concepts are in it."""
    return _Graph(library).subjects()


class _Graph:
    def __init__(self, library: Library) -> None:
        self._library = library
        self._known = library.archive.vocabulary.concepts
        self._scheme = self._address("concepts/", "vocabulary")
        self._wider = {id_: self._wider_than(id_) for id_ in self._known}
        self._narrower: dict[str, list[str]] = {id_: [] for id_ in self._known}
        self._related: dict[str, dict[str, None]] = {id_: {} for id_ in self._known}
        for id_, concept in self._known.items():
            for other in concept.broader:
                if other in self._known:
                    self._narrower[other].append(id_)
            for other in concept.related:
                if (
                    other in self._known
                    and other != id_
                    and other not in self._wider[id_]
                    and id_ not in self._wider[other]
                ):
                    self._related[id_][other] = self._related[other][id_] = None

    def subjects(self) -> Iterator[Subject]:
        """Yield what is described."""
        site = self._library.archive.site
        own = Text(site.name, site.language)
        titles: list[tuple[str, Iri | Text]] = [("skos:prefLabel", own), ("dct:title", own)]
        titles += (("dct:description", _text(words, lang)) for lang, words in site.description.items())
        tops = [("skos:hasTopConcept", Iri(self._iri(id_))) for id_ in self._known if self._is_top(id_)]
        yield Subject(self._scheme, "skos:ConceptScheme", (*titles, *tops))
        for sort, name in SORTS.items():
            members = [("skos:member", Iri(self._iri(c.id))) for c in self._known.values() if c.scheme is sort]
            labels = [("skos:prefLabel", Text(name.text(lang), lang)) for lang in NAMED_IN]
            if members:
                scheme = ("skos:inScheme", Iri(self._scheme))
                yield Subject(f"{self._scheme}#{sort.value}", "skos:Collection", (scheme, *labels, *members))
        for concept in self._known.values():
            yield Subject(self._iri(concept.id), "skos:Concept", tuple(dict.fromkeys(self._stated(concept))))

    def _stated(self, concept: Concept) -> Iterator[tuple[str, Iri | Text]]:
        yield "skos:inScheme", Iri(self._scheme)
        if self._is_top(concept.id):
            yield "skos:topConceptOf", Iri(self._scheme)
        yield "skos:notation", Text(concept.id)
        yield from _labels(concept)
        if definition := concept.definition:
            yield from (("skos:definition", _text(words, lang)) for lang, words in definition.text.items())
            if definition.source:
                is_address = definition.source.startswith(("http://", "https://")) and pointer(definition.source)
                yield "dct:source", Iri(pointer(definition.source)) if is_address else Text(definition.source)
        yield from (("skos:broader", Iri(self._iri(id_))) for id_ in concept.broader if id_ in self._known)
        yield from (("skos:narrower", Iri(self._iri(id_))) for id_ in self._narrower[concept.id])
        yield from (("skos:related", Iri(self._iri(id_))) for id_ in self._related[concept.id])
        if concept.wikidata:
            yield "skos:exactMatch", Iri(WIKIDATA + concept.wikidata)
        if concept.coordinates:
            yield "geo:lat", Text(str(concept.coordinates[0]), datatype="xsd:decimal")
            yield "geo:long", Text(str(concept.coordinates[1]), datatype="xsd:decimal")

    def _is_top(self, id_: str) -> bool:
        return not any(other in self._known for other in self._known[id_].broader)

    def _wider_than(self, id_: str) -> frozenset[str]:
        """Give all that is wider than a concept, on any way."""
        found: set[str] = set()
        waiting = [id_]
        while waiting:
            for other in self._known[waiting.pop()].broader:
                if other in self._known and other not in found:
                    found.add(other)
                    waiting.append(other)
        return frozenset(found)

    def _iri(self, id_: str) -> str:
        return self._address(addresses.concept(id_), id_)

    def _address(self, address: str, name: str) -> str:
        """Give the address that a thing has in the site; without a site a name that is none on the web."""
        return self._library.url(address) or f"urn:warraq:{pointer(name)}"


def _labels(concept: Concept) -> Iterator[tuple[str, Text]]:
    """Yield preferred and other names, and for search the Arabic ones as they are typed: without vowel marks, hamzas and the like."""
    taken: set[tuple[str, str]] = set()
    for lang, label in concept.pref_label.items():
        taken.add((label, lang))
        yield "skos:prefLabel", _text(label, lang)
    for lang, labels in concept.alt_labels.items():
        for label in labels:
            if (label, lang) not in taken:
                taken.add((label, lang))
                yield "skos:altLabel", _text(label, lang)
    for label, lang in sorted(taken):
        if lang == "ar" and (typed := fold(label)) and (typed, lang) not in taken:
            yield "skos:hiddenLabel", Text(typed, lang)


def _text(words: str, lang: str) -> Text:
    return Text(words, lang if LANGUAGE.fullmatch(lang) else "")
