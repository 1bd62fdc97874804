"""Words in square brackets that may be a code of a page's editor: `[/box]` without its beginning, `[our_box]` within a line."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from .. import rule
from .brackets import codes


@rule(
    reason="it may be a code of a page's editor",
    certainty=Certainty.DOUBTFUL,
    mends={"نعم [/box] لا": "[/box]", "نعم [our_box] لا": "[our_box]", "نعم [box n=5] لا": "[box n=5]"},
    leaves=["He said [sic] that it [the fair] was open.", "[b]نعم[/b]", "قال [كذا] نعم [1].", "[our_box]نعم[/our_box]"],
    signs="[",
)
def words_may_be_a_code(text: str) -> Iterator[Suspicion]:
    if "]" in text:
        for start, end in codes(text).doubtful:
            yield Suspicion(start, end)
