"""Several spaces where one is meant."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule

RUN = late("(?<=[^ \n])  +(?=[^ \n])")


@rule(
    reason="several spaces stood where one is meant",
    certainty=Certainty.CERTAIN,
    mends={"قال  نعم": "قال نعم"},
    leaves=["قال نعم"],
    layout=True,
)
def runs_of_spaces(text: str) -> Iterator[Edit]:
    if "  " in text:
        for match in RUN.finditer(text):
            yield Edit(*match.span(), " ")
