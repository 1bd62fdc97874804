"""
The index of an archive: files that a browser asks one by one, and no server.

Two passes: the first turns all articles into numbers of words and learns which words are whole; the second writes postings, article by article,
oldest first, so that a new article leaves most of the old numbers as they are. Every distinct word is analysed once.
"""

from __future__ import annotations

import json
import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from warraq.arabic.analysis import Analysed, Analysis, Description, description, learn, names_alike, verbs_seen
from warraq.pages.filing import filing_key
from warraq.pages.page import File

from .holdings import Holding
from .labels import Labels, NumberedLabels
from .names import Names
from .neighbours import list_files, list_keys, word_list
from .postings import Term, by_family, shards

FORMAT = 1
"""Of the index's files; the browser's modules are always of the same build."""
BODY = 48
"""The place of the first word of a text; the title's words have the places before it, the last of a longer title share one."""
GAP = 16
"""Empty places before the notes, so that no phrase goes across."""


def as_json(value: object) -> bytes:
    """Write JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


class Lexicon:
    """The words of all articles, numbered: the first pass."""

    def __init__(self) -> None:
        self.analysis = Analysis(description())
        self.numbers: dict[str, int] = {}
        self.counts: list[int] = []
        self.raw: dict[str, tuple[int, ...]] = {}
        self.written: Counter[str] = Counter()
        """The frequency of each word as it is written."""

    def word_numbers(self, text: str) -> array[int]:
        """Give the numbers of a text's words."""
        out = array("I")
        raw, counts = self.raw, self.counts
        found = self.analysis.word.findall(text)
        self.written.update(found)
        for word in found:
            known = raw.get(word)
            if known is None:
                known = raw[word] = tuple(self.number_of(token) for token in self.analysis.fold(word))
            for n in known:
                counts[n] += 1
            out.extend(known)
        return out

    def number_of(self, token: str) -> int:
        """Give the number of a folded word."""
        n = self.numbers.setdefault(token, len(self.numbers))
        if n == len(self.counts):
            self.counts.append(0)
        return n

    def learned_description(self) -> Description:
        """Describe words with all that this archive shows of them."""
        counts = dict(zip(self.numbers, self.counts, strict=True))
        whole, verbs = self.whole_words(), verbs_seen(counts)
        analysis = Analysis(description(whole, verbs))
        stems: Counter[str] = Counter()
        articled: set[str] = set()
        for token, count in counts.items():
            analysed = analysis.analyse(token)
            if analysed.bare == token:
                stems[analysed.stem] += count
            else:
                articled.add(analysed.stem)
        return description(whole, verbs, names_alike(stems, articled))

    def whole_words(self) -> tuple[str, ...]:
        """Give the words that this archive shows to be whole."""
        tokens = list(self.numbers)
        hamza: Counter[str] = Counter()
        for word, numbers in self.raw.items():
            if len(numbers) == 1 and word[0] in "أإآ" and word[1:2] == "ل":
                hamza[tokens[numbers[0]]] += self.written[word]
        return learn(dict(zip(tokens, self.counts, strict=True)), hamza)

    def usual_spellings(self, analysed: Sequence[Analysed]) -> dict[str, str]:
        """Give the most frequent spelling of words, without particles and marks, where it differs from the folded one: قناة for قناه."""
        best: dict[str, tuple[int, str]] = {}
        ignored, tokens = self.analysis.ignored, list(self.numbers)
        for word, numbers in self.raw.items():
            if len(numbers) == 1:
                token, core = tokens[numbers[0]], analysed[numbers[0]].core
                plain = ignored.sub("", word)
                if len(plain) == len(token) and token.endswith(core):
                    found = (self.written[word], plain[len(token) - len(core) :])
                    best[core] = max(best.get(core, found), found)
        return {core: spelling for core, (_, spelling) in best.items() if spelling != core}


@dataclass(frozen=True, slots=True)
class Numbered:
    """An article as numbers of words."""

    title: array[int]
    text: array[int]
    notes: array[int]

    def __len__(self) -> int:
        return len(self.title) + len(self.text) + len(self.notes)

    @property
    def notes_start(self) -> int:
        """The place of the first word of the notes."""
        return BODY + len(self.text) + GAP

    def term_places(self, term_of: Sequence[Term]) -> Iterable[tuple[Term, list[int]]]:
        """Give the terms of the article, each with its places; `term_of` has the term of each number."""
        places: dict[int, list[int]] = {}
        for at, n in enumerate(self.title):
            places.setdefault(n, []).append(min(at, BODY - 1))
        for numbers, start in ((self.text, BODY), (self.notes, self.notes_start)):
            for at, n in enumerate(numbers, start):
                if n in places:
                    places[n].append(at)
                else:
                    places[n] = [at]
        found: dict[int, tuple[Term, list[int]]] = {}
        for n, where in places.items():
            term = term_of[n]
            if id(term) in found:
                found[id(term)] = (term, sorted(found[id(term)][1] + where))
            else:
                found[id(term)] = (term, where)
        return found.values()


