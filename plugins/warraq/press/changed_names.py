"""
What has changed of the names in the vocabulary since the site was built, and which texts may name it.

Any name may stand in any text, but it stands only where its first word does. So of a new concept those articles alone are made anew
whose texts have such a word, and of one that is gone or is called otherwise those that have a first word of its former names.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from warraq.arabic.clitics import with_clitics
from warraq.archive.concept import Vocabulary
from warraq.archive.mentions import beginnings, has_word, naming


class Named(NamedTuple):
    """How a concept is named."""

    hashed: str
    """All that decides where its names are found."""
    beginnings: tuple[str, ...]
    """The first words of its names and context words, folded."""


Names = dict[str, Named]
"""By the id of the concept, in the order of the vocabulary: of two concepts that have one name, the first is meant."""
FORM = TypeAdapter(Names)


def names_of(vocabulary: Vocabulary) -> Names:
    """Tell how the concepts of a vocabulary are named."""
    return {
        id_: Named(sha256(naming(concept, vocabulary).encode()).hexdigest()[:32], tuple(sorted(beginnings(concept))))
        for id_, concept in vocabulary.concepts.items()
    }


class ChangedNames:
    """What has changed of the names."""

    def __init__(self, former: str, vocabulary: Vocabulary) -> None:
        """`former`: what the last build kept of its names (`kept`); where it can't be read, all may have changed."""
        names = names_of(vocabulary)
        self.kept = json.dumps(names)
        """What the next build has to know."""
        self._all = False
        self._forms: frozenset[str] = frozenset()
        if former == self.kept:
            return
        try:
            before = FORM.validate_json(former)
        except (ValidationError, ValueError):
            self._all = True
            return
        self._all = [id_ for id_ in before if id_ in names] != [id_ for id_ in names if id_ in before]
        changed = _beginnings_of_changed(before, names) | _beginnings_of_changed(names, before)
        self._forms = frozenset(form for word in changed for form in with_clitics(word))

    def __bool__(self) -> bool:
        """Tell whether anything has changed that any text may show."""
        return self._all or bool(self._forms)

    def may_be_in(self, text: str | None) -> bool:
        """Tell whether a text may name what has changed; None: a text that is not known."""
        return bool(self) and (self._all or text is None or has_word(text, self._forms))


def _beginnings_of_changed(names: Mapping[str, Named], others: Mapping[str, Named]) -> set[str]:
    return {word for id_, its in names.items() if others.get(id_) != its for word in its.beginnings}
