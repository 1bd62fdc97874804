"""Windows-1256 that a program took for Windows-1252: `ÇáÓáÇã`. Every letter is one accented Latin letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule

BYTES = [*range(0xC0, 0x100), 0xA1, 0xBA, 0xBF]
ENOUGH = 8
"""Signs in a run: a few accented letters in a row may be a word of Europe."""


def code_page(codec: str) -> dict[int, str]:
    """Give the Arabic letter or sign that each accented letter of Windows-1252 stands for."""
    read = ((chr(b), bytes([b]).decode(codec, "replace")) for b in [*BYTES, 0xAC, 0xBB])
    return {ord(shown): meant for shown, meant in read if "\u060c" <= meant <= "\u0652"}


def run_of(letters: str) -> re.Pattern[str]:
    """Words of such letters, with anything but other letters between them."""
    word = f"[{letters}]"
    return re.compile(
        f"(?<![A-Za-z]){word}{{2,}}+(?:[^A-Za-z\n\u00c0-\u00ff\u0600-\u06ff]{{1,20}}+{word}++)*+(?![A-Za-z])"
    )


PAGE = code_page("cp1256")
RUN = run_of("".join(map(chr, PAGE)))
ARTICLE = "Çá"
"""`ال`: no language of Latin letters begins its words so."""
OTHER = "Çä"
"""`ال` in ISO-8859-6; in this code `ان`, which is rarer than the article."""


@rule(
    reason="the text was Windows-1256 and had been read as Windows-1252",
    certainty=Certainty.CERTAIN,
    mends={"ÇáÓáÇã Úáíßã": "السلام عليكم", "ÎÝÖ Èäß «ÇáãÏíäÉ»¡ ÃãÓ": "خفض بنك «المدينة»، أمس"},
    leaves=["à côté, où être né", "ÇÁÉ"],
    signs="Ç",
)
def windows_1256_read_as_windows_1252(text: str) -> Iterator[Edit]:
    if text.count(ARTICLE) < text.count(OTHER):
        return
    for match in RUN.finditer(text):
        if ARTICLE in match[0] and len(match[0]) >= ENOUGH:
            yield Edit(*match.span(), match[0].translate(PAGE))
