"""
Finding marker words, however they are stored.

A marker is a word that no text has by itself: a beginning that all share, and four letters that number it. Its letters are no
particles and no endings, so that the search keeps them as they are. The looker decompresses, decodes and normalises, and looks at
the names of files too.
"""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import lzma
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import unquote_to_bytes

ARABIC, LATIN = "ضظغ", "zqxjvk"
ARABIC_DIGITS, LATIN_DIGITS = "ثجحخدذرزشصضطظعغق", "bcdfghjklmnprtwv"
PATTERNS = (f"{ARABIC}[{ARABIC_DIGITS}]{{4}}", f"{LATIN}[{LATIN_DIGITS}]{{4}}")
MARKER = re.compile("|".join(PATTERNS))
REVERSED = re.compile("|".join((f"[{ARABIC_DIGITS}]{{4}}{ARABIC[::-1]}", f"[{LATIN_DIGITS}]{{4}}{LATIN[::-1]}")))
ENCODINGS = ("utf-16-le", "utf-16-be", "utf-32-le", "cp1256", "iso8859-6", "mac-arabic")
TAG = re.compile(r"<[^<>]*>")
SILENT = re.compile(
    "[" + "".join(chr(n) for n in range(0x10000) if unicodedata.category(chr(n)) in ("Mn", "Cf", "Lm")) + "]+"
)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})")
DEEPEST = 4
"""Packings within one another."""


def marker(number: int, *, latin: bool = False) -> str:
    """Make the marker of a number below 65,536."""
    digits = LATIN_DIGITS if latin else ARABIC_DIGITS
    return (LATIN if latin else ARABIC) + "".join(digits[number >> shift & 15] for shift in (12, 8, 4, 0))


def _base64_beginnings() -> Iterator[bytes]:
    """Give what every marker's beginning becomes in base64, at each of its three places among the bytes before it."""
    for beginning in (ARABIC, LATIN):
        data = beginning.encode()
        for before in range(3):
            encoded = base64.b64encode(b"\0" * before + data)
            first = (before * 8 + 5) // 6
            yield encoded[first : (before + len(data)) * 8 // 6]


BASE64 = re.compile(b"|".join(map(re.escape, _base64_beginnings())))
BASE64_RUN = re.compile(rb"[A-Za-z0-9+/_-]{8,}")
PACKED = re.compile(rb"H4sI|UEsDB|QlpoO|/Td6WF")
"""How base64 of packed files begins."""
HEX = re.compile("|".join(text.encode().hex() for text in (ARABIC, LATIN)).encode(), re.IGNORECASE)
HEX_RUN = re.compile(rb"(?:[0-9A-Fa-f]{2}){8,}")
ENCODED = tuple(
    (encoding, re.compile(b"|".join(re.escape(text.encode(encoding, "ignore")) for text in (ARABIC, LATIN))))
    for encoding in ENCODINGS
    if ARABIC.encode(encoding, "ignore")
)


def markers_in(files: Iterable[tuple[str, bytes]]) -> dict[str, list[str]]:
    """Find all markers; the names of the files that have each."""
    found: dict[str, list[str]] = {}
    for name, data in files:
        for each in {*_in_text(name), *_in_file(data)}:
            found.setdefault(each, []).append(name)
    return found


@lru_cache(300)  # many files are the same in every site
def _in_file(data: bytes) -> frozenset[str]:
    return frozenset(_in_bytes(data, DEEPEST))


def _in_bytes(data: bytes, deeper: int) -> Iterator[str]:
    """Yield the markers of some bytes."""
    yield from _in_text(data.decode("utf-8", "ignore"))
    for encoding, beginning in ENCODED:
        if beginning.search(data):
            for start in (0, 1, 2, 3):  # letters of several bytes may begin anywhere
                yield from _in_text(data[start:].decode(encoding, "ignore"))
    if not deeper:
        return
    for inside in (*_unpacked(data), *_decoded(data)):
        yield from _in_bytes(inside, deeper - 1)


def _in_text(text: str) -> Iterator[str]:
    """Yield the markers of a text, written and escaped as they may be."""
    for _ in range(3):
        plain = unicodedata.normalize("NFKC", text).casefold()
        yield from MARKER.findall(plain)
        if REVERSED.search(plain):
            yield from (each[::-1] for each in REVERSED.findall(plain))
        # Marks cut words, and tatweel, vowels and invisible characters stand within them.
        yield from MARKER.findall(SILENT.sub("", TAG.sub("", plain)))
        before, text = text, _unescaped(text)
        if text == before:
            return


def _unescaped(text: str) -> str:
    if "\\" in text:
        text = ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)), text)
    if "&" in text:
        text = unescape(text)
    if "%" in text:
        text = unquote_to_bytes(text).decode("utf-8", "ignore")
    return text


def _unpacked(data: bytes) -> Iterator[bytes]:
    """Yield what a packed file holds."""
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    elif data.startswith(b"BZh"):
        yield bz2.decompress(data)
    elif data.startswith(b"\xfd7zXZ"):
        yield lzma.decompress(data)
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for entry in packed.infolist():
                yield entry.filename.encode()
                yield packed.read(entry)
    elif b"\0" in data:  # a picture, a font, a database: streams of zlib may stand anywhere
        for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
            try:
                yield zlib.decompressobj().decompress(data[start.start() :], 1_000_000)
            except zlib.error:
                continue


def _decoded(data: bytes) -> Iterator[bytes]:
    """Yield what runs of base64 and of hexadecimal digits stand for, where a marker's beginning is among them."""
    if BASE64.search(data) or PACKED.search(data):
        for run in BASE64_RUN.findall(data):
            if BASE64.search(run) or PACKED.match(run):
                plain = run.replace(b"-", b"+").replace(b"_", b"/")
                for start in range(4):
                    part = plain[start:]
                    part = part[:-1] if len(part) % 4 == 1 else part
                    yield base64.b64decode(part + b"=" * (-len(part) % 4))
    if HEX.search(data):
        for run in HEX_RUN.findall(data):
            yield bytes.fromhex(run[: len(run) // 2 * 2].decode())
