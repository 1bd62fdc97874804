"""Words of queries that the press writes otherwise: spoken Arabic, names in other languages, words that mean the same. Lists of this project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from warraq.arabic.analysis import Analysis
from warraq.arabic.analysis.description import WORDS
from warraq.arabic.analysis.listed import description
from warraq.archive.synonyms import Groups
from warraq.pages.gzipped import gzipped
from warraq.pages.page import File

from .contributions import ROOT, folding
from .lettering import lettered
from .sieve import sieve

PARTS = 256
"""So many files have what the lists say: a query loads those of its words, a kilobyte each. A name of several words stands where its first would."""
DOUBT, MET, STRICT = "?+="
OFTEN = "often"
"""The file of the words that the press often has too, for something else."""
Lists = dict[str, list[str]]
"""A word as it is folded, or several without their articles → what the press writes for it."""


def _lines(name: str, part: str = "*") -> Iterator[str]:
    """Read the lines of `words/NAME.txt`, or of each file in the folder `words/NAME`, or of one, without comments."""
    folder = WORDS / name
    for file in sorted(folder.glob(f"{part}.txt")) if folder.is_dir() else [WORDS / f"{name}.txt"]:
        yield from (line.partition("#")[0] for line in file.read_text("utf-8").splitlines())


def _words(text: str, signs: str = "،,") -> list[str]:
    """Give the words between signs."""
    for sign in signs:
        text = text.replace(sign, "\n")
    return [found for word in text.split("\n") if (found := word.strip())]


def key(name: str) -> str:
    """Give the form of a word, or of a name of several, that a query is compared with; of `=US` what is in capitals alone."""
    if name.startswith(STRICT):
        return name.removeprefix(STRICT)
    tokens = folding().tokens(name)
    return " ".join(tokens if len(tokens) == 1 else [without_article(token) for token in tokens])


def without_article(token: str) -> str:
    """Take the article off: sayings.js has the same."""
    return token[2:] if token.startswith("ال") and len(token) > 3 else token


@cache
def in_print(name: str) -> Lists:
    """
    Give the words of a list, each with what the press writes for it.

    `a، b > c`: a and b lead to c. `a <> b`: and back. `a | b | c`: each leads to the others. `?a > c`: only in a query of which more is spoken,
    since the press writes that word for something else; the mark stays before it. `+a > c`: the press has that word now and then (`met`).
    """
    found: Lists = {}
    for line in _lines(name):
        if "<>" in line:
            said, written = map(_words, line.split("<>"))
            _add(found, said, written)
            _add(found, written, said)
        elif ">" in line:
            said, written = map(_words, line.split(">"))
            _add(found, said, written)
        else:
            group = _words(line, "|")
            for word in group:
                _add(found, [word], [other for other in group if other != word])
    return found


def _add(found: Lists, said: Iterable[str], written: Sequence[str]) -> None:
    for word in said:
        same = DOUBT * word.startswith(DOUBT) + key(word)
        known = found.setdefault(same, [])
        known += [other for other in written if other not in known and key(other) != same.removeprefix(DOUBT)]


def met() -> set[str]:
    """Give the words of the lists that are met in print too: what is said of one that an archive hardly has, is asked for anyway."""
    often = {word for line in _lines("spoken", OFTEN) if ">" in line for word in _words(line.split(">")[0])}
    marked = {
        word
        for name in ("spoken", "abroad")
        for line in _lines(name)
        for word in _words(line.split(">")[0])
        if word.startswith(MET)
    }
    return {key(word) for word in often | marked}


@dataclass(frozen=True, slots=True)
class Sayings:
    """What the lists say."""

    spoken: Lists
    """What is said otherwise in speech or in Latin letters: always looked for."""
    perhaps: Lists
    """The same of words that the press writes for something else: looked for where more of a query is spoken."""
    meant: Lists
    """What means the same: looked for where few articles have the words of a query."""


@cache
def analysis() -> Analysis:
    """Give the analysis that knows the listed words, and what no archive teaches."""
    return Analysis(description())


def stem_key(word: str) -> str:
    """Give the form of a word of the press that others of its forms are compared with: its stem, so that «استقالات» is «استقالة»."""
    return word if " " in word else f"~{analysis().analyse(word).stem}"


def conjugated(word: str) -> Iterator[str]:
    """
    Yield what else is said of a verb that is listed as «they did»: مسكوا, and so مسكت, مسكو, مسكوه, يمسك, يمسكون, تمسك.

    Of a short one, اتمسك and انمسك too: to whom it was done.

    Of a verb with a weak letter some of these are no words, which nobody asks for.
    """
    base = word.removesuffix("وا")
    if base != word and len(base) > 2 and " " not in base:
        yield from (f"{base}{ending}" for ending in ("ت", "و", "وه", "وها", "وهم"))
        if base[0] not in "ايتن":
            yield from (f"ي{base}", f"ي{base}وا", f"ي{base}ون", f"ت{base}")
            if len(base) == len("مسك"):
                yield from (f"{sign}{base}{ending}" for sign in ("ات", "ان") for ending in ("", "ت", "وا"))


@cache
def sayings(own: Groups = ()) -> Sayings:
    """Give what the lists say of words that are in no group of an archive's own."""
    taken = {key(word) for group in own for word in group}
    made = Sayings({}, {}, {})
    for name in ("spoken", "abroad", "meant"):
        for word, written in in_print(name).items():
            same = word.removeprefix(DOUBT)
            # What is written in Arabic letters and is no word of speech leads abroad only where few have it.
            to_meant = name == "meant" or (name == "abroad" and any("ء" <= letter <= "ي" for letter in word))
            if same not in taken:
                (made.perhaps if same != word else made.meant if to_meant else made.spoken).setdefault(same, []).extend(
                    written
                )
    for word in made.spoken.keys() & made.perhaps.keys():
        made.spoken[word] += made.perhaps.pop(word)
    # After that: what a verb means, all its forms mean.
    for kind in (made.spoken, made.perhaps):
        for word, written in list(kind.items()):
            for other in conjugated(word):
                if other not in taken and not any(other in known for known in (made.spoken, made.perhaps, made.meant)):
                    kind[other] = written
    stems: Lists = {}
    for word, written in made.meant.items():
        if (same := stem_key(word)) != word:
            known = stems.setdefault(same, [])
            known += [other for other in written if other not in known]
    return Sayings(made.spoken, made.perhaps, {**made.meant, **stems})


