"""Windows-1256 that a program took for Windows-1252: `ÇáÓáÇã`. Every letter is one accented Latin letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule

LETTERS = "".join(chr(b) for b in range(0xC0, 0x100) if "\u0621" <= bytes([b]).decode("cp1256") <= "\u0652")
RUN = re.compile(f'(?<![A-Za-z])[{LETTERS}]{{2,}}+(?:[ \u00a0.:\\-()"0-9¡º¿]+[{LETTERS}]++)*+(?![A-Za-z])')
ARTICLE = "Çá"
"""`ال`: no language of Latin letters begins its words so."""


@rule(
    reason="the text was Windows-1256 and had been read as Windows-1252",
    certainty=Certainty.CERTAIN,
    mends={"ÇáÓáÇã Úáíßã": "السلام عليكم"},
    leaves=["à côté, où être né", "ÇÁÉ"],
    signs="Ç",
)
def windows_1256_read_as_windows_1252(text: str) -> Iterator[Edit]:
    for match in RUN.finditer(text):
        if ARTICLE in match[0] and len(match[0]) >= 8:
            yield Edit(*match.span(), match[0].encode("latin-1").decode("cp1256"))