def build(holdings: Iterable[Holding], names: Names, root: str = "search/index/") -> Iterator[File]:
    """Make all files of the index; the same ones for the same articles."""
    held = sorted(holdings, key=lambda holding: (holding.day, holding.url))
    lexicon = Lexicon()
    texts = [Numbered(*map(lexicon.word_numbers, (h.title, h.text, h.notes))) for h in held]
    described: Description = lexicon.learned_description()
    analysis = Analysis(described)
    labels = Labels(names, analysis)

    analysed = [analysis.analyse(token) for token in lexicon.numbers]
    terms: dict[tuple[str, str], Term] = {}
    term_of = [terms.setdefault((a.family, a.bare), Term(a.family, a.bare, a.core, a.stem)) for a in analysed]
    concepts = {i: Term(f"={i}", f"={i}", f"={i}", f"={i}") for i in names}
    numbered_labels = NumberedLabels(labels, analysed)
    for article, (holding, numbered) in enumerate(zip(held, texts, strict=True)):
        for term, places in numbered.term_places(term_of):
            term.add_posting(article, places)
        for concept, places in _concept_places(holding, numbered, numbered_labels):
            if concept in concepts:
                concepts[concept].add_posting(article, places)
    lengths = [len(numbered) for numbered in texts]
    del texts

    first_families = []
    for at, (first, data) in enumerate(shards(by_family([*terms.values(), *concepts.values()]))):
        first_families.append(first)
        yield File(f"{root}words/{at}.bin", data)
    words = word_list(terms.values(), len(held), analysis, lexicon.usual_spellings(analysed))
    first_keys: dict[str, list[str]] = {}
    for side, key_of in list_keys(analysis).items():
        first_keys[side] = []
        for at, (first, listed) in enumerate(list_files(words, key_of)):
            first_keys[side].append(first)
            yield File(f"{root}{side}/{at}.json", as_json(listed))
    for at, holding in enumerate(held):
        entry: list[str | int] = [holding.url, holding.title, holding.text, holding.date, holding.source, holding.notes]
        entry += [holding.date_text, int(holding.inferred)]
        yield File(f"{root}texts/{at}.json", as_json(entry))
    yield File(f"{root}lengths.bin", bytes(map(_length_byte, lengths)))
    yield File(f"{root}names.json", as_json(labels.listed({i: t.articles for i, t in concepts.items()}, names)))
    yield File(f"{root}facets.json", as_json(facets(held, names)))
    yield File(f"{root}analysis.json", as_json(described))
    manifest = {
        "format": FORMAT,
        "articles": len(held),
        "length": round(sum(lengths) / max(1, len(held)), 1),
        "body": BODY,
        "words": first_families,
        **first_keys,
    }
    yield File(f"{root}manifest.json", as_json(manifest))


def _concept_places(holding: Holding, numbered: Numbered, labels: NumberedLabels) -> Iterator[tuple[str, list[int]]]:
    """Give the concepts of an article with the places of their labels; one that has no label in it stands behind the text."""
    named: dict[str, set[int]] = {i: {numbered.notes_start - 1} for i in (*holding.concepts, *holding.tags)}
    if labels.beginning:
        for numbers, start in ((numbered.title, 0), (numbered.text, BODY)):
            for concept, at in labels.places(numbers, start):
                named.setdefault(concept, set()).add(at)
    for concept in sorted(named):
        yield concept, sorted(named[concept])


def _length_byte(words: int) -> int:
    """Write an article's length as a logarithm, 16 steps an octave: ranking needs no more."""
    return min(255, round(16 * math.log2(words + 1)))


def facets(held: Sequence[Holding], names: Names) -> dict[str, object]:
    """Give what a reader narrows results by: of each article its day, and the numbers of its source and its tags."""
    sources = sorted({h.source for h in held})
    label = {tag: names[tag].label if tag in names else tag for h in held for tag in h.tags}
    tags = sorted(label, key=lambda tag: (filing_key(label[tag]), tag))
    source_number = {source: n for n, source in enumerate(sources)}
    tag_number = {tag: n for n, tag in enumerate(tags)}
    return {
        "days": [h.day for h in held],
        "sources": sources,
        "source": [source_number[h.source] for h in held],
        "tags": [[tag, label[tag]] for tag in tags],
        "tag": [[tag_number[tag] for tag in h.tags] for h in held],
    }
