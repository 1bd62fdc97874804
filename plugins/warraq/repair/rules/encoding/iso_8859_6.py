"""ISO-8859-6, the Arabic of old mail and Unix, that a program took for Latin-1: `ÇäÓäÇå`."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule
from .windows_1256 import OTHER as ARTICLE
from .windows_1256 import code_page, is_other, run_of, runs

PAGE = code_page("iso8859_6")
RUN = run_of("".join(map(chr, PAGE)))


@rule(
    reason="the text was ISO-8859-6 and had been read as Latin-1",
    certainty=Certainty.CERTAIN,
    mends={"ÇäÓäÇå ÇäÂæ Ùäêãå": "السلام الآن عليكم"},
    leaves=["à côté, où être né", "ÇáÓáÇã Úáíßã"],
    signs="Ç",
)
def iso_8859_6_read_as_latin_1(text: str) -> Iterator[Edit]:
    if is_other(text):
        for start, end in runs(text, RUN, ARTICLE):
            yield Edit(start, end, text[start:end].translate(PAGE))
