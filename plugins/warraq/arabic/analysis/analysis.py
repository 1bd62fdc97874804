"""
What a word is searched under, as `description.py` says it. `analysis.js` is this file's twin: the same words in the same order.

A word has four names, each wider than the one before: **bare** (folded, without the article), **core** (without particles),
**stem** (without endings), **family** (with its broken plurals and the other forms of its verb). The index is kept by family; how near a form
is to the word as typed decides how it ranks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from .description import SAYS_PERCENT, VOWELS, Description

NEVER = 1 << 30
"""More letters than a word has."""
REMEMBERED = 50_000
"""Words whose endings are remembered: each is asked for some five times, soon after another."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """The four names of a word."""

    bare: str
    core: str
    stem: str
    family: str


class Analysis:
    """An interpreter of one description; remembers what it folded, and what it took off."""

    def __init__(self, description: Description) -> None:
        self.description = description
        self.word = re.compile(description["word"])
        self.word_or_percent = re.compile(f"{description['percent']}|{description['word']}")
        self.ignored = re.compile(description["ignored"])
        self.letters = str.maketrans(description["letters"])
        self.thousands = re.compile(description["thousands"])
        self.arabic = re.compile(description["arabic"])
        self.stop = frozenset(description["stop"])
        self.whole = frozenset(description["whole"])
        self.seen = frozenset(description["seen"])
        self.shapes = [(re.compile(shape), name) for shape, name in description["shapes"]]
        self.sounds = dict(description["sounds"])
        self.sounding = re.compile("|".join(self.sounds))
        self.folded: dict[str, tuple[str, ...]] = {}
        self.suffixes: list[tuple[int, dict[str, int]]] = []
        """Endings by their lengths, the longest first as in the description, each with the letters that a word has at least."""
        for suffix, stays in description["suffixes"]:
            if not self.suffixes or self.suffixes[-1][0] != -len(suffix):
                self.suffixes.append((-len(suffix), {}))
            self.suffixes[-1][1][suffix] = len(suffix) + stays
        self.articles: dict[str, list[str]] = {}
        """By their first letter, in the description's order."""
        for article in description["articles"]:
            self.articles.setdefault(article[0], []).append(article)
        self.ended: dict[str, str] = {}
        self.shaped_stems: dict[str, str] = {}

    def fold(self, word: str) -> tuple[str, ...]:
        """Fold one word of running text: nearly always one token; none where it was nothing but marks."""
        known = self.folded.get(word)
        if known is None:
            text = unicodedata.normalize("NFKD", word.replace("ئو", "ؤو"))
            text = self.ignored.sub("", text).translate(self.letters).lower()
            known = self.folded[word] = tuple(self.thousands.sub("", text).split())
        return known

    def fold_all(self, words: Sequence[str]) -> list[str]:
        """Fold many words at once, which is ten times as quick; give the tokens of each between spaces."""
        # No step looks across the end of a line, and none makes one.
        text = unicodedata.normalize("NFKD", "\n".join(words).replace("ئو", "ؤو"))
        text = self.ignored.sub("", text).translate(self.letters).lower()
        return [" ".join(line.split()) for line in self.thousands.sub("", text).split("\n")] if words else []

    def words(self, text: str) -> list[str]:
        """Give the words of a text as they are written, in order; a percentage is one, written with its sign behind it."""
        if not any(letters in text for letters in SAYS_PERCENT):
            return self.word.findall(text)
        found = self.word_or_percent.finditer(text)
        return [f"{match[match.lastindex]}%" if match.lastindex else match[0] for match in found]

    def tokens(self, text: str) -> list[str]:
        """Give the folded words of a text, in order."""
        return [token for word in self.words(text) for token in self.fold(word)]

    def sound(self, word: str) -> str:
        """How a folded word sounds, in Latin or in Arabic letters, with its vowels; ه, ح and whatever else is not listed are not heard."""
        heard = "".join(self.sounds[part] for part in self.sounding.findall(word))
        return "".join(letter for at, letter in enumerate(heard) if at == 0 or heard[at - 1] != letter)

    def consonants(self, word: str) -> str:
        """Give the part of a word's sound that every spelling keeps."""
        return "".join(letter for letter in self.sound(word) if letter not in VOWELS)

    def ending(self, word: str) -> str:
        """Take up to two endings off, as long as enough letters stay."""
        known = self.ended.get(word)
        if known is None:
            if len(self.ended) >= REMEMBERED:
                self.ended.clear()
            known = self.ended[word] = self._ending(word)
        return known

    def _ending(self, word: str) -> str:
        for _ in range(2):
            for at, suffixes in self.suffixes:
                suffix = word[at:]
                if len(word) >= suffixes.get(suffix, NEVER):
                    word = word[:at]
                    break
            else:
                break
            # The ي of انتمائه was a hamza: the alif before it is no ending.
            if suffix[0] == "ي" and word.endswith("ا"):
                break
        if len(word) >= 4 and word.endswith("ء"):
            return word[:-1]
        # A last hamza changes its seat before a pronoun: انتماؤه, انتمائه, انتماء.
        return word[:-1] if len(word) >= 5 and word.endswith(("او", "اي")) else word

    def without_article(self, word: str) -> str:
        """Take the article off, with the particles before it."""
        if self.ending(word) in self.whole:
            return word
        if word[:1] in "وفبك" and word[1:3] == "ال" and self.ending(word[1:]) in self.whole:
            return word
        for article in self.articles.get(word[:1], ()):
            if not word.startswith(article):
                continue
            rest = word[len(article) :]
            if len(rest) >= (2 if article == "ال" else 3) or rest in self.whole:
                return "ل" + rest if article.endswith("لل") and self.ending("ل" + rest) in self.whole else rest
        return word

    def without_particles(self, word: str) -> str:
        """Take و ف ب ل ك off the beginning of a word that had no article."""
        # وفيها is no form of وفيات, of which the stem is whole.
        and_stop = word[0] == "و" and len(word) >= 4 and word not in self.whole and word[1:] in self.stop
        if and_stop or self.ending(word) in self.whole:
            return word[and_stop:]
        particles = self.description["particles"]
        if len(word) >= 6 and word[:2] in self.description["prefixes"]:
            if self.ending(word[1:]) in self.whole:
                return word[1:]
            if word[1] != "س" or word[2] in "يتن":
                return word[2:]
        if len(word) >= 5 and word[0] in particles:
            return word[1:]
        if len(word) == 4 and word[0] in "وف" and word[1:] in self.description["pasts"]:
            return word[1:]
        return word

    def verb(self, core: str) -> str | None:
        """Give the family of a listed verb's form."""
        pasts, imperfects = self.description["pasts"], self.description["imperfects"]
        if core in pasts:
            return pasts[core]
        future = core[0] == "س" and len(core) >= 5 and core[1] in "يتنا" and self.ending(core) not in self.whole
        rest = core[1:] if future else core
        if rest[0] in "يتنا":
            for suffix in ("", "ون", "ان", "ين", "وا", "ه", "ها", "هم", "نا"):
                end = len(rest) - len(suffix)
                # Of two letters hardly anything is proof: تعيين is not تعي.
                proof = end > 3 or (rest[0] == "ي" and suffix in ("", "ون"))
                # تربية is a noun, whatever يربي is.
                if proof and rest.endswith(suffix) and not (rest[0] == "ت" and rest.endswith("يه")):
                    if found := imperfects.get(rest[1:end]):
                        return found
                    if rest[0] != "ا" and rest[1:end] in self.seen:
                        return self.shaped(self.ending(rest[1:end]))
        for suffix in (
            ()
            if core[-1] not in "تاهم"
            else ("ت", "وا", "نا", "تا", "ا", "ه", "ها", "هم", "ته", "تها", "تهم", "وه", "وها")
        ):
            if core.endswith(suffix) and (found := pasts.get(core[: len(core) - len(suffix)])):
                return found
        return None

    def shaped(self, stem: str) -> str:
        """Give the family of a stem: that of its list entry, or of its shape, or itself."""
        if known := self.description["families"].get(stem) or self.shaped_stems.get(stem):
            return known
        if len(self.shaped_stems) >= REMEMBERED:
            self.shaped_stems.clear()
        found = self.shaped_stems[stem] = self._shape(stem)
        return found

    def _shape(self, stem: str) -> str:
        for shape, name in self.shapes:
            if match := shape.match(stem):
                return "".join(match[int(c)] if c in "123" else c for c in name)
        return stem

    def analyse(self, word: str, *, articled: bool = False) -> Analysed:
        """Analyse a folded word; `articled`: the article stood before it and is gone already."""
        if len(word) < 3 or not self.arabic.search(word):
            return Analysed(word, word, word, word)
        bare = word if articled else self.without_article(word)
        core = bare if articled or bare != word else self.without_particles(bare)
        if len(core) < 3:
            return Analysed(bare, core, core, self.shaped(core))
        stem = self.ending(core)
        family = self.description["forms"].get(core)
        if not articled and bare == word:
            family = family or self.verb(core)
            if stem not in self.whole:
                if len(core) >= 5 and core[0] == "ي":
                    stem = self.ending(core[1:])
                elif len(core) >= 6 and core[:2] == "سي":
                    stem = self.ending(core[2:])
        return Analysed(bare, core, stem, family or self.shaped(stem))
