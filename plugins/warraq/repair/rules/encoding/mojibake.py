"""
UTF-8 that a program took for something else.

Every letter of Arabic is two bytes in UTF-8. A program that reads the bytes as Windows-1252, Windows-1256 or another
one-byte code shows two strange characters for each: `Ø§Ù„` or `ط§ظ„`. The bytes can be had back, and bytes that happen
to be sound UTF-8 for a dozen letters in a row are not an accident.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...engine import Certainty, Edit
from ...late import late
from .. import rule

SEEN = {
    "cp1252": "ØÙÚÛÃâÂ×",
    "iso8859_15": "ØÙ",
    "cp1256": "§„ٹˆ†±¨‡×",
    "cp1251": "ШЩ",
    "mac_roman": "ÿŸ√",
    "cp437": "╪┘",
    "cp850": "Ï┘",
    "cp720": "╪┘",
    "cp1255": "\u05f3",
}
"""What such a text can't do without in each code: D8 or D9, with which Arabic letters begin; in Windows-1256, where these are
common Arabic letters, the second bytes of the commonest ones."""
SIGNS_SEEN = frozenset().union(*SEEN.values())
ENOUGH = 4
"""Letters that have to come out: two strange characters in a row may be meant, eight are not."""
ARABIC = late("[\u0600-\u06ff\u05d0-\u05ea]")
"""Letters that prove a reading: Arabic and Hebrew."""
USUAL = late(
    "[\u0621-\u063a\u0641-\u0652\u067e\u0686\u06a9\u06af\u06cc\u0679\u0688\u0691\u0698\u06ba\u06be\u06c1\u06d2\u06d4\u05d0-\u05ea،؛؟]"
)
"""What newspapers are written with: the code that gives most of these is the one that was used."""
LINE = late("[^\n]+")

SIGNS = frozenset(
    "“”‘’«»–—…•،؛؟\N{NO-BREAK SPACE}\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT MARK}\N{ZERO WIDTH NON-JOINER}"
)
"""Signs that were read wrongly in a text whose letters were not: `â€œ` for an opening quote."""


@cache
def table(codec: str) -> dict[str, int]:
    """Give the byte that each character stands for; bytes that Windows-1252 leaves undefined are read as Latin-1, as browsers do."""
    found = {}
    for byte in range(0x80, 0x100):
        try:
            found[bytes([byte]).decode(codec)] = byte
        except UnicodeDecodeError:
            continue
    if codec in ("cp1252", "cp1254"):
        for byte in range(0x80, 0xC0):
            found.setdefault(chr(byte), byte)
    return found


@cache
def sequences(codec: str) -> re.Pattern[str]:
    """Match sound UTF-8 as this code shows it, with ASCII between, from the first strange character to the last."""
    byte_of = table(codec)

    def kind(low: int, high: int) -> str:
        return "[" + re.escape("".join(c for c, b in byte_of.items() if low <= b <= high)) + "]"

    tail = kind(0x80, 0xBF)
    one = f"(?:{kind(0xC2, 0xDF)}{tail}|{kind(0xE0, 0xEF)}{tail}{tail}|{kind(0xF0, 0xF4)}{tail}{tail}{tail})"
    return re.compile(f"{one}++(?:[\x00-\x09\x0b-\x7f]*+{one}++)*+")


def read_again(text: str, codec: str) -> str | None:
    """Give the text that the bytes were meant to be; None where they are not UTF-8, or not enough of it is Arabic."""
    byte_of = table(codec)
    try:
        meant = bytes(b if (b := byte_of.get(c)) is not None else ord(c) for c in text).decode()
    except (UnicodeDecodeError, ValueError):
        return None
    return meant


@rule(
    reason="the text was UTF-8 and had been read in another encoding",
    certainty=Certainty.CERTAIN,
    mends={
        "قال â€œنعمâ€\x9d": "قال “نعم”",
        "Ø§Ù„Ø³Ù„Ø§Ù…": "السلام",
        "ط§ظ„ط³ظ„ط§ظ… ط¹ظ„ظٹظƒظ…": "السلام عليكم",
        "×©×\x9c×\x95×\x9d": "\u05e9\u05dc\u05d5\u05dd",
    },
    leaves=["تلفظ، ثم حفظ.", "café à la crème"],
    signs="".join(SEEN.values()),
)
def mojibake(text: str) -> Iterator[Edit]:
    signs_here = SIGNS_SEEN.intersection(text)
    codecs = [codec for codec, seen in SEEN.items() if not signs_here.isdisjoint(seen)]
    if not codecs:
        return
    taken = bytearray(len(text))
    signs: list[Edit] = []
    for line in LINE.finditer(text):
        readings = [_readings(text, line, codec) for codec in codecs]
        readings.sort(key=_usual, reverse=True)  # stable: of two that are as good, the commoner code
        for found in readings:
            for edit in found:
                if taken.find(1, edit.start, edit.end) < 0:
                    taken[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
                    yield edit
        if "cp1252" in codecs:
            signs += _signs(text, line)
    yield from (edit for edit in signs if taken.find(1, edit.start, edit.end) < 0)


def _readings(text: str, line: re.Match[str], codec: str) -> list[Edit]:
    """Yield the runs of strange characters of a line that are Arabic in this code."""
    if not any(sign in line[0] for sign in SEEN[codec]):
        return []
    found = []
    for match in sequences(codec).finditer(text, *line.span()):
        if match.end() - match.start() < 2 * ENOUGH:
            continue  # each letter was two of these, at least
        meant = read_again(match[0], codec)
        for _ in range(2):  # some were read wrongly twice
            twice = meant and sequences(codec).fullmatch(meant) and read_again(meant, codec)
            if not twice:
                break
            meant = twice
        if meant and len(ARABIC.findall(meant)) >= ENOUGH:
            found.append(Edit(*match.span(), meant))
    return found


def _usual(found: list[Edit]) -> int:
    """Count the usual Arabic in what came out; everything else counts against it."""
    usual = sum(len(USUAL.findall(edit.after)) for edit in found)
    return 3 * usual - 2 * sum(len(ARABIC.findall(edit.after)) for edit in found)


def _signs(text: str, line: re.Match[str]) -> Iterator[Edit]:
    """Yield signs of punctuation that were read wrongly where the letters were not."""
    for match in sequences("cp1252").finditer(text, *line.span()):
        meant = read_again(match[0], "cp1252")
        if meant and _only_signs(meant, match[0]):
            yield Edit(*match.span(), meant)


def _only_signs(meant: str, read: str) -> bool:
    """Say whether only signs of punctuation came out, each of two or three strange characters that prove it."""
    return read[0] in "âÂ" and all(c in SIGNS for c in meant if not c.isascii())
