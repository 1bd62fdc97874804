"""Spaces that are not the common one: no-break, thin, ideographic; and tabs."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule

SIGNS = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
ODD = late(f"[{SIGNS}]+")


@rule(
    reason="another space stood for the common one",
    certainty=Certainty.CERTAIN,
    mends={"قال\N{NO-BREAK SPACE}نعم": "قال نعم", "قال\tنعم": "قال نعم"},
    leaves=["قال نعم"],
    signs=SIGNS,
    layout=True,
)
def odd_spaces(text: str) -> Iterator[Edit]:
    for match in ODD.finditer(text):
        yield Edit(*match.span(), " ")
