"""
The part of the vocabulary that may be published.

The vocabulary is a file of its own, and public; but a name that only a text under embargo speaks of would tell readers of that
text. So a concept that unpublished articles have, and no published one, is left out until one of them is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from warraq.archive.concept import Concept, Vocabulary
from warraq.archive.name_key import name_key
from warraq.edition.edition import Edition

ORIGINALS = "content/originals/"
"""How a definition cites a text of the archive: its original's name stands behind this."""


def public_vocabulary(vocabulary: Vocabulary, every: Iterable[Edition], public: Iterable[Edition]) -> Vocabulary:
    """Leave out the concepts that only unpublished articles have, and the names of originals that are not published."""
    known = vocabulary.concepts
    by_name = {name_key(name): id_ for id_, concept in known.items() for name in (id_, *concept.labels)}
    published = tuple(public)
    shown = {id_ for each in published for id_ in _concepts_of(each, by_name)}
    wider = list(shown)
    while wider:
        more = [id_ for id_ in known[wider.pop()].broader if id_ in known and id_ not in shown]
        shown.update(more)
        wider += more
    hidden = {id_ for each in every for id_ in _concepts_of(each, by_name)} - shown
    originals = {ORIGINALS + each.original.name for each in published if each.original}
    return Vocabulary({id_: _public(concept, hidden, originals) for id_, concept in known.items() if id_ not in hidden})


def _concepts_of(made: Edition, by_name: dict[str, str]) -> Iterator[str]:
    """Yield the concepts that an article names, is tagged with, or comes from."""
    article = made.article
    yield from made.concepts
    sources = (article.source.name, *article.source.via) if article.source else ()
    for name in (*article.tags, *sources, *article.authors):
        if (found := by_name.get(name_key(name))) is not None:
            yield found


def _public(concept: Concept, hidden: set[str], originals: set[str]) -> Concept:
    definition = concept.definition
    if definition and definition.source and is_unpublished(definition.source, originals):
        definition = replace(definition, source=None)
    return replace(
        concept,
        definition=definition,
        broader=tuple(id_ for id_ in concept.broader if id_ not in hidden),
        related=tuple(id_ for id_ in concept.related if id_ not in hidden),
        requires=(),
    )


def is_unpublished(cited: str, originals: Iterable[str]) -> bool:
    """Tell whether what is cited is an original that is not published."""
    return cited.startswith(ORIGINALS) and cited not in originals