def said_files(own: Groups = ()) -> Iterator[File]:
    """Yield what the lists say, by their words: `said/2f.json.gz`, word → [what speech means by it, what means the same, what it may mean]."""
    made = sayings(own)
    parts: list[dict[str, list[list[str]]]] = [{} for _ in range(PARTS)]
    for word in sorted({*made.spoken, *made.perhaps, *made.meant}):
        entry = [kind.get(word, []) for kind in (made.spoken, made.meant, made.perhaps)]
        parts[crc32(word.partition(" ")[0].encode()) % PARTS][word] = entry if entry[2] else entry[:2]
    for n, part in enumerate(parts):
        yield File(f"{ROOT}said/{n:02x}.json.gz", gzipped([lettered(part)]))


@cache
def asking() -> dict[str, str]:
    """
    Give the words that readers ask with in spoken Arabic (`words/asking.txt`), by their kind, with spaces between them.

    `known`: the sieve of the words that are said otherwise in print.
    """
    plain = folding()
    made: dict[str, list[str]] = {
        kind: [] for kind in ("asking", "owning", "behind", "before", "first", "leading", "among", "these", "times")
    }
    for line in _lines("asking"):
        kind, sign, words = line.partition(":")
        if sign:
            made[kind.strip()] += [token for word in _words(words) for token in plain.tokens(word)]
    return {kind: " ".join(dict.fromkeys(found)) for kind, found in made.items()} | {"known": sieve(met())}
