"""A paragraph of digits only, and figures above the text: the story's, or counters of the page that stand among its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.original import OriginalKind

from ...engine import Certainty, Suspicion
from ...readers.kind import kind_of
from .. import rule
from .chosen import chosen
from .containers import trimmed
from .figures import lone_figures
from .figures_above import figures_above

FIRST = "<p>وصلت أمس إلى الميناء القديم أربع سفن محملة بالقمح، وكان عدد العمال الذين أفرغوها:</p>"
LAST = "<p>وقال مدير الميناء إن العمل استمر حتى منتصف الليل، وإن القمح نُقل كله إلى المطاحن.</p>"


@rule(
    reason="a figure that stands alone may be a counter of the page",
    certainty=Certainty.DOUBTFUL,
    mends={f"<html><body><article><h1>سفن القمح في الميناء</h1>{FIRST}<p>120</p>{LAST}</article></body></html>": "120"},
    leaves=[
        f"<html><body><article><h1>سفن القمح في الميناء</h1>{FIRST}<ul><li>120</li></ul>{LAST}</article></body></html>",
        "120",
    ],
    signs="<",
)
def figure_may_be_a_counter(text: str) -> Iterator[Suspicion]:
    if kind_of(text) is OriginalKind.PAGE:
        blocks = chosen(text).blocks
        for block in (*figures_above(text, blocks)[:1], *lone_figures(blocks)):
            yield Suspicion(*trimmed(text, block))
