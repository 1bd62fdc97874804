"""
The index of an archive: files that a browser asks one by one, and no server.

Two passes: the first reads all articles into numbers and learns which words are whole; the second writes postings, article by article, oldest
first, so that a new article leaves most of the old numbers as they are. Every distinct word is analysed once.
"""

from __future__ import annotations

import json
import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from warraq.arabic.analysis import Analysed, Analysis, Description, description, learn, names_alike, verbs_seen
from warraq.pages.filing import filing_key
from warraq.pages.page import File

from .holding import Holding, Names
from .labels import Labels
from .neighbours import lists, sides, words
from .postings import Term, families, shards

FORMAT = 1
"""Of the index's files; the browser's modules are of the same build always."""
BODY = 48
"""The place of the first word of a text; the title's words stand before it, a longer title's end at one place."""
GAP = 16
"""Places left free before the notes, so that nothing reads across."""


def as_json(value: object) -> bytes:
    """JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


class Reader:
    """First pass: every article as numbers of words."""

    def __init__(self) -> None:
        self.analysis = Analysis(description())
        self.numbers: dict[str, int] = {}
        self.counts: list[int] = []
        self.raw: dict[str, tuple[int, ...]] = {}
        self.written: Counter[str] = Counter()
        """How often each word stands in the texts, as it is written."""

    def read(self, text: str) -> array[int]:
        """The numbers of a text's words."""
        out = array("I")
        raw, counts = self.raw, self.counts
        found = self.analysis.word.findall(text)
        self.written.update(found)
        for word in found:
            known = raw.get(word)
            if known is None:
                known = raw[word] = tuple(self.number(token) for token in self.analysis.fold(word))
            for n in known:
                counts[n] += 1
            out.extend(known)
        return out

    def number(self, token: str) -> int:
        """The number of a folded word."""
        n = self.numbers.setdefault(token, len(self.numbers))
        if n == len(self.counts):
            self.counts.append(0)
        return n

    def taught(self) -> Description:
        """The description of words with all that this archive shows of them."""
        counts = dict(zip(self.numbers, self.counts, strict=True))
        whole, verbs = self.whole(), verbs_seen(counts)
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

    def whole(self) -> tuple[str, ...]:
        """Which words this archive shows to be whole."""
        tokens = list(self.numbers)
        hamza: Counter[str] = Counter()
        for word, numbers in self.raw.items():
            if len(numbers) == 1 and word[0] in "أإآ" and word[1:2] == "ل":
                hamza[tokens[numbers[0]]] += self.written[word]
        return learn(dict(zip(tokens, self.counts, strict=True)), hamza)

    def spellings(self, analysed: Sequence[Analysed]) -> dict[str, str]:
        """How a word is mostly written, without particles and marks, where that is not as it is folded: قناة for قناه."""
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


def build(holdings: Iterable[Holding], names: Names, root: str = "search/index/") -> Iterator[File]:
    """Make all files of the index; the same ones for the same articles."""
    held = sorted(holdings, key=lambda holding: (holding.day, holding.url))
    reader = Reader()
    texts = [(reader.read(h.title), reader.read(h.text), reader.read(h.notes)) for h in held]
    described: Description = reader.taught()
    analysis = Analysis(described)
    labels = Labels(names, analysis)

    analysed = [analysis.analyse(token) for token in reader.numbers]
    terms: dict[tuple[str, str], Term] = {}
    term_of = [terms.setdefault((a.family, a.bare), Term(a.family, a.bare, a.core, a.stem)) for a in analysed]
    concepts = {i: Term(f"={i}", f"={i}", f"={i}", f"={i}") for i in names}
    lengths = bytearray()
    total = 0
    for article, (holding, (title, text, notes)) in enumerate(zip(held, texts, strict=True)):
        places: dict[int, list[int]] = {}
        end = BODY + len(text) + GAP
        for at, n in enumerate(title):
            places.setdefault(n, []).append(min(at, BODY - 1))
        for numbers, start in ((text, BODY), (notes, end)):
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
        for term, where in found.values():
            term.add(article, where)
        if labels.by_first or holding.concepts or holding.tags:
            about = (*holding.concepts, *holding.tags)
            named: dict[str, set[int]] = {i: {end - 1} for i in about if i in concepts}
            for numbers, start in ((title, 0), (text, BODY)):
                for concept, at in labels.places([analysed[n] for n in numbers], start):
                    named.setdefault(concept, set()).add(at)
            for concept in sorted(named):
                concepts[concept].add(article, sorted(named[concept]))
        length = len(title) + len(text) + len(notes)
        total += length
        lengths.append(min(255, round(16 * math.log2(length + 1))))
    del texts

    grouped = families([*terms.values(), *concepts.values()])
    starts = []
    for at, (first, data) in enumerate(shards(grouped)):
        starts.append(first)
        yield File(f"{root}words/{at}.bin", data)
    known = words(terms.values(), len(held), analysis, reader.spellings(analysed))
    firsts: dict[str, list[str]] = {}
    for side, key_of in sides(analysis).items():
        firsts[side] = []
        for at, (first, listed) in enumerate(lists(known, key_of)):
            firsts[side].append(first)
            yield File(f"{root}{side}/{at}.json", as_json(listed))
    for at, holding in enumerate(held):
        entry: list[str | int] = [holding.url, holding.title, holding.text, holding.date, holding.source, holding.notes]
        entry += [holding.date_text, int(holding.inferred)]
        yield File(f"{root}texts/{at}.json", as_json(entry))
    yield File(f"{root}lengths.bin", bytes(lengths))
    yield File(f"{root}names.json", as_json(labels.listed({i: t.articles for i, t in concepts.items()}, names)))
    yield File(f"{root}facets.json", as_json(facets(held, names)))
    yield File(f"{root}analysis.json", as_json(described))
    manifest = {
        "format": FORMAT,
        "articles": len(held),
        "length": round(total / max(1, len(held)), 1),
        "body": BODY,
        "words": starts,
        **firsts,
    }
    yield File(f"{root}manifest.json", as_json(manifest))


def facets(held: Sequence[Holding], names: Names) -> dict[str, object]:
    """What results can be narrowed by: of each article its day, and the numbers of its source and its tags."""
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
