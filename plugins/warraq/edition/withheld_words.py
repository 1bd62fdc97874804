"""
Words that are withheld, found in whatever way a text writes them.

A name stands in an article as words, in a saved page also as entities, in addresses, in scripts, cut by tags, in letters stored as
shapes or read in a wrong encoding, and backwards. Each of these is read as plain folded letters, with the places that they came
from. A name is found behind the clitics that Arabic attaches to it, in any of the spellings that are one word to readers, and
written together (عبدالله for عبد الله).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from html import unescape

from warraq.arabic.clitics import AND, PREPOSITIONS
from warraq.arabic.folding import fold
from warraq.language import message

from .quotes import Span
from .sanitise import INLINE

PLACEHOLDER = message("[name withheld]")
TAG = r"(?P<tag> </?[a-zA-Z!?][^<>]{0,4000}> ) |"
SIGNS = r"""
    (?P<entity> &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});? )
    | (?P<json> \\+u[0-9a-fA-F]{4} )
    | (?P<percent> (?:%[0-9a-fA-F]{2})+ )
    | (?P<markup> [*`~]+ | \\(?=[!-/:-@\[-`{-~]) )
    | (?P<letter> . )
    """
UNIT = re.compile(TAG + SIGNS, re.VERBOSE | re.DOTALL)
INSIDE_TAGS = re.compile(SIGNS, re.VERBOSE | re.DOTALL)
HAS_MARKUP = re.compile(r"[<*`~\\]")
WORD = re.compile(r"[^\W_]+")
BETWEEN = r"\W{0,8}"
"""What may stand between two words of a name, or nothing."""
MISREAD = [(a, b) for a in ("utf-8", "cp1256") for b in ("cp1252", "latin-1", "cp1256", "cp1251") if a != b]
"""In which encoding a text was written and in which it was read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as folded letters, each with its place."""

    letters: str
    places: list[Span]


class Markup(Enum):
    """What the tags of a text and Markdown's signs are for who reads its words."""

    INLINE = auto()
    """Nothing; tags of blocks part words."""
    PARTING = auto()
    """All tags part words."""
    LETTERS = auto()
    """Text: names stand in attributes and scripts too."""


def read_letters(text: str, markup: Markup = Markup.INLINE) -> Reading:
    """Read a text as folded letters."""
    letters: list[str] = []
    places: list[Span] = []

    def add(read: str, start: int, end: int) -> None:
        for plain in read:
            for letter in _plain(plain):
                letters.append(letter)
                places.append((start, end))

    for unit in (INSIDE_TAGS if markup is Markup.LETTERS else UNIT).finditer(text):
        start, end = unit.span()
        kind = unit.lastgroup
        if kind in ("tag", "markup") and markup is not Markup.LETTERS:
            if kind == "tag" and (markup is Markup.PARTING or _name(unit[0]) not in INLINE):
                add(" ", start, end)
            continue
        if kind == "entity":
            add(unescape(unit[0]), start, end)
        elif kind == "json":
            add(chr(int(unit[0][-4:], 16)), start, end)
        elif kind == "percent":
            at = start
            for letter in bytes.fromhex(unit[0].replace("%", "")).decode("utf-8", "surrogateescape"):
                behind = at + 3 * len(letter.encode("utf-8", "surrogateescape"))
                add(letter, at, behind)
                at = behind
        else:
            for at in range(start, end):
                add(text[at], at, at + 1)
    return Reading("".join(letters), places)


def _name(tag: str) -> str:
    return tag.strip("</>").split(maxsplit=1)[0].lower() if tag.strip("</> ") else ""


@cache
def _plain(letter: str) -> str:
    """Give the folded letters of one code point: none of a mark that is not seen, two of a ligature."""
    if letter == "_":
        return " "
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    apart = unicodedata.normalize("NFKD", letter)
    seen = "".join(c for c in apart if unicodedata.category(c) not in ("Mn", "Cf") and c != "\N{ARABIC TATWEEL}")
    return fold(unicodedata.normalize("NFKD", seen.casefold()))


def _pattern(quote: str) -> re.Pattern[str] | None:
    """Make the expression that finds a quote in letters; None where it has no word."""
    words = WORD.findall(read_letters(quote).letters)
    if not words:
        return None
    first, rest = re.escape(words[0]), "".join(BETWEEN + re.escape(word) for word in words[1:])
    found = f"[{AND}]?[{PREPOSITIONS}]?(?P<name>{first}{rest})"
    if words[0].startswith("ال"):
        found += f"|(?P<to>[{AND}]?لل{re.escape(words[0][2:])}{rest})"
    return re.compile(rf"(?<![^\W_])(?:{found})(?![^\W_])")


def _misread(quote: str) -> Iterator[re.Pattern[str]]:
    """Yield what a quote looks like where it was read in a wrong encoding."""
    if quote.isascii():
        return
    for written, read in MISREAD:
        try:
            words = [word.encode(written).decode(read, "replace") for word in quote.split()]
        except UnicodeEncodeError:
            continue
        if all(len(word) > 1 for word in words) and words != quote.split():
            signs = (re.escape(word).replace("\N{REPLACEMENT CHARACTER}", ".") for word in words)
            yield re.compile(r"\s+".join(signs), re.DOTALL)


class WithheldWords:
    """The words that are withheld from one article."""

    def __init__(self, quotes: Iterable[str], lang: str) -> None:
        self.quotes = tuple(quotes)
        self.placeholder = PLACEHOLDER.text(lang)
        self._patterns = [pattern for quote in self.quotes if (pattern := _pattern(quote))]
        self._misread = [pattern for quote in self.quotes for pattern in _misread(quote)]

    def spans(self, text: str) -> list[Span]:
        """Find all places of the words in a text, in order and apart."""
        found = [match.span() for pattern in self._misread for match in pattern.finditer(text)]
        for markup in Markup if HAS_MARKUP.search(text) else (Markup.INLINE,):
            reading = read_letters(text, markup)
            for backwards in (False, True):
                found += self._in(reading, backwards=backwards)
        return apart(found)

    def _in(self, reading: Reading, *, backwards: bool) -> Iterator[Span]:
        letters = reading.letters[::-1] if backwards else reading.letters
        for pattern in self._patterns:
            for match in pattern.finditer(letters):
                start, end = match.span(match.lastgroup or 0)
                if backwards:
                    start, end = len(letters) - end, len(letters) - start
                yield reading.places[start][0], reading.places[end - 1][1]

    def are_in(self, text: str) -> bool:
        """Tell whether the words stand in a text."""
        return bool(text) and bool(self.spans(text))

    def hide(self, text: str, *, keeping_markup: bool = False) -> str:
        """Put the placeholder where the words stand; `keeping_markup`: Markdown, whose signs stay and whose brackets are escaped."""
        out: list[str] = []
        at = 0
        for start, end in self.spans(text):
            hidden = self.in_place_of(text[start:end])
            if keeping_markup:
                kept = (unit[0] for unit in UNIT.finditer(text, start, end) if unit.lastgroup in ("tag", "markup"))
                hidden = re.sub(r"([\[\]])", r"\\\1", hidden) + "".join(each for each in kept if each != "\\")
            out += text[at:start], hidden
            at = end
        return "".join([*out, text[at:]])

    def in_place_of(self, words: str) -> str:
        """Give what stands in place of some words: the placeholder, once in each line that they reach over."""
        return "\n".join(self.placeholder if part.strip() else part for part in words.split("\n"))


def apart(spans: Iterable[Span]) -> list[Span]:
    """Unite the spans that overlap; give them in order."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start < united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united
