"""
Bytes that make no letter of a file's encoding, and those that make one in a second way.

One bad byte in a page of ten thousand letters is no reason to refuse the page: it becomes U+FFFD, which every reader of the text
sees and a rule doubts, and the byte itself is kept with its place, so that the text gives the file back. The same holds where a
code page has two writings of one letter (those of East Asia do).
"""

from __future__ import annotations

import codecs
import threading
from collections.abc import Iterator
from itertools import islice

from warraq.archive.original import KeptBytes

LOST = "\N{REPLACEMENT CHARACTER}"
MOST = 1000
"""Places in one file: where more bytes are no letters it is in another encoding, or no text."""
LETTERS_EACH = 20
"""Letters beyond ASCII that each bad place but the first must be outweighed by."""
LONGEST_LETTER = 4
"""Bytes."""
HANDLER = "warraq-kept-bytes"
STATEFUL = frozenset({"iso2022_jp"})
"""Encodings in which the same bytes are other letters elsewhere: they are read whole or not at all."""


class _Places(threading.local):
    """The places [start, end) of bad bytes that the decoder which is at work met; a handler has no other way to tell them."""

    def __init__(self) -> None:
        self.found: list[tuple[int, int]] = []


_places = _Places()


def _pass_over(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError) or len(_places.found) == MOST:
        raise error
    _places.found.append((error.start, error.end))
    return LOST, error.end


codecs.register_error(HANDLER, _pass_over)


def decode_keeping(data: bytes, encoding: str) -> tuple[str, tuple[KeptBytes, ...]]:
    """Decode, and keep what the text would not give back; a UnicodeDecodeError where too many bytes are no letters."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if encoding in STATEFUL:
            raise
        return _decode_passing_over(data, encoding)
    if _gives_back(text, encoding, data):
        return text, ()
    if encoding in STATEFUL:
        raise UnicodeDecodeError(encoding, data, 0, 1, "its text would not give it back")
    kept = tuple(islice(_in_second_writing(data, text, encoding, 0), MOST + 1))
    if len(kept) > MOST:
        raise UnicodeDecodeError(encoding, data, 0, 1, "its text would not give it back")
    return text, kept


def _decode_passing_over(data: bytes, encoding: str) -> tuple[str, tuple[KeptBytes, ...]]:
    _places.found = []
    text = data.decode(encoding, HANDLER)
    bad, _places.found = _places.found, []
    letters = sum(not c.isascii() for c in text) - len(bad)
    if (len(bad) - 1) * LETTERS_EACH > letters:
        start, end = bad[0]
        raise UnicodeDecodeError(encoding, data, start, end, "too many bytes are no letters")
    pieces: list[str] = []
    kept: list[KeptBytes] = []
    at = length = 0
    for start, end in [*bad, (len(data), len(data))]:
        piece = data[at:start].decode(encoding)
        if not _gives_back(piece, encoding, data[at:start]):
            kept += islice(_in_second_writing(data[at:start], piece, encoding, length), MOST + 1)
        length += len(piece)
        pieces.append(piece)
        if start < end:
            kept.append(KeptBytes(length, data[start:end].hex()))
            length += 1
        at = end
    if len(kept) > MOST:
        raise UnicodeDecodeError(encoding, data, *bad[0], "too many bytes are no letters")
    return LOST.join(pieces), tuple(kept)


def _gives_back(text: str, encoding: str, data: bytes) -> bool:
    try:
        return text.encode(encoding) == data
    except UnicodeEncodeError:
        return False


def _in_second_writing(data: bytes, text: str, encoding: str, before: int) -> Iterator[KeptBytes]:
    """Yield the letters that the encoding would write otherwise; `before` letters stand before the text."""
    at = start = 0
    for line in data.splitlines(keepends=True):  # no letter of these encodings has the byte of a line end in it
        length = len(line.decode(encoding))
        words = text[at : at + length]
        if not _gives_back(words, encoding, line):
            yield from _letters(line, words, encoding, before + at)
        at += length
        start += len(line)


def _letters(data: bytes, text: str, encoding: str, before: int) -> Iterator[KeptBytes]:
    start = 0
    for number, letter in enumerate(text):
        try:
            usual = letter.encode(encoding)
        except UnicodeEncodeError:
            usual = b""
        if usual and data.startswith(usual, start):
            start += len(usual)
            continue
        for length in range(1, LONGEST_LETTER + 1):
            try:
                if data[start : start + length].decode(encoding) == letter:
                    break
            except UnicodeDecodeError:
                continue
        else:
            raise UnicodeDecodeError(encoding, data, 0, 1, "its text would not give it back")
        yield KeptBytes(before + number, data[start : start + length].hex())
        start += length
