"""
The encoding of a file.

A byte order mark decides, then what the bytes themselves prove (UTF-8 can't be met by chance), then what the file declares,
then which of the old Arabic code pages gives words of the language. The encoding that is chosen gives the same bytes back.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from .unreadable import UnreadableError, binary, empty, undecodable

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
SIGNATURES = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "ZIP",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x1f\x8b": "gzip",
    b"\xd0\xcf\x11\xe0": "Office",
    b"{\\rtf": "RTF",
}
DECLARED = re.compile(
    rb"""<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
# Names that files declare → codecs of Python; latin-1 means cp1252 on the web (WHATWG Encoding Standard).
DECLARABLE = {
    "windows-1256": "cp1256",
    "cp1256": "cp1256",
    "x-cp1256": "cp1256",
    "iso-8859-6": "iso8859-6",
    "iso-8859-6-i": "iso8859-6",
    "arabic": "iso8859-6",
    "windows-1255": "cp1255",
    "iso-8859-8": "iso8859-8",
    "iso-8859-8-i": "iso8859-8",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
}
SAMPLE = 200_000
"""Bytes in which evidence is weighed; the whole file is decoded all the same."""
CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"
# The commonest words of Arabic, Persian, Urdu and Hebrew: a wrong code page doesn't give them.
COMMON = re.compile(
    r"(?<!\w)(?:في|من|على|إلى|الى|عن|أن|ان|التي|الذي|هذا|هذه|كما|قال|بعد|بين|كان|و?ال\w{2,}"
    r"|که|از|به|را|این|است|با|برای|اور|کے|میں|ہے|کی|של|את|על|לא|הוא)(?!\w)"
)
NOT_LATIN = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f]")
HIGH = re.compile(rb"[\x80-\xff]")
# Signs of a wrong code page: an Arabic letter glued to a Latin one, or symbols that prose doesn't use.
STRANGE = re.compile(
    "[a-zA-Z\u00c0-\u024f][\u0621-\u064a]|[\u0621-\u064a][a-zA-Z\u00c0-\u024f]|[¤¦¬±²³µ¶¸¹¼½¾ƒˆ†‡‰\x80-\x9f]"
)


def decode(data: bytes) -> tuple[str, str, bool]:
    """Give the text, its codec and whether a byte order mark stood before it."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            return _strict(body, encoding, len(mark), data), encoding, True
    if not data.strip():
        raise empty()
    if (wide := _utf16(data)) is not None:
        return _strict(data, wide, 0, data), wide, False
    for signature, kind in SIGNATURES.items():
        if data.startswith(signature):
            raise binary(kind, data)
    controls = len(data) - len(data.translate(None, CONTROLS))
    if controls * 50 > len(data) + 100:
        raise binary("binary", data, next(i for i, b in enumerate(data) if b in CONTROLS))
    try:
        return _not_empty(data.decode()), "utf-8", False
    except UnicodeDecodeError as error:
        broken = error.start
    for encoding in _old(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.encode(encoding) == data:
            return text, encoding, False
    raise undecodable(data, broken, "UTF-8")


def _strict(body: bytes, encoding: str, skipped: int, data: bytes) -> str:
    try:
        return _not_empty(body.decode(encoding))
    except UnicodeDecodeError as error:
        raise undecodable(data, error.start + skipped, encoding.upper()) from None


def _not_empty(text: str) -> str:
    if not text.strip():
        raise empty()
    return text


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


def _old(data: bytes) -> Iterator[str]:
    """Yield the codecs of one byte a letter that the file may be in, likeliest first; none where it is UTF-8 with a flaw."""
    sample = data[:SAMPLE]
    high = len(HIGH.findall(sample))
    whole = sample.decode("utf-8", "ignore")
    if sum(not c.isascii() for c in whole) * 3 > high:  # most high bytes stand in whole UTF-8 letters
        return
    declared = DECLARED.search(data[:4096])
    said = DECLARABLE.get((declared[1] or declared[2]).decode().lower()) if declared else None
    scores = {encoding: _score(sample, encoding, high) for encoding in ("cp1256", "iso8859-6", "cp1252")}
    if said and scores.get(said, 0.0) >= 0:
        yield said
    yield from sorted((e for e, score in scores.items() if score > 0), key=lambda e: -scores[e])


def _score(sample: bytes, encoding: str, high: int) -> float:
    """Weigh how well the bytes read as words; below 0: not at all, 0: nothing speaks for it."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return -1.0
    strange = len(STRANGE.findall(text))
    if strange * 20 > high:
        return -1.0
    foreign = len(NOT_LATIN.findall(text))
    if encoding == "cp1252":
        return 0.1 if not foreign and high * 4 < len(sample) else -1.0
    words = len(COMMON.findall(text))
    return words / max(len(text.split()), 1) if foreign and words else 0.0


__all__ = ["UnreadableError", "decode"]
