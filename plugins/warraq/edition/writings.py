"""
The writings in which a program may have left a text: escaped, percent-encoded, read in a wrong encoding, as base64.

Each escape is read as the letter that it stands for, with the place that it came from, and what that gives is read again, because
escapes are escaped too. Of bytes that are no UTF-8 each encoding that Arabic was stored in is tried.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape

from .quotes import Span

ROUNDS = 8
"""How often what is escaped may be escaped again."""
HEX = "[0-9a-fA-F]"
ESCAPE = rf"""
    &\#0*(?P<decimal>[0-9]{{1,7}});?
    | &\#[xX]0*(?P<hexadecimal>{HEX}{{1,6}});?
    | (?P<named>&[a-zA-Z]\w{{1,30}};?)
    | (?:%|(?<!\\)\\+)[uU](?P<unit>{HEX}{{4}})
    | (?<!\\)\\+u\{{0*(?P<point>{HEX}{{1,6}})\}}
    | (?P<bytes>(?:%{HEX}{{2}})+|(?<!\\)\\+x{HEX}{{2}}(?:\\+x{HEX}{{2}})*)
    """
ESCAPES = re.compile(ESCAPE, re.VERBOSE)
MAIL = re.compile(rf"(?P<bytes>(?:={HEX}{{2}}(?:=\r?\n)?)+)|(?P<nothing>=\r?\n)")
"""Quoted-printable, the writing of mails."""
LINE_ENDS = re.compile(r"(?P<space>(?<!\\)\\+[nrtfv])")
"""In the strings of JSON and of scripts; elsewhere they are the letters of a path."""
SOMETIMES = (MAIL, LINE_ENDS)
"""What is an escape in some texts only, so that a text is read with and without."""
BYTE = re.compile(rf"(?:%|\\+x|=)({HEX}{{2}})")
NO_UTF_8 = re.compile("[\udc80-\udcff]")
CODE_PAGES = ("cp1256", "latin-1", "iso8859-6")
WRITTEN_IN = ("utf-8", "cp1256", "iso8859-6")
READ_IN = ("cp1252", "latin-1", "cp1256", "cp1251", "iso8859-6", "mac-roman", "cp437", "cp850")
ARABIC = frozenset({"cp1256", "iso8859-6"})
LONG = 10
"""Letters from which on a name whose letters became other Arabic letters is no word of the language."""
BASE64 = re.compile(r"[A-Za-z0-9+/_-]{8,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*")
TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text whose escapes are letters, each with its place."""

    text: str
    places: list[Span]


def writings(text: str) -> Iterator[Decoded]:
    """Yield a text once for each way to read its escapes."""
    as_it_is = Decoded(text, [(at, at + 1) for at in range(len(text))])
    begun = [as_it_is, *(made for sign in SOMETIMES if (made := _once(as_it_is, sign)))]
    for each in begun:
        decoded = each
        for _ in range(ROUNDS):
            further = _once(decoded, ESCAPES)
            if further is None:
                break
            decoded = further
        yield decoded
        if NO_UTF_8.search(decoded.text):
            for page in CODE_PAGES:
                yield Decoded(decoded.text.translate(_letters_of_bytes(page)), decoded.places)


def _once(decoded: Decoded, escapes: re.Pattern[str]) -> Decoded | None:
    """Read every escape as what it stands for; None where there is none."""
    text, places = decoded.text, decoded.places
    out: list[str] = []
    where: list[Span] = []
    at = 0
    for match in escapes.finditer(text):
        if match.lastgroup == "named" and unescape(match[0]) == match[0]:
            continue
        out.append(text[at : match.start()])
        where += places[at : match.start()]
        for letters, start, end in _read(match):
            out.append(letters)
            where += [(places[start][0], places[end - 1][1])] * len(letters)
        at = match.end()
    if not at:
        return None
    return Decoded("".join([*out, text[at:]]), where + places[at:])


