"""
The rules as data: a concept scheme (SKOS, in JSON-LD), which the annotations of all articles name.

By which rule a passage was repaired, or is doubted, is said at each of ten thousand passages; what the rule says stands here once, in
every language of the interface. The fragment of an address is the rule's name, here and on the page of the method.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from warraq.archive.concept_schema import SITE_LANGUAGES
from warraq.edition.apparatus import reason
from warraq.edition.attribution import REASONS

from .page import LargeFile, Library
from .texts import as_json

ADDRESS = "data/rules.jsonld"
CONTEXT = {
    "@vocab": "http://www.w3.org/2004/02/skos/core#",
    "id": "@id",
    "type": "@type",
    "rules": {"@reverse": "inScheme"},
    "definition": {"@container": "@language"},
    "seeAlso": {"@id": "http://www.w3.org/2000/01/rdf-schema#seeAlso", "@type": "@id"},
}


def rules(library: Library) -> Iterator[LargeFile]:
    """Yield the file, which is the same in every build of one program for one site."""
    yield LargeFile(ADDRESS, "", partial(_scheme, library.url(ADDRESS)))


def _scheme(own: str) -> bytes:
    """Write each rule with its name, why it changes or doubts something, and where the method shows its examples."""
    from warraq.repair import RULES

    scheme = {
        "@context": {**({"@base": own} if own else {}), **CONTEXT},
        "id": own or "rules.jsonld",
        "type": "ConceptScheme",
        "rules": [
            *(_concept(rule.name) | {"seeAlso": f"../method/#{rule.name}"} for rule in RULES),
            *map(_concept, REASONS),
        ],
    }
    return f"{as_json(scheme)}\n".encode()


def _concept(name: str) -> dict[str, object]:
    why = reason(name)
    return {
        "id": f"#{name}",
        "type": "Concept",
        "notation": name,
        "definition": {language: why.text(language) for language in SITE_LANGUAGES},
    }


@cache
def is_described(rule: str) -> bool:
    """Tell whether a rule stands in the file; a record may name one that is no more."""
    from warraq.repair import rule_named

    try:
        return rule in REASONS or bool(rule_named(rule))
    except KeyError:
        return False
