"""
Where a text names a concept of the vocabulary.

A name is found behind the little words that Arabic writes on to it (وأستانا, لبحر قزوين) and in other spellings, never inside
another word (روسيا in فيروسيا). The longest name wins. A label that means other things too counts only in company:
كومنولث is the CIS only where رابطة الدول المستقلة or Russia stands in the same text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from warraq.arabic.clitics import without_clitics
from warraq.arabic.folding import IGNORED, WORD, bare, folded, same_length

from .concept import Concept, Vocabulary

ARABIC_SCRIPT = frozenset({"ar", "fa", "ur"})
"""Languages whose labels look like words of each other: روسیه is Russia in Persian and «Russian» in Arabic."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a concept: whole words, with what is written on to them."""

    start: int
    end: int
    concept_id: str
    label: str
    """As the vocabulary writes it."""


@dataclass(frozen=True, slots=True)
class Name:
    """One label of one concept."""

    concept: Concept | None
    """None: only a company word of other concepts."""
    label: str
    ambiguous: bool


@dataclass(slots=True)
class Node:
    """Names by their words: where the first words lead."""

    next: dict[str, Node] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    """Those that end here."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where names end, and which ones."""

    start: int
    end: int
    names: list[Name]


def find(text: str, vocabulary: Vocabulary, lang: str = "ar") -> tuple[Mention, ...]:
    """Find every mention, in order, disjoint. Linear in the text, whatever the vocabulary's size."""
    places = list(_candidates(text, _names(vocabulary, lang)))
    company = _company(places)
    mentions: list[Mention] = []
    at = 0
    for candidate in places:  # at one start the longest comes first
        if candidate.start < at:
            continue
        name = _meant(candidate.names, company)
        if name and name.concept:
            mentions.append(Mention(candidate.start, candidate.end, name.concept.id, name.label))
            at = candidate.end
    return tuple(mentions)


def _candidates(text: str, root: Node) -> Iterator[Candidate]:
    """Every place where a name stands; at each start the longest first."""
    plain = same_length(text)
    unmarked = IGNORED.search(plain) is None
    words = [(m.start(), m.end(), m[0] if unmarked else bare(m[0])) for m in WORD.finditer(plain)]
    first_words = root.next
    for i, (start, _, word) in enumerate(words):
        beginnings = [first_words[stem] for stem in _stems(word) if stem in first_words]
        if not beginnings:
            continue
        ends: dict[int, list[Name]] = {}
        for beginning in beginnings:
            node: Node | None = beginning
            j = i
            while node is not None:
                if node.names:
                    exact = [n for n in node.names if _as_written(n.label, text, words[j][1])]
                    ends.setdefault(words[j][1], exact)
                j += 1
                if j == len(words) or words[j][0] - words[j - 1][1] != 1:
                    break
                separator = plain[words[j - 1][1]]
                node = node.next.get(words[j][2] if separator == " " else separator + words[j][2])
        for end in sorted(ends, reverse=True):
            yield Candidate(start, end, ends[end])


@lru_cache(50_000)
def _stems(word: str) -> tuple[str, ...]:
    """What a word may be without its clitics; the same words come again in every article."""
    return tuple(without_clitics(word))


def _as_written(label: str, text: str, end: int) -> bool:
    """Abbreviations in capitals are no other words in small letters: US is not us."""
    return not (label.isascii() and label.isupper()) or text[end - len(label) : end] == label


def _company(places: list[Candidate]) -> set[str]:
    """What stands in the text beyond doubt: ids of concepts, and folded labels."""
    company: set[str] = set()
    at = 0
    for candidate in places:
        sure = [n for n in candidate.names if not n.ambiguous]
        if sure and candidate.start >= at:
            at = candidate.end
            for name in sure:
                company.add(folded(name.label))
                if name.concept:
                    company.add(name.concept.id)
    return company


def _meant(names: list[Name], company: set[str]) -> Name | None:
    """The one concept that is meant; none where two would fit."""
    for name in names:
        if name.concept and not name.ambiguous:
            return name
    fit = [
        n for n in names if n.concept and any(word in company or folded(word) in company for word in n.concept.requires)
    ]
    return fit[0] if len(fit) == 1 else None


def _labels(concept: Concept, lang: str) -> Iterator[tuple[str, bool]]:
    ambiguous = {folded(label) for label in concept.ambiguous}
    for labels in ({k: (v,) for k, v in concept.pref_label.items()}, concept.alt_labels):
        for language, found in labels.items():
            if language == lang or not {language, lang} <= ARABIC_SCRIPT:
                yield from ((label, True) for label in found if folded(label) in ambiguous)
                yield from ((label, False) for label in found if folded(label) not in ambiguous)
    yield from ((label, True) for label in concept.ambiguous)


def _build(vocabulary: Vocabulary, lang: str) -> Node:
    root = Node()
    for concept in vocabulary.concepts.values():
        for label, ambiguous in _labels(concept, lang):
            _add(root, Name(concept, label, ambiguous))
    for concept in vocabulary.concepts.values():
        for word in concept.requires:
            if word not in vocabulary.concepts:
                _add(root, Name(None, word, False))
    return root


def _add(root: Node, name: Name) -> None:
    plain = same_length(name.label)
    node, end = root, 0
    for m in WORD.finditer(plain):
        separator = plain[end : m.start()] if node is not root else ""
        key = bare(m[0]) if separator in (" ", "") else separator + bare(m[0])
        node = node.next.setdefault(key, Node())
        end = m.end()
    if node is not root and name not in node.names:
        node.names.append(name)


_known: list[tuple[Vocabulary, str, Node]] = []
"""The last vocabularies met, made ready: a build has one."""


def _names(vocabulary: Vocabulary, lang: str) -> Node:
    for known, language, node in _known:
        if known is vocabulary and language == lang:
            return node
    node = _build(vocabulary, lang)
    _known.insert(0, (vocabulary, lang, node))
    del _known[8:]
    return node
