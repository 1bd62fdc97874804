"""ISO-8859-6, the Arabic of old mail and Unix, that a program took for Latin-1: `ÇäÓäÇå`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule
from .windows_1256 import ARTICLE as OTHER
from .windows_1256 import ENOUGH, code_page, run_of
from .windows_1256 import OTHER as ARTICLE

PAGE = code_page("iso8859_6")
ARTICLES = re.compile(f"(?<![\u00c0-\u00ff])(?:{ARTICLE}|{OTHER})")
ENOUGH_WORDS = 2
RUN = run_of("".join(map(chr, PAGE)))


@rule(
    reason="the text was ISO-8859-6 and had been read as Latin-1",
    certainty=Certainty.CERTAIN,
    mends={"ÇäÓäÇå ÇäÂæ Ùäêãå": "السلام الآن عليكم"},
    leaves=["à côté, où être né", "ÇáÓáÇã Úáíßã"],
    signs="Ç",
)
def iso_8859_6_read_as_latin_1(text: str) -> Iterator[Edit]:
    words = ARTICLES.findall(text)
    if words.count(ARTICLE) < ENOUGH_WORDS or words.count(OTHER) * 2 >= words.count(ARTICLE):
        return
    for match in RUN.finditer(text):
        if ARTICLE in match[0] and len(match[0]) >= ENOUGH:
            yield Edit(*match.span(), match[0].translate(PAGE))