def _read(match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the letters of one escape, or of a row of bytes, with their places."""
    start, end = match.span()
    match match.lastgroup:
        case "bytes":
            each = list(BYTE.finditer(match[0]))
            at = 0
            data = bytes(int(one[1], 16) for one in each)
            for letter in data.decode("utf-8", "surrogateescape"):
                behind = at + len(letter.encode("utf-8", "surrogateescape"))
                yield letter, start + each[at].start(), start + each[behind - 1].end()
                at = behind
        case "space":
            yield " ", start, end
        case "decimal":
            yield unescape(f"&#{match['decimal']};"), start, end
        case "hexadecimal":
            yield unescape(f"&#x{match['hexadecimal']};"), start, end
        case "named":
            yield unescape(match[0]), start, end
        case "unit" | "point":
            point = int(match[match.lastgroup], 16)
            yield chr(point) if point <= 0x10FFFF else "\N{REPLACEMENT CHARACTER}", start, end


@cache
def _letters_of_bytes(page: str) -> dict[int, str]:
    """Give the letters of a code page for the bytes that are no UTF-8."""
    return {0xDC00 + byte: _letter(byte, page)[0] for byte in range(0x80, 0x100)}


@cache
def _letter(byte: int, page: str) -> tuple[str, bool]:
    """Give the letter of a byte, and whether the code page has one; else programs differ in what they put there."""
    try:
        return bytes([byte]).decode(page), True
    except UnicodeDecodeError:
        return chr(byte), False


@cache
def misread(quote: str) -> tuple[re.Pattern[str], ...]:
    """Give the expressions that find a quote where it was read in a wrong encoding, once or twice."""
    if quote.isascii():
        return ()
    found: dict[str, None] = {}
    for written in WRITTEN_IN:
        for page in READ_IN:
            words = quote.split()
            if written in ARABIC and page in ARABIC and sum(map(len, words)) < LONG:
                continue
            for _ in range(2 if written == "utf-8" else 1):
                try:
                    read = [[_letter(byte, page) for byte in word.encode(written)] for word in words]
                except UnicodeEncodeError:
                    break
                found.update(_expression(words, read))
                words = ["".join(letter for letter, _ in word) for word in read]
    return tuple(re.compile(each, re.DOTALL) for each in found)


def _expression(words: list[str], read: list[list[tuple[str, bool]]]) -> dict[str, None]:
    signs = [sign for word in read for sign in word]
    known = "".join(letter for letter, is_known in signs if is_known)
    made = ["".join(letter for letter, _ in word) for word in read]
    if made == words or any(len(word) < 2 for word in made) or len(known) * 2 < len(signs):
        return {}
    joined = r"[\s_+.\-]+".join(
        "".join(re.escape(letter) if is_known else "." for letter, is_known in word) for word in read
    )
    # Where every letter became another letter, it may be a part of an ordinary word.
    return {rf"(?<!\w){joined}(?!\w)" if known.isalpha() and len(known) == len(signs) else joined: None}


def misread_spans(decoded: Decoded, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Span]:
    """Find words that were read in a wrong encoding, tags or none between their letters."""
    if not patterns or decoded.text.isascii():
        return
    for each in (decoded, _once(decoded, _TAGS)) if "<" in decoded.text else (decoded,):
        if each is not None:
            for pattern in patterns:
                for match in pattern.finditer(each.text):
                    yield each.places[match.start()][0], each.places[match.end() - 1][1]


_TAGS = re.compile(f"(?P<nothing>{TAG.pattern})")


def of_base64(text: str) -> Iterator[str]:
    """Yield what the base64 of a text says, wherever it begins, in the encodings of Arabic."""
    runs = [re.sub(r"\s", "", run).replace("-", "+").replace("_", "/") for run in BASE64.findall(text)]
    for offset in range(4) if runs else ():
        data = b"\n".join(b64decode(run[offset:][: (len(run) - offset) // 4 * 4] + _rest(run[offset:])) for run in runs)
        for encoding in ("utf-8", "cp1256"):
            yield data.decode(encoding, "replace")


def _rest(run: str) -> str:
    """Give the end of a run that is no whole group of four, filled up."""
    rest = run[len(run) // 4 * 4 :]
    return rest + "=" * (4 - len(rest)) if len(rest) > 1 else ""
