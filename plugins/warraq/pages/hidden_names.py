"""
The part of the vocabulary that may be published.

The vocabulary is a file of its own, and public; but a name that only a text under embargo speaks of would tell readers of that
text. So a concept that unpublished articles have, and no published one, is left out until one of them is published. Of the lists that come
with the program (`archive/starter/`), only what a published article has is published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from warraq.archive.concept import Concept, Vocabulary
from warraq.archive.name_key import name_key
from warraq.archive.synonyms import Groups

if TYPE_CHECKING:
    from .article_facts import Standing

ORIGINALS = "content/originals/"
"""How a definition cites a text of the archive: its original's name stands behind this."""


def public_vocabulary(
    vocabulary: Vocabulary,
    every: Iterable[Standing],
    public: Iterable[Standing],
    leads_to_hidden: Callable[[str], bool] = lambda _: False,
) -> Vocabulary:
    """Leave out the concepts that only unpublished articles have, and cited originals and addresses that are not published."""
    known = vocabulary.concepts
    by_name = {name_key(name): id_ for id_, concept in known.items() for name in (id_, *concept.labels)}
    published = tuple(public)
    shown = {id_ for each in published for id_ in _concepts_of(each, by_name)}
    unused = {id_ for id_, concept in known.items() if concept.is_starter} - shown
    wider = list(shown)
    while wider:
        more = [id_ for id_ in known[wider.pop()].broader if id_ in known and id_ not in shown]
        shown.update(more)
        wider += more
    hidden = {id_ for each in every for id_ in _concepts_of(each, by_name)} - shown
    hidden |= _only_broader(known, hidden, shown) | unused
    originals = {ORIGINALS + each.original for each in published if each.original}

    def is_hidden(cited: str) -> bool:
        return is_unpublished(cited, originals) or leads_to_hidden(cited)

    concepts = {id_: _public(concept, hidden, is_hidden) for id_, concept in known.items() if id_ not in hidden}
    names = {name_key(name) for id_ in hidden & known.keys() - unused for name in (id_, *known[id_].labels)}
    return replace(vocabulary, concepts=concepts, synonyms=tuple(_synonyms(vocabulary.synonyms, names)))


def _synonyms(groups: Groups, hidden: Container[str]) -> Iterator[tuple[str, ...]]:
    """Yield the words that mean the same without names of hidden concepts, which no published text has."""
    for group in groups:
        shown = tuple(word for word in group if name_key(word) not in hidden)
        if len(shown) > 1 or shown == group:
            yield shown


def _only_broader(known: Mapping[str, Concept], hidden: set[str], shown: set[str]) -> set[str]:
    """Give the concepts that are broader than hidden ones and than no other: they would tell of what the hidden ones are."""
    narrower = Counter(id_ for concept in known.values() for id_ in concept.broader)
    found: set[str] = set()
    waiting = [id_ for id_ in hidden if id_ in known]
    while waiting:
        for id_ in known[waiting.pop()].broader:
            narrower[id_] -= 1
            if id_ in known and not narrower[id_] and id_ not in shown and id_ not in hidden and id_ not in found:
                found.add(id_)
                waiting.append(id_)
    return found


def _concepts_of(made: Standing, by_name: dict[str, str]) -> Iterator[str]:
    """Yield the concepts that an article names, is tagged with, or comes from."""
    article = made.article
    yield from made.concepts
    sources = (article.source.name, *article.source.via) if article.source else ()
    for name in (*article.tags, *sources, *article.authors):
        if (found := by_name.get(name_key(name))) is not None:
            yield found


def _public(concept: Concept, hidden: set[str], is_hidden: Callable[[str], bool]) -> Concept:
    definition = concept.definition
    if definition and definition.source and is_hidden(definition.source):
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
