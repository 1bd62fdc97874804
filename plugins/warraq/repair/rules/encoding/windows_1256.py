"""Windows-1256 that a program took for Windows-1252: `ÇáÓáÇã`. Every letter is one accented Latin letter."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .mojibake import mojibake

BYTES = [*range(0xC0, 0x100), 0xA1, 0xBA, 0xBF]
ENOUGH = 8
"""Letters in a run: a few accented letters in a row may be a word of Europe."""


def code_page(codec: str) -> dict[int, str]:
    """Give the Arabic letter or sign that each accented letter of Windows-1252 stands for."""
    read = ((chr(b), bytes([b]).decode(codec, "replace")) for b in [*BYTES, 0xAC, 0xBB])
    return {ord(shown): meant for shown, meant in read if "\u060c" <= meant <= "\u0652"}


def run_of(letters: str) -> re.Pattern[str]:
    """Match words of such letters, with anything but other letters and halves of characters between them."""
    word = f"[{letters}]"
    return re.compile(f"{word}{{2,}}+(?:[^A-Za-z\n\u00c0-\u00ff\u0600-\u06ff\ud800-\udfff]{{1,20}}+{word}++)*+")


PAGE = code_page("cp1256")
RUN = run_of("".join(map(chr, PAGE)))
ARTICLE = "Çá"
"""`ال`: no language of Latin letters begins its words so."""
OTHER = "Çä"
"""`ال` in ISO-8859-6; in this code `ان`, which is rarer than the article."""
BEGIN_WITH_ARTICLE = late(f"(?<![\u00c0-\u00ff])(?:{ARTICLE}|{OTHER})[\u00c0-\u00ff]*+")


def is_other(text: str) -> bool:
    """Say whether more than twice as many words begin with the article of ISO-8859-6 as with this code's; one said again is one."""
    words: set[str] = set(BEGIN_WITH_ARTICLE.findall(text))
    others = sum(word.startswith(OTHER) for word in words)
    return others >= 2 and others > 2 * (len(words) - others)


def runs(text: str, run: re.Pattern[str], article: str) -> Iterator[tuple[int, int]]:
    """Give the runs with an article in them that are not UTF-8: those another rule reads."""
    if not any(article in match[0] for match in run.finditer(text)):
        return
    taken = sorted((edit.start, edit.end) for edit in mojibake.find(text) if isinstance(edit, Edit))
    starts, ends = [a for a, _ in taken], [b for _, b in taken]
    for match in run.finditer(text):
        start, end = match.span()
        enough = article in match[0] and sum("\u00c0" <= c <= "\u00ff" for c in match[0]) >= ENOUGH
        if enough and bisect_right(ends, start) >= bisect_left(starts, end):
            yield start, end


@rule(
    reason="the text was Windows-1256 and had been read as Windows-1252",
    certainty=Certainty.CERTAIN,
    mends={"ÇáÓáÇã Úáíßã": "السلام عليكم", "ÎÝÖ Èäß «ÇáãÏíäÉ»¡ ÃãÓ": "خفض بنك «المدينة»، أمس"},
    leaves=["à côté, où être né", "ÇÁÉ"],
    signs="Ç",
)
def windows_1256_read_as_windows_1252(text: str) -> Iterator[Edit]:
    if ARTICLE in text and not is_other(text):
        for start, end in runs(text, RUN, ARTICLE):
            yield Edit(start, end, text[start:end].translate(PAGE))
