"""The names of an article as `<standOff>`: persons, organisations, places and events, each once, with its other names and its numbers elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warraq.archive.concept import Concept, Scheme
from warraq.edition.edition import Edition, MarginEntry
from warraq.pages import addresses
from warraq.pages.article_facts import entries_of
from warraq.pages.jsonld import WIKIDATA
from warraq.pages.page import Library

from .escaping import Characters, element, language, plain
from .inline import pointer
from .marks import cited, note_content

LISTS = {
    Scheme.PERSON: ("listPerson", "person", "persName"),
    Scheme.ORGANISATION: ("listOrg", "org", "orgName"),
    Scheme.PLACE: ("listPlace", "place", "placeName"),
    Scheme.EVENT: ("listEvent", "event", "label"),
}
"""Topics are no things that stand off: they are categories of a taxonomy in the header."""


def stand_off(edition: Edition, prefix: str, library: Library, characters: Characters) -> str:
    """Write `<standOff>`; nothing where an article names nothing."""
    concepts = [*_concepts_of(edition, library)]
    glosses = {entry.mark.concept: entry for entry in entries_of(edition) if entry.mark.first}
    lists: list[str] = []
    for scheme, (list_tag, tag, name_tag) in LISTS.items():
        items = "".join(
            _item(
                c,
                (tag, name_tag),
                f"{prefix}.c.",
                library,
                _gloss(glosses.get(c.id), characters),
                len(edition.article.withheld),
            )
            for c in concepts
            if c.scheme is scheme
        )
        lists += [f"<{list_tag}>\n{items}</{list_tag}>\n"] if items else []
    return f"<standOff>\n{''.join(lists)}</standOff>\n" if lists else ""


def topics(edition: Edition, prefix: str, library: Library) -> str:
    """Write the topics of an article as a taxonomy."""
    found = [c for c in _concepts_of(edition, library) if c.scheme is Scheme.TOPIC]
    categories = "".join(_category(c, f"{prefix}.c.", library) for c in found)
    return element("taxonomy", categories, {"xml:id": f"{prefix}.topics"}) if categories else ""


def whole_vocabulary(library: Library, prefix: str) -> tuple[str, str]:
    """Write all concepts of the archive that may be published: `<standOff>`, and the taxonomy of its topics."""
    concepts = library.archive.vocabulary.concepts.values()
    lists: list[str] = []
    for scheme, (list_tag, tag, name_tag) in LISTS.items():
        items = "".join(
            _item(c, (tag, name_tag), prefix, library, _definitions(c), 0) for c in concepts if c.scheme is scheme
        )
        lists += [f"<{list_tag}>\n{items}</{list_tag}>\n"] if items else []
    categories = "".join(_category(c, prefix, library) for c in concepts if c.scheme is Scheme.TOPIC)
    taxonomy = element("taxonomy", categories, {"xml:id": "topics"}) if categories else ""
    return (f"<standOff>\n{''.join(lists)}</standOff>\n" if lists else ""), taxonomy


def _concepts_of(edition: Edition, library: Library) -> Iterator[Concept]:
    known = library.archive.vocabulary.concepts
    ids = dict.fromkeys((*edition.concepts, *edition.article.tags))
    yield from (known[id_] for id_ in ids if id_ in known)


def _names(concept: Concept, tag: str, library: Library, withheld: int) -> Iterable[str]:
    """Write the preferred names; where words are withheld, that one alone which pages show."""
    if withheld:
        label = concept.label(library.archive.site.language)
        yield element(tag, plain(label))
        return
    for lang, label in concept.pref_label.items():
        yield element(tag, plain(label), {"type": "preferred", **language(lang)})


def _item(concept: Concept, tags: tuple[str, str], prefix: str, library: Library, note: str, withheld: int) -> str:  # noqa: PLR0913, PLR0917 - each is a part of the element
    tag, name_tag = tags
    pieces = [*_names(concept, name_tag, library, withheld)]
    if concept.coordinates and concept.scheme is Scheme.PLACE:
        pieces.append(f"<location><geo>{concept.coordinates[0]} {concept.coordinates[1]}</geo></location>")
    if note and concept.scheme is Scheme.EVENT:
        pieces.append(note)
        note = ""
    pieces += (element("idno", plain(value), {"type": kind}) for kind, value in _numbers(concept, library))
    return element(tag, "".join([*pieces, note]), {"xml:id": f"{prefix}{concept.id}"}) + "\n"


def _numbers(concept: Concept, library: Library) -> Iterator[tuple[str, str]]:
    if url := library.url(addresses.concept(concept.id)):
        yield "URI", pointer(url)
    if concept.wikidata:
        yield "Wikidata", WIKIDATA + concept.wikidata


def _category(concept: Concept, prefix: str, library: Library) -> str:
    names = "".join(
        element("catDesc", element("term", plain(label)), language(lang)) for lang, label in concept.pref_label.items()
    )
    numbers = [pointer(value) for _, value in _numbers(concept, library)]
    return element("category", names, {"xml:id": f"{prefix}{concept.id}", "corresp": " ".join(numbers)})


def _gloss(entry: MarginEntry | None, characters: Characters) -> str:
    if entry is None or not entry.html:
        return ""
    return element(
        "note",
        note_content(entry.html, characters) + "".join(map(cited, entry.sources)),
        {"type": "gloss", **language(entry.lang)},
    )


def _definitions(concept: Concept) -> str:
    definition = concept.definition
    if definition is None:
        return ""
    source = cited(definition.source) if definition.source else ""
    return "".join(
        element("note", plain(text) + source, {"type": "gloss", **language(lang)})
        for lang, text in definition.text.items()
    )
