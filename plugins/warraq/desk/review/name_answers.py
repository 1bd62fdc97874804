"""
What the page of names is answered: which names are proposed, and what was decided on them.

A request that is not as the page sends it raises an error.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from warraq.archive.concept import Scheme, Vocabulary
from warraq.archive.declined import declined_in
from warraq.archive.problem import WrongValueError, with_remedy
from warraq.archive.reading_vocabulary import vocabulary_in
from warraq.desk.lock import TakenError
from warraq.desk.naming.deciding import Decided, Deciding
from warraq.desk.naming.labels import SORTS
from warraq.desk.naming.proposals import Proposal, Proposals
from warraq.desk.naming.reading import NamesOf
from warraq.desk.naming.spellings import Group
from warraq.desk.naming.suggested_id import suggested_id
from warraq.desk.refusal import is_refusal, refusal
from warraq.desk.site import language_in
from warraq.desk.writing import ChangedMeanwhileError
from warraq.language import message

MOST_SHOWN = 8
MOST_FOUND = 12
"""Concepts that are offered while an editor types."""
SECONDS_OF_LOOKING = 0.1
LONGEST = 300
"""Letters of a name."""


@dataclass(slots=True)
class NameAnswers:
    """The names of one project, as long as its server runs; one request at a time."""

    project: Path
    decided: int = 0
    _names: NamesOf | None = None
    _vocabulary: Vocabulary = field(default_factory=Vocabulary)
    _proposals: Proposals | None = None
    _groups: list[Group] = field(default_factory=list)
    """What is open, in order."""
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def names(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Look at more of the archive, and give the next names once all of it was read."""
        kind, skipped = str(asked.get("kind", "")), set(map(str, asked.get("skipped", [])))
        with self._one_at_a_time:
            names = self._begun(again=bool(asked.get("again")))
            names.look_on(SECONDS_OF_LOOKING)
            if names.waiting:
                return {"names": [], **self._state(kind)}
            self._proposals = self._proposals or self._propose(names)
            of_kind = (group for group in self._groups if not kind or group.counts.scheme.value == kind)
            open_ones = (group for group in of_kind if group.id not in skipped)
            found = islice(self._proposals.of(open_ones), MOST_SHOWN)
            return {"names": [self._as_json(each) for each in found], **self._state(kind)}

    def concepts(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Give concepts whose id or a name of which has these words."""
        words = str(asked["words"]).casefold().strip()[:LONGEST]
        with self._one_at_a_time:
            found = (
                concept
                for concept in self._vocabulary.concepts.values()
                if words
                and not concept.is_starter
                and any(words in name.casefold() for name in (concept.id, *concept.labels))
            )
            language = self._language()
            return {"concepts": [{"id": c.id, "label": c.label(language)} for c in islice(found, MOST_FOUND)]}

    def decide(self, asked: dict[str, Any], today: date) -> dict[str, Any]:
        """Write a decision, and give the number of its step."""
        wanted, choice = str(asked["id"]), str(asked["choice"])
        names = [str(name)[:LONGEST] for name in list(asked["names"])]
        concept = str(asked.get("concept", "")).strip()
        deciding = Deciding(self.project / "content")
        ways: dict[str, Callable[[], Decided]] = {
            "take": lambda: deciding.take(concept, Scheme(str(asked["kind"])), names),
            "join": lambda: deciding.join(concept, names),
            "never": lambda: deciding.decline(names, today),
        }
        if not names:
            raise ValueError(asked)
        with self._one_at_a_time:
            step, why = self._written(ways[choice])
            if step:
                self.decided += 1
                self._groups = [group for group in self._groups if group.id != wanted]
            return {"step": step, "refused": why, **self._state(str(asked.get("only", "")))}

    def forget(self) -> None:
        """Read the vocabulary again: a step was taken back."""
        with self._one_at_a_time:
            self.decided = max(0, self.decided - 1)
            self._proposals = None

    def _written(self, way: Callable[[], Decided]) -> tuple[int, str]:
        language = self._language()
        try:
            decided = way()
        except WrongValueError as wrong:
            return 0, with_remedy(wrong).text(language)
        except TakenError as taken:
            return 0, taken.why.text(language)
        except ChangedMeanwhileError:
            return 0, message("The file was saved while you decided; it stays as it was saved.").text(language)
        except OSError as error:
            if not is_refusal(error):
                raise
            return 0, refusal(error, self.project / "content")
        if decided.concept:
            self._vocabulary = Vocabulary({**self._vocabulary.concepts, decided.concept.id: decided.concept})
            if self._proposals:
                self._proposals.learn(decided.concept)
        return decided.step, ""

    def _begun(self, *, again: bool) -> NamesOf:
        """Give the names of the articles, which are listed anew where that is asked for."""
        names = self._names or NamesOf.of(self.project / "content")
        if again or self._names is None:
            names.begin()
            self._proposals = None
        self._names = names
        return names

    def _propose(self, names: NamesOf) -> Proposals:
        folder = self.project / "content" / "vocabulary"
        self._vocabulary = vocabulary_in(folder)
        made = Proposals(names, self._vocabulary, declined_in(folder))
        self._groups = made.groups()
        return made

    def _as_json(self, proposal: Proposal) -> dict[str, Any]:
        concepts, language = self._vocabulary.concepts, self._language()
        perhaps = (concept for each in proposal.concepts if (concept := concepts.get(each)) and not concept.is_starter)
        return {
            "id": proposal.id,
            "kind": proposal.scheme.value,
            "forms": proposal.forms,
            "articles": proposal.articles,
            "times": proposal.times,
            "concept": suggested_id(proposal.forms[0], concepts),
            "perhaps": [{"id": each.id, "label": each.label(language)} for each in perhaps],
            "passages": [
                {"path": each.path, "words": [each.before, each.name, each.after]} for each in proposal.passages
            ],
        }

    def _state(self, kind: str) -> dict[str, Any]:
        names, counted = self._names, Counter(group.counts.scheme for group in self._groups)
        return {
            "articles": names.articles if names else 0,
            "waiting": names.waiting if names else -1,
            "left": sum(number for sort, number in counted.items() if kind in ("", sort.value)),
            "decided": self.decided,
            "kinds": {sort.value: counted[sort] for sort in SORTS},
        }

    def _language(self) -> str:
        return language_in(self.project / "content")
