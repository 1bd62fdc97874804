"""
Where a text names a concept of the vocabulary.

A name is found behind the clitics that Arabic attaches to it (وأستانا, لبحر قزوين) and in other spellings, never inside
another word (روسيا in فيروسيا). The longest name wins. A label that means other things too counts only in its context:
كومنولث is the CIS only where رابطة الدول المستقلة or Russia stands in the same text.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from warraq.arabic.clitics import with_clitics
from warraq.arabic.folding import IGNORED, TATWEEL, WORD, bare, fold, fold_letters

from .concept import Concept, Vocabulary

ARABIC_SCRIPT = frozenset({"ar", "fa", "ur"})
"""Languages whose labels look like words of each other: روسیه is Russia in Persian and «Russian» in Arabic."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a concept: whole words with their clitics."""

    start: int
    end: int
    concept_id: str
    label: str
    """As the vocabulary writes it."""


@dataclass(frozen=True, slots=True)
class Name:
    """One label of one concept."""

    concept: Concept | None
    """None: only a context word of other concepts."""
    label: str
    ambiguous: bool
    folded: str
    """The label, as context words are compared."""


@dataclass(slots=True)
class Node:
    """A node of the trie of names, in which each word leads to the next."""

    next: dict[str, Node] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    """Those that end here."""


Names = dict[str, list[Node]]
"""By their first word, in every form that it takes with clitics."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where names end, and which ones."""

    start: int
    end: int
    names: list[Name]


def find_mentions(text: str, vocabulary: Vocabulary, lang: str = "ar") -> tuple[Mention, ...]:
    """Find every mention, in order, disjoint. Linear in the text, whatever the vocabulary's size."""
    places = list(_candidates(text, _names(vocabulary, lang)))
    context = _context(places)
    mentions: list[Mention] = []
    at = 0
    for candidate in places:  # at one start the longest comes first
        if candidate.start < at:
            continue
        name = _choose(candidate.names, context)
        if name and name.concept:
            mentions.append(Mention(candidate.start, candidate.end, name.concept.id, name.label))
            at = candidate.end
    return tuple(mentions)


def naming(concept: Concept, vocabulary: Vocabulary) -> str:
    """Tell all that decides where a concept is named and whose context it is; what is the same in two vocabularies is told alike."""
    names = [*concept.pref_label.items()], [*concept.alt_labels.items()], concept.ambiguous
    return repr((concept.id, names, [(word, word in vocabulary.concepts) for word in concept.requires]))


def beginnings(concept: Concept) -> frozenset[str]:
    """
    Give the first words of all names and context words of a concept, folded.

    A text that has none of them, behind whatever clitics, has no place for the concept: `find_mentions` finds in it what it finds with a
    vocabulary that lacks the concept.
    """
    words = (WORD.search(fold_letters(name)) for name in (*concept.labels, *concept.ambiguous, *concept.requires))
    return frozenset(bare(word[0]) for word in words if word)


def has_word(text: str, forms: AbstractSet[str]) -> bool:
    """Tell whether one of these folded words stands in a text."""
    return not forms.isdisjoint(map(bare, WORD.findall(fold_letters(text))))


def _candidates(text: str, names: Names) -> Iterator[Candidate]:
    """Yield every place where a name stands; at each start the longest first."""
    if not names:
        return
    plain = fold_letters(text)
    for start, end, beginnings in _beginnings(plain, names):
        ends: dict[int, list[Name]] = {}
        for beginning in beginnings:
            node: Node | None = beginning
            at = end
            while node is not None:
                if node.names:
                    ends.setdefault(at, []).extend(n for n in node.names if _as_written(n.label, text, at))
                word = WORD.match(plain, at + 1) if node.next else None
                if word is None:
                    break
                separator = plain[at]
                node = node.next.get(bare(word[0]) if separator == " " else separator + bare(word[0]))
                at = word.end()
        for at in sorted(ends, reverse=True):
            yield Candidate(start, at, ends[at])


def _beginnings(plain: str, names: Names) -> Iterator[tuple[int, int, list[Node]]]:
    """Yield the places [start, end) of the words that names begin with."""
    marked = IGNORED.search(plain) is not None
    for word in WORD.finditer(plain):
        name = word[0]  # and without marks, as `bare` takes them: without a call for each word
        if marked and not (name.isalnum() and TATWEEL not in name):
            name = IGNORED.sub("", name)
        if (beginnings := names.get(name)) is not None:
            yield *word.span(), beginnings


def _as_written(label: str, text: str, end: int) -> bool:
    """Tell whether an abbreviation in capitals is written in capitals: US is not us; other labels may have any case."""
    return not (label.isascii() and label.isupper()) or text[end - len(label) : end] == label


def _context(places: list[Candidate]) -> set[str]:
    """Collect the context words that stand in the text beyond doubt: ids of concepts, and folded labels."""
    context: set[str] = set()
    at = 0
    for candidate in places:
        sure = [n for n in candidate.names if not n.ambiguous]
        if sure and candidate.start >= at:
            at = candidate.end
            for name in sure:
                context.add(name.folded)
                if name.concept:
                    context.add(name.concept.id)
    return context


def _choose(names: list[Name], context: set[str]) -> Name | None:
    """Choose the one concept that is meant; None where two would fit."""
    for name in names:
        if name.concept and not name.ambiguous:
            return name
    fit = [
        n for n in names if n.concept and any(word in context or fold(word) in context for word in n.concept.requires)
    ]
    return fit[0] if len(fit) == 1 else None


def _labels(concept: Concept, lang: str) -> Iterator[tuple[str, bool]]:
    ambiguous = {fold(label) for label in concept.ambiguous}
    for labels in ({k: (v,) for k, v in concept.pref_label.items()}, concept.alt_labels):
        for language, found in labels.items():
            if language == lang or not {language, lang} <= ARABIC_SCRIPT:
                yield from ((label, True) for label in found if fold(label) in ambiguous)
                yield from ((label, False) for label in found if fold(label) not in ambiguous)
    yield from ((label, True) for label in concept.ambiguous)


def _build(vocabulary: Vocabulary, lang: str) -> Names:
    root = Node()
    for concept in vocabulary.concepts.values():
        for label, ambiguous in _labels(concept, lang):
            _add(root, Name(concept, label, ambiguous, fold(label)))
    for concept in vocabulary.concepts.values():
        for word in concept.requires:
            if word not in vocabulary.concepts:
                _add(root, Name(None, word, ambiguous=False, folded=fold(word)))
    names: Names = {}
    for word, node in root.next.items():
        for form in with_clitics(word):
            names.setdefault(form, []).append(node)
    return names


def _add(root: Node, name: Name) -> None:
    plain = fold_letters(name.label)
    node, end = root, 0
    for m in WORD.finditer(plain):
        separator = plain[end : m.start()] if node is not root else ""
        key = bare(m[0]) if separator in (" ", "") else separator + bare(m[0])
        node = node.next.setdefault(key, Node())
        end = m.end()
    if node is not root and name not in node.names:
        node.names.append(name)


_known: list[tuple[Vocabulary, str, Names]] = []
"""The vocabularies used last, with their names prepared: a build has one."""


def _names(vocabulary: Vocabulary, lang: str) -> Names:
    for known, language, names in _known:
        if known is vocabulary and language == lang:
            return names
    names = _build(vocabulary, lang)
    _known.insert(0, (vocabulary, lang, names))
    del _known[8:]
    return names
