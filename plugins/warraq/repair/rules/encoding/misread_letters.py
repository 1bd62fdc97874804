"""
Letters of Europe that were UTF-8 and were read as Windows-1252 or -1254: `fuarÄ±`, `cafÃ©`. Arabic and Hebrew are another rule's.

Two strange characters for one letter are proof where the second is a sign that stands in no word (`Ä±`, `Ã©`) and a letter stands beside
them. A dash or a quotation mark proves nothing by itself (`AMANHÃ”`), and where most letters with accents are sound, the text may speak of
such damage: that is a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...late import late
from .mojibake import LINE, SIGNS, mojibake, read_again, sequences
from .windows_1256 import ARTICLE, OTHER

CODECS = ("cp1252", "cp1254")
QUICK = late("[ÃÄÅÐĞÑÎÏ][^ -~\n]")
ACCENTED = late("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0218-\u021b]")
USUAL = late(f"{ACCENTED.pattern}|[\u00a0-\u00d7\u2010-\u2122]")
"""And signs, which are told by the letters beside them."""
OTHERS = late("[\u0386-\u03ce\u0401-\u045f]")
"""Letters of Greek and Cyrillic."""
ENOUGH = 4
"""Of those: two strange characters are a word in no language, eight are not an accident."""
STOPS = frozenset("–—“”‘’„‚‹›«»…•·\N{NO-BREAK SPACE}´`¨")
"""Second characters that may stand behind a word."""
ASCII_LETTER = late("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Misread:
    """The places of letters that were misread, with what they were."""

    sure: tuple[tuple[int, int, str], ...]
    doubtful: tuple[tuple[int, int], ...]


@lru_cache(maxsize=1)  # two rules ask
def misread(text: str) -> Misread | None:
    """Find them; None where there are none."""
    if not QUICK.search(text) or ARTICLE in text or OTHER in text:  # Arabic of one byte a letter is another rule's
        return None
    best: list[tuple[int, int, str]] = []
    for codec in CODECS:
        found = [run for line in LINE.finditer(text) for run in _runs(text, line, codec)]
        if sum(len(run[2]) for run in found) > sum(len(run[2]) for run in best):
            best = found
    if not any(_proves(text, *run) for run in best):
        return None
    taken = bytearray(len(text))
    for edit in mojibake.find(text):
        taken[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
    best = [run for run in best if taken.find(1, run[0], run[1]) < 0]
    inside = sum(len(ACCENTED.findall(text, start, end)) for start, end, _ in best)
    sound = len(ACCENTED.findall(text)) - inside
    letters = sum(len(ACCENTED.findall(meant)) + len(OTHERS.findall(meant)) for _, _, meant in best)
    if sound > letters:
        return Misread((), tuple((start, end) for start, end, _ in best))
    return Misread(tuple(best), ())


def _runs(text: str, line: re.Match[str], codec: str) -> Iterator[tuple[int, int, str]]:
    for match in sequences(codec).finditer(text, *line.span()):
        meant = read_again(match[0], codec)
        strange = [c for c in meant or "" if not c.isascii()]
        if meant and strange and all(c in SIGNS or USUAL.match(c) or OTHERS.match(c) for c in strange):
            yield *match.span(), meant


def _proves(text: str, start: int, end: int, meant: str) -> bool:
    """Say whether a run can't be meant as it stands."""
    if len(OTHERS.findall(meant)) >= ENOUGH:
        return True
    beside = ASCII_LETTER.match(text, start - 1) if start else None
    beside = beside or ASCII_LETTER.match(text, end) or ASCII_LETTER.search(text, start, end)
    return bool(beside) and any(
        c in "ÃÄÅ" and text[i + 1] not in STOPS for i, c in enumerate(text[start:end], start) if i + 1 < end
    )
