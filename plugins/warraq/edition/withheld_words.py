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
from itertools import islice

from warraq.arabic.clitics import AND, PREPOSITIONS
from warraq.arabic.folding import fold
from warraq.language import Message, message

from .quotes import Span
from .sanitise import INLINE
from .writings import Decoded, misread, misread_spans, of_base64, writings

PLACEHOLDER = message("[name withheld]")
UNIT = re.compile(
    r"(?P<tag></?[a-zA-Z!?][^<>]*>)|(?P<markup>[*`~]+|\\(?=[!-/:-@\[-`{-~]))|(?P<letters>[^<*`~\\]+|.)", re.DOTALL
)
BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\ufffc")
"""Letters and signs that look like nothing."""
UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc"})
"""The general categories of what is not seen by itself."""
WORD = re.compile(r"[^\W_]+")
BETWEEN = r"\W{0,8}"
"""What may stand between two words of a name, or nothing; white space, however much, is one sign."""


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


def read_letters(decoded: Decoded, markup: Markup = Markup.INLINE) -> Reading:
    """Read a text as folded letters; white space is one space, however much."""
    text, of_text = decoded.text, decoded.places
    letters: list[str] = []
    places: list[Span] = []

    def add_space(start: int, end: int) -> None:
        if not letters or letters[-1] != " ":
            letters.append(" ")
            places.append((of_text[start][0], of_text[end - 1][1]))

    for unit in UNIT.finditer(text):
        start, end = unit.span()
        if unit.lastgroup != "letters" and markup is not Markup.LETTERS:
            if unit.lastgroup == "tag" and (markup is Markup.PARTING or _name(unit[0]) not in INLINE):
                add_space(start, end)
            continue
        for at in range(start, end):
            plain = _plain(text[at])
            if plain == " " or (markup is Markup.PARTING and not plain and _may_part(text[at])):
                add_space(at, at + 1)
            else:
                for letter in plain:
                    letters.append(letter)
                    places.append(of_text[at])
    return Reading("".join(letters), places)


def words_in(text: str) -> list[str]:
    """Give the words of a text, folded."""
    return [word for decoded in islice(writings(text), 1) for word in WORD.findall(read_letters(decoded).letters)]


def _name(tag: str) -> str:
    return tag.strip("</>").split(maxsplit=1)[0].lower() if tag.strip("</> ") else ""


@cache
def _plain(letter: str) -> str:
    """Give the folded letters of one code point: none of a mark that is not seen, two of a ligature."""
    if letter == "_" or letter.isspace():
        return " "
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    apart = unicodedata.normalize("NFKD", letter)
    seen = "".join(c for c in apart if not _is_unseen(c))
    if seen and seen.isspace():
        return " "
    return fold(unicodedata.normalize("NFKD", seen.casefold()))


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in UNSEEN or letter in BLANK or letter == "\N{ARABIC TATWEEL}"


@cache
def _may_part(letter: str) -> bool:
    """Whether a sign that is not seen may stand between two words."""
    return letter in BLANK or unicodedata.category(letter) in ("Cf", "Cc")


def _pattern(quote: str) -> re.Pattern[str] | None:
    """Make the expression that finds a quote in letters; None where it has no word."""
    words = words_in(quote)
    if not words:
        return None
    first, rest = re.escape(words[0]), "".join(BETWEEN + re.escape(word) for word in words[1:])
    found = f"[{AND}]?[{PREPOSITIONS}]?(?P<name>{first}{rest})"
    if words[0].startswith("ال"):
        found += f"|(?P<to>[{AND}]?لل{re.escape(words[0][2:])}{rest})"
    return re.compile(rf"(?<![^\W_])(?:{found})(?![^\W_])")


def _has_markup(text: str) -> bool:
    """Whether a text can be read in more than one way."""
    return any(sign in text for sign in "<*`~\\") or any(map(_may_part, set(text)))


class WithheldWords:
    """The words that are withheld from one article."""

    def __init__(self, quotes: Iterable[str], lang: str) -> None:
        self.quotes = tuple(quotes)
        self.placeholder = PLACEHOLDER.text(lang)
        self._patterns = [pattern for quote in self.quotes if (pattern := _pattern(quote))]
        self._misread = tuple(pattern for quote in self.quotes for pattern in misread(quote))

    def spans(self, text: str) -> list[Span]:
        """Find all places of the words in a text, in order and apart."""
        found: list[Span] = []
        for decoded in writings(text):
            found += misread_spans(decoded, self._misread)
            for markup in Markup if _has_markup(decoded.text) else (Markup.INLINE,):
                reading = read_letters(decoded, markup)
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
        """Tell whether the words stand in a text, also where they could not be hidden in their place."""
        return bool(text) and (bool(self.spans(text)) or any(map(self.spans, of_base64(text))))

    def hide(self, text: str, *, keeping_markup: bool = False) -> str:
        """Put the placeholder where the words stand; `keeping_markup`: Markdown, whose signs stay and whose brackets are escaped."""
        out: list[str] = []
        at = 0
        bare = list(_without_escapes(text)) if keeping_markup else []
        for start, end in self.spans(text):
            hidden = self.in_place_of(text[start:end])
            if keeping_markup:
                kept = (unit[0] for unit in UNIT.finditer(text, start, end) if unit.lastgroup in ("tag", "markup"))
                if not any(first <= start < last for first, last in bare):
                    hidden = re.sub(r"([\[\]])", r"\\\1", hidden)
                hidden += "".join(each for each in kept if each != "\\")
            out += text[at:start], hidden
            at = end
        return "".join([*out, text[at:]])

    def told(self, text: str) -> str | Message:
        """Give a text as a value of a message that doesn't hold the words: what stands in their place is in the language of the message."""
        parts: dict[str, Message | str | int | float] = {}
        at = 0
        for start, end in self.spans(text):
            if text[at:start]:
                parts[f"part{len(parts)}"] = text[at:start]
            parts[f"part{len(parts)}"] = PLACEHOLDER
            at = end
        if not parts:
            return text
        if text[at:]:
            parts[f"part{len(parts)}"] = text[at:]
        return Message("".join(f"{{{name}}}" for name in parts), parts)

    def in_place_of(self, words: str) -> str:
        """Give what stands in place of some words: the placeholder, once in each line that they reach over."""
        return "\n".join(self.placeholder if part.strip() else part for part in words.split("\n"))


def _without_escapes(markdown: str) -> Iterator[Span]:
    """Yield the places where Markdown reads no escapes: tags and code."""
    opened: tuple[str, int] | None = None
    for unit in UNIT.finditer(markdown):
        if unit.lastgroup == "tag" and not opened:
            yield unit.span()
        for signs in re.finditer("`+", unit[0]) if unit.lastgroup == "markup" else ():
            at = unit.start() + signs.start()
            if opened is None:
                opened = signs[0], at
            elif opened[0] == signs[0]:
                yield opened[1], at
                opened = None


def apart(spans: Iterable[Span]) -> list[Span]:
    """Unite the spans that overlap; give them in order."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start < united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united
