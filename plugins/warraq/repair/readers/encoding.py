"""
The encoding of a file.

A byte order mark decides, then what the bytes themselves prove (UTF-8 can't be met by chance), then what the file declares, where its
words make sense in it; else the words decide, and the text is doubted. A few bytes that are no letters don't cost the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from warraq.archive.original import MARKS, KeptBytes

from .declared import declared_charset
from .kept_bytes import LETTERS_EACH, LOST, decode_keeping
from .sense import LEGAL, Sense, sense_of
from .unreadable import UnreadableError, binary, empty, undecodable

SIGNATURES = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "ZIP",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x1f\x8b": "gzip",
    b"\xd0\xcf\x11\xe0": "Office",
    b"{\\rtf": "RTF",
    b"WARC/": "WARC",
}
SAMPLE = 200_000
"""Bytes in which UTF-16 is looked for; the whole file is decoded all the same."""
WEIGHED = 16_000
"""Bytes of words in which the code pages are compared."""
SEARCHED = 4_000_000
"""Bytes in which these words are looked for: behind the scripts of a page."""
LONGEST_PIECE = 4_000
CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"
HIGH = bytes(range(128, 256))
PIECES = re.compile(rb"[<\r\n]")
UNSEEN = re.compile(rb"(?:script|style|!--)", re.IGNORECASE)
SEEN = re.compile(rb"/(?:script|style)", re.IGNORECASE)
JAPANESE_MAIL = re.compile(rb"\x1b\$[@B][\x21-\x7e]")
"""How ISO-2022-JP, which is all ASCII, begins its words."""
CANDIDATES = (
    *("cp1252", "cp1256", "iso8859-6", "cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "cp1253", "iso8859-7"),
    *("cp1255", "iso8859-8", "cp1254", "cp1250", "iso8859-2", "cp1257", "cp874"),
    *("gb18030", "big5hkscs", "cp949", "cp932", "euc_jp"),
)
"""Encodings that words may decide for, the likeliest first."""
LATIN = "cp1252"
COMMONER = ("cp1256", "iso8859-6")
"""Of two that give Arabic letters, the one that almost all files are in stands before the other."""
FORMED = 0.8
"""Share of words, formed as words are, from which on a declared charset is believed."""
CLEAR = 0.06
"""Share of common words from which on a declared charset needs no comparison, where all its words are formed well."""
ALL = 0.98
"""Of words: nearly all."""
ALONE = 0.8
"""How much less sense any other encoding makes than one that no common word speaks for, only its letters."""
BETTER, BY = 1.1, 0.005
"""How much more sense another code page has to make than the declared one."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, and what gives them back."""

    text: str
    encoding: str
    bom: bool = False
    kept: tuple[KeptBytes, ...] = ()
    inferred: bool = False
    """The words decided, for nothing was declared, or what makes no sense."""


def decode(data: bytes, stated: str | None = None) -> Decoded:
    """Decode a file, or a page of it; `stated`: the codec that stands outside the page, in a header of its wrapping."""
    for encoding, mark in MARKS.items():
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, data, len(mark))
    if not data.strip():
        raise empty()
    if (wide := _utf16(data)) is not None:
        return _decoded(data, wide, data, 0)
    for signature, kind in SIGNATURES.items():
        if data.startswith(signature):
            raise binary(kind, data)
    controls = len(data) - len(data.translate(None, CONTROLS))
    if controls * 50 > len(data) + 100:
        raise binary("binary", data, next(i for i, b in enumerate(data) if b in CONTROLS))
    declared = stated or declared_charset(data)
    if data.isascii() and JAPANESE_MAIL.search(data):
        try:
            text, _ = decode_keeping(data, "iso2022_jp")
            return Decoded(text, "iso2022_jp", inferred=declared != "iso2022_jp")
        except UnicodeDecodeError:
            pass
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _not_quite_utf_8(data, declared, error.start)
    if not text.strip():
        raise empty()
    return Decoded(text, "utf-8")


def _decoded(body: bytes, encoding: str, data: bytes, skipped: int) -> Decoded:
    try:
        text, kept = decode_keeping(body, encoding)
    except UnicodeDecodeError as error:
        raise undecodable(data, error.start + skipped, encoding.upper()) from None
    if not text.strip():
        raise empty()
    return Decoded(text, encoding, skipped > 0, kept)


