"""Strange characters in a text whose other letters are sound: a piece of another encoding, or what the text speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from .. import rule
from .misread_letters import misread


@rule(
    reason="the letters may be UTF-8 that was read in another encoding",
    certainty=Certainty.DOUBTFUL,
    mends={"Le mot «cafÃ©» s’écrivait «café» à côté.": "Ã©"},
    leaves=["café à la crème", "AMANHÃ” e IRMÃ…"],
    signs="ÃÄÅÐĞÑÎÏ",
)
def letters_may_be_misread(text: str) -> Iterator[Suspicion]:
    found = misread(text)
    for start, end in found.doubtful if found else ():
        yield Suspicion(start, end)
