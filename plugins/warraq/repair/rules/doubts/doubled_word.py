"""A word said twice. It is right more often than not (names, titles, emphasis), so it is only ever doubted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import LETTER, MARK
from ...engine import Certainty, Suspicion
from .. import rule

TWICE = re.compile(f"(?<![{LETTER}{MARK}])([{LETTER}]{{3,}}) \\1(?![{LETTER}{MARK}])")


@rule(
    reason="a word stands twice in a row",
    certainty=Certainty.DOUBTFUL,
    mends={"المتبادلة والمساواة والمساواة.": "والمساواة والمساواة"},
    leaves=["ولي ولي العهد"],
)
def doubled_word(text: str) -> Iterator[Suspicion]:
    for match in TWICE.finditer(text):
        yield Suspicion(*match.span())