def _not_quite_utf_8(data: bytes, declared: str | None, broken: int) -> Decoded:
    """Decode bytes that are UTF-8 with a flaw, or in an older encoding; `broken`: the first byte that is not UTF-8."""
    in_letters = _high(data.decode("utf-8", "ignore").encode())
    if in_letters * 3 > _high(data) * 2:  # most high bytes stand in whole letters of UTF-8
        return _decoded(data, "utf-8", data, 0)
    for encoding, inferred in _likely(_words(data), declared if declared != "utf-8" else None):
        try:
            text, kept = decode_keeping(data, encoding)
        except UnicodeDecodeError:
            continue
        return Decoded(text, encoding, kept=kept, inferred=inferred)
    raise undecodable(data, broken, "UTF-8")


def _utf16(data: bytes) -> str | None:
    """Tell UTF-16 without its mark: every other byte is one of the few high bytes that text has (0 and 6 mostly)."""
    sample = data[: SAMPLE - SAMPLE % 2]
    if len(sample) < 4 or len(data) % 2 or (b"\0" not in sample and b"\6" not in sample):
        return None
    for encoding, high, low in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        text_like = len(high) - len(high.translate(None, b"\x00\x05\x06\x20\xfb\xfc\xfd\xfe"))
        spaces = sum(h == 0 and low_byte in b" \r\n\t.<>" for h, low_byte in zip(high, low, strict=True))
        if text_like >= 0.97 * len(high) and spaces * 40 >= len(high) and low.count(0) * 50 < len(low):
            return encoding
    return None


def _high(data: bytes) -> int:
    """Count the bytes that are not ASCII."""
    return len(data) - len(data.translate(None, HIGH))


def _words(data: bytes) -> bytes:
    """Give lines of the file's words that have high bytes, without tags and scripts; of one that has none, whatever has."""
    pieces: list[bytes] = []
    others: list[bytes] = []
    length = other_length = 0
    hidden = False
    for piece in PIECES.split(data[:SEARCHED]):
        if UNSEEN.match(piece):
            hidden = True
        elif SEEN.match(piece):
            hidden = False
        if piece.isascii():
            hidden = hidden and b"-->" not in piece
            continue
        words = piece.rpartition(b">")[2]
        if not hidden and not words.isascii() and length < WEIGHED:
            pieces.append(words[:LONGEST_PIECE])
            length += len(pieces[-1])
        elif other_length < WEIGHED:
            others.append(piece[:LONGEST_PIECE])
            other_length += len(others[-1])
        hidden = hidden and b"-->" not in piece
    return b"\n".join(pieces or others)


def _likely(words: bytes, declared: str | None) -> Iterator[tuple[str, bool]]:
    """Yield the encodings that the file may be in, likeliest first, each with whether its words alone speak for it."""
    said = _reading(words, declared) if declared else None
    if declared and said and said[1].words >= CLEAR and min(said[1].form, said[1].legal) > ALL:
        yield declared, False
    senses: dict[str, Sense] = {}
    seen = {said[0]} if said else set()
    for encoding in CANDIDATES:
        reading = _reading(words, encoding)
        if reading and reading[0] not in seen:
            seen.add(reading[0])
            senses[encoding] = reading[1]
    ranked = sorted((e for e, sense in senses.items() if sense.words > 0), key=lambda e: -senses[e].words)
    if declared and said and said[1].form >= FORMED:
        least = said[1].words * BETTER + BY
        yield from ((e, True) for e in ranked if senses[e].words > least)
        yield declared, False
    if ranked and (senses[ranked[0]].words > LEGAL or _stands_alone(senses, ranked)):
        yield from ((e, True) for e in ranked)
    if LATIN in senses and senses[LATIN].form >= FORMED and _high(words) * 4 < len(words):
        yield LATIN, True


def _stands_alone(senses: Mapping[str, Sense], ranked: Sequence[str]) -> bool:
    """Say whether the first of the encodings is the only one that gives words, though none is common."""
    first = senses[ranked[0]]
    rivals = [e for e in ranked[1:] if (ranked[0], e) != COMMONER]
    return first.form >= FORMED and (not rivals or senses[rivals[0]].words < ALONE * first.words)


def _reading(words: bytes, encoding: str) -> tuple[str, Sense] | None:
    """Read words in an encoding; None where too many of their bytes are no letters of it."""
    text = words.decode(encoding, "replace")
    lost = text.count(LOST)
    if (lost - 1) * LETTERS_EACH > sum(not c.isascii() for c in text) - lost:
        return None
    return text, sense_of(text)


__all__ = ["Decoded", "UnreadableError", "decode"]
