"""Letters with accents, and Greek and Cyrillic, that were UTF-8 and read as Windows-1252 or -1254: `fuarÄ±`."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule
from .misread_letters import misread


@rule(
    reason="the letters were UTF-8 and had been read as Windows-1252 or Windows-1254",
    certainty=Certainty.CERTAIN,
    mends={
        "Zeytin fuarÄ± aÃ§Ä±ldÄ±": "Zeytin fuarı açıldı",
        "Å\x9eehir, Ä°stanbul": "Şehir, İstanbul",
        "cafÃ© et crÃ¨me": "café et crème",
        "ĞŸÑ€Ğ¸Ğ²ĞµÑ‚": "Привет",
    },
    leaves=["café à la crème", "AMANHÃ” e IRMÃ…", "5×ž", "«Ã©»", "SÅ” och Ä–", "Î este", "L’œuvre «Ñ»"],
    signs="ÃÄÅÐĞÑÎÏ",
)
def letters_misread(text: str) -> Iterator[Edit]:
    found = misread(text)
    for place in found.sure if found else ():
        yield Edit(*place)
