"""
Articles and concepts described for machines, in their pages: schema.org `NewsArticle`, and SKOS.

The publisher of an article is its source, never this archive: the archived text was published there. The archive is its maintainer.
"""

from __future__ import annotations

from collections.abc import Mapping

from warraq.archive.article import Article
from warraq.archive.concept import Concept, Scheme
from warraq.archive.partial_date import PartialDate
from warraq.edition.edition import Edition

from . import addresses
from .heads import picture
from .page import Library
from .provenance import original_address

Value = str | Mapping[str, object] | list[Mapping[str, object]]
TYPES = {
    Scheme.ORGANISATION: "Organization",
    Scheme.PERSON: "Person",
    Scheme.PLACE: "Place",
    Scheme.EVENT: "Event",
    Scheme.TOPIC: "DefinedTerm",
}
WIKIDATA = "http://www.wikidata.org/entity/"


def news_article(edition: Edition, library: Library) -> Mapping[str, object]:
    """Describe one article; addresses are absolute where the site has one, else they are left out."""
    article, record = edition.article, edition.record
    known = library.archive.vocabulary.concepts
    url = library.url(addresses.article(article.slug))
    about = [known[tag] for tag in article.tags if tag in known]
    mentions = [known[id_] for id_ in edition.concepts if id_ not in article.tags and id_ in known]
    described: dict[str, object | None] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "inLanguage": article.lang,
        "url": url,
        "datePublished": _date(article.date),
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": article.source.name} if article.source else None,
        "isBasedOn": _sources(edition, library),
        "archivedAt": article.source.archived_url if article.source else None,
        "image": picture(edition, library),
        "about": [concept_node(c, library) for c in about],
        "mentions": [concept_node(c, library) for c in mentions],
        "keywords": [tag for tag in article.tags if tag not in known],
        "correction": [
            {"@type": "CorrectionComment", "text": c.note, "datePublished": str(c.date)} for c in article.corrections
        ],
        "maintainer": {"@type": "ArchiveOrganization", "name": library.archive.site.name},
        "identifier": _identifiers(article, record.original.sha256 if record else ""),
    }
    return {name: value for name, value in described.items() if value}


def _identifiers(article: Article, sha256: str) -> object:
    """Give what an article and its original are known by elsewhere: one, or a list."""
    named = (("DOI", article.doi), ("ARK", article.ark), ("SHA-256", sha256))
    found = [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in named if value]
    return found[0] if len(found) == 1 else found


def concept_node(concept: Concept, library: Library) -> Mapping[str, object]:
    """Name one concept."""
    language = library.archive.site.language
    named: dict[str, object | None] = {
        "@type": TYPES[concept.scheme],
        "name": concept.label(language),
        "url": library.url(addresses.concept(concept.id)),
        "sameAs": WIKIDATA + concept.wikidata if concept.wikidata else None,
    }
    return {name: value for name, value in named.items() if value}


def skos_concept(known: Concept, library: Library) -> Mapping[str, object]:
    """Describe a concept on its own page, in SKOS."""
    url = library.url(addresses.concept(known.id))
    described: dict[str, object | None] = {
        "@context": {
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
            "dct": "http://purl.org/dc/terms/",
        },
        "@id": url,
        "@type": "skos:Concept",
        "skos:notation": known.id,
        "skos:prefLabel": [_language_string(text, lang) for lang, text in known.pref_label.items()],
        "skos:altLabel": [_language_string(text, lang) for lang, texts in known.alt_labels.items() for text in texts],
        "skos:definition": [_language_string(text, lang) for lang, text in known.definition.text.items()]
        if known.definition
        else None,
        "dct:source": known.definition.source if known.definition else None,
        "skos:broader": [_reference(id_, library) for id_ in known.broader],
        "skos:related": [_reference(id_, library) for id_ in known.related],
        "skos:exactMatch": {"@id": WIKIDATA + known.wikidata} if known.wikidata else None,
        "geo:lat": known.coordinates[0] if known.coordinates else None,
        "geo:long": known.coordinates[1] if known.coordinates else None,
    }
    return {name: value for name, value in described.items() if value or value == 0.0}


def _language_string(text: str, language: str) -> Mapping[str, object]:
    return {"@value": text, "@language": language}


def _reference(concept_id: str, library: Library) -> Mapping[str, object]:
    return {"@id": library.url(addresses.concept(concept_id)) or f"urn:warraq:{concept_id}"}


def _date(date: PartialDate | None) -> str | None:
    """Format a date by ISO 8601, which has dates without a day, as EDTF does."""
    return str(date) if date else None


def _sources(edition: Edition, library: Library) -> list[object]:
    """List the page at the source, and the file that the article was made of."""
    source = edition.article.source
    found: list[object] = [source.url] if source and source.url else []
    if edition.original:
        file: dict[str, object] = {"@type": "DigitalDocument", "name": edition.original.name}
        if not edition.article.withheld and (url := library.url(original_address(edition))):
            file["url"] = url
        found.append(file)
    return found
