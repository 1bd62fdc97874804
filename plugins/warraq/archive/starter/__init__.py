"""
Lists of concepts to begin a vocabulary with: countries, capitals, organisations (`vocabulary:` in `content/site.yaml`).

They are off unless a site asks for them. Of what they have, only what an article names or has as a tag is published. An archive's own concept
stands in the place of one that has the same id or a name of it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.archive.name_key import name_key

LISTS = Path(__file__).with_name("lists.json")
NAMES = ("countries", "capitals", "organisations")
"""Of the lists."""


def with_lists(vocabulary: Vocabulary, lists: Collection[str]) -> Vocabulary:
    """Give a vocabulary with the concepts of lists behind its own."""
    if not lists:
        return vocabulary
    own: dict[str, str] = {}
    for concept in vocabulary.concepts.values():
        for name in (concept.id, *concept.labels):
            own.setdefault(name_key(name), concept.id)
    instead: dict[str, str] = {}
    added: dict[str, Concept] = {}
    for concept in _concepts(tuple(name for name in NAMES if name in lists)):
        named = next((own[key] for name in (concept.id, *concept.labels) if (key := name_key(name)) in own), None)
        if named is None:
            added[concept.id] = concept
        else:
            instead[concept.id] = named
    known = vocabulary.concepts.keys() | added.keys()
    placed = {id_: _placed(concept, instead, known) for id_, concept in added.items()}
    return Vocabulary({**vocabulary.concepts, **placed}, vocabulary.synonyms, frozenset(placed))


def _placed(concept: Concept, instead: dict[str, str], known: Collection[str]) -> Concept:
    """Let a capital be of the archive's own country, where it has one; of none where it has no countries."""
    wider = (instead.get(id_, id_) for id_ in concept.broader)
    return replace(concept, broader=tuple(id_ for id_ in wider if id_ in known))


@cache
def _concepts(lists: tuple[str, ...]) -> tuple[Concept, ...]:
    held = json.loads(LISTS.read_text(encoding="utf-8"))["lists"]
    return tuple(concept for name in lists for concept in _of_list(held[name]))


def _of_list(held: dict[str, dict[str, Any]]) -> Iterator[Concept]:
    for concept_id, of_it in held.items():
        at = of_it.get("coordinates")
        yield Concept(
            concept_id,
            Scheme(of_it["scheme"]),
            of_it["pref_label"],
            {language: tuple(names) for language, names in of_it.get("alt_labels", {}).items()},
            broader=tuple(of_it.get("broader", ())),
            coordinates=(at[0], at[1]) if at else None,
            ambiguous=tuple(of_it.get("ambiguous", ())),
            requires=tuple(of_it.get("requires", ())),
            is_starter=True,
        )
