"""What is proposed for the vocabulary: names that it does not have, with their forms, and passages in which they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.edition.withheld_words import WithheldWords, words_in

from .cue import Counts, Words
from .ends import whole_names
from .finding import find_names
from .judging import stands_alone, worth_a_look
from .reading import LANGUAGE, NamesOf
from .spellings import Group, grouped, key_of, short_forms_of
from .tokens import runs

PASSAGES = 3
AROUND = 70
"""Letters of a passage on each side of the name."""
MORE_FORMS = 6
"""Forms of one name that are shown."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place that has the name."""

    path: str
    before: str
    name: str
    after: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that the vocabulary does not have."""

    id: str
    """That of its group."""
    scheme: Scheme
    forms: tuple[str, ...]
    """As the texts write it, the most frequent first."""
    articles: int
    times: int
    passages: tuple[Passage, ...]
    concepts: tuple[str, ...] = ()
    """Ids of concepts of which it may be another name."""


def words_of_name(name: str) -> Words:
    """Give the words of a name as they are compared."""
    return tuple(token.folded for run in runs(name) for token in run.tokens)


class Proposals:
    """All proposals of an archive, the most frequent first; passages are read when they are asked for."""

    def __init__(self, names: NamesOf, vocabulary: Vocabulary, declined: Iterable[str]) -> None:
        self._names = names
        self._withheld = WithheldWords(sorted(names.kept.withheld()), LANGUAGE)
        hidden = [words for quote in self._withheld.quotes for words in (words_in(quote), words_of_name(quote))]
        self._hidden = "\n".join(f" {' '.join(words)} " for words in hidden)
        """The words of names that are withheld, a line for each."""
        self._labels: dict[Words, set[str]] = {}
        """Ids of concepts by the words of their names, in whatever form."""
        self._alike: dict[Words, set[str]] = {}
        for concept in vocabulary.concepts.values():
            self.learn(concept)
        self._declined = {key_of(words_of_name(name)) for name in declined}
        self._text = lru_cache(maxsize=64)(names.text_of)

    def learn(self, concept: Concept) -> None:
        """Know the names of a concept."""
        for label in (*concept.labels, *concept.ambiguous):
            words = words_of_name(label)
            self._labels.setdefault(words, set()).add(concept.id)
            for key in (key_of(words), *(form for _, form in short_forms_of(concept.scheme, key_of(words)))):
                self._alike.setdefault(key, set()).add(concept.id)

    def groups(self) -> list[Group]:
        """Give the names with their forms, without passages."""
        kept = self._names.kept
        found = worth_a_look(whole_names(kept.found()), kept.articled)
        alone = {words: counts for words, counts in found.items() if not self._is_out(words)}
        made = grouped(alone, lambda words: frozenset(kept.articles_of(words)))
        shown = [group for group in made if self._may_be_shown(group, alone)]
        return sorted(shown, key=lambda group: (-group.counts.articles, -group.counts.times, group.forms[0]))

    def of(self, groups: Iterable[Group]) -> Iterator[Proposal]:
        """Yield groups with what an editor has to see of them; one whose texts have changed meanwhile is left out."""
        for group in groups:
            passages = tuple(self._passages(group))
            if passages:
                forms = [self._written(words, passages) for words in group.forms[:MORE_FORMS]]
                yield Proposal(
                    group.id,
                    group.counts.scheme,
                    tuple(dict.fromkeys(form for form in forms if form)),
                    group.counts.articles,
                    group.counts.times,
                    passages,
                    self._concepts(group),
                )

    def _is_out(self, words: Words) -> bool:
        """Tell whether the vocabulary has a name, or an editor declined it."""
        return words in self._labels or key_of(words) in self._declined

    def _may_be_shown(self, group: Group, counts: dict[Words, Counts]) -> bool:
        alone = self._alike.keys() & set(map(key_of, group.forms)) or any(
            stands_alone(words, counts[words]) for words in group.forms
        )
        return bool(alone) and not any(map(self._is_withheld, group.forms))

    def _is_withheld(self, words: Words) -> bool:
        """Tell whether a name is withheld, or is a part of such a name, or has it within."""
        name = " ".join(words)
        return bool(self._hidden) and (f" {name} " in self._hidden or self._withheld.are_in(name))

    def _concepts(self, group: Group) -> tuple[str, ...]:
        found = set[str]().union(*(self._alike.get(key_of(words), set()) for words in group.forms))
        return tuple(sorted(found))

    def _passages(self, group: Group) -> Iterator[Passage]:
        """Yield passages of different articles, of the most frequent form first."""
        seen: set[str] = set()
        for words in group.forms:
            for path in self._names.kept.articles_of(words)[:PASSAGES]:
                if path not in seen and len(seen) < PASSAGES and (passage := self._passage(path, words)):
                    seen.add(path)
                    yield passage

    def _passage(self, path: str, words: Words) -> Passage | None:
        text = self._text(path)
        place = next(((f.start, f.end) for f in find_names(text) if f.words == words), None)
        if place is None:
            return None
        start, end = place
        before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
        after = text[end : end + AROUND].partition("\n")[0]
        hide = self._withheld.hide
        if start > AROUND and "\n" not in text[start - AROUND : start]:
            before = before.partition(" ")[2]
        if end + AROUND < len(text) and "\n" not in text[end : end + AROUND]:
            after = after.rpartition(" ")[0]
        return Passage(path, hide(before), text[start:end], hide(after))

    def _written(self, words: Words, passages: Collection[Passage]) -> str:
        """Give a form as a text writes it."""
        shown = [each.name for each in passages if words_of_name(each.name) == words]
        if not shown:
            paths = self._names.kept.articles_of(words)[:PASSAGES]
            shown = [each.name for path in paths if (each := self._passage(path, words))]
        shown = [name for name in shown if words_of_name(name) == words] or [_with_article(name) for name in shown]
        return max(shown, key=lambda name: (shown.count(name), -shown.index(name)), default="")


def _with_article(name: str) -> str:
    """Give the article back that ل swallowed: لليمن is «to اليمن»."""
    return f"ال{name[2:]}" if name.startswith("لل") else name
