"""The vocabulary: people, places, organisations, events and topics, in the terms of SKOS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Scheme(StrEnum):
    """The sort of a concept (a skos:ConceptScheme each)."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    EVENT = "event"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Definition:
    """The definition of a concept, in one or two sentences, and its source."""

    text: Mapping[str, str]
    """By language."""
    source: str | None = None
    """An address or a reference; a definition that states a fact has one."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A skos:Concept."""

    id: str
    """As written in `tags:`; lower case in addresses."""
    scheme: Scheme
    pref_label: Mapping[str, str]
    """By language; Arabic always."""
    alt_labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    definition: Definition | None = None
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    wikidata: str | None = None
    """Q and a number, only from a page that was read."""
    coordinates: tuple[float, float] | None = None
    """Latitude and longitude in degrees (WGS 84)."""
    ambiguous: tuple[str, ...] = ()
    """Labels that mean the concept only where one of `requires` stands in the article."""
    requires: tuple[str, ...] = ()
    """Context words: labels or ids of other concepts."""
    rights: str | None = None
    """Of a source: `full`, `excerpt N` (words) or `metadata`."""
    is_starter: bool = field(default=False, repr=False)
    """It comes from a list of the program (`starter/`), and is published only where an article has it."""

    def label(self, language: str) -> str:
        """Give its name in a language, or in Arabic where it has none in that language."""
        return self.pref_label.get(language, self.pref_label["ar"])

    @property
    def labels(self) -> tuple[str, ...]:
        """Its names in all languages, the preferred ones first."""
        return (*self.pref_label.values(), *(label for labels in self.alt_labels.values() for label in labels))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concepts, by id."""

    concepts: Mapping[str, Concept] = field(default_factory=dict)
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Words that a search takes for one another (`synonyms.py`)."""
    starters: frozenset[str] = frozenset()
    """Ids of the concepts that come from lists of the program (`starter/`)."""


def find_cycles(concepts: Mapping[str, Concept]) -> Iterator[tuple[str, ...]]:
    """Yield each cycle of `broader` once, beginning with the concept that stands first in the vocabulary; a sound vocabulary has none."""
    done: set[str] = set()
    for beginning in concepts:
        path: list[str] = []
        walk = [iter((beginning,))]
        while walk:
            here = next(walk[-1], None)
            if here is None:
                walk.pop()
                if path:
                    done.add(path.pop())
            elif here in path:
                yield tuple(path[path.index(here) :])
            elif here not in done and here in concepts:
                path.append(here)
                walk.append(iter(concepts[here].broader))
