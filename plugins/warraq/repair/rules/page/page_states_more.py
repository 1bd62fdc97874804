"""
An article whose page states more of it than it shows: `articleBody` of JSON-LD goes on where the text ends.

Behind «read more» or a wall only the first paragraphs stand in the page; the statement for programs has all of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.original import OriginalKind

from ...engine import Certainty, Suspicion
from ...readers.kind import kind_of
from .. import rule
from .chosen import chosen
from .containers import trimmed
from .stated_body import lacks_stated

FIRST = "قال الوزير إن العمل في الطريق الجديد سيبدأ في أول الشهر المقبل بإذن الله."
MORE = "وأضاف أن الطريق يمر بقرى كثيرة لم يصل إليها طريق من قبل، وأن أهلها شاركوا في العمل. " * 5


def _page(body: str) -> str:
    stated = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    return f"<html><head>{stated}</head><body><h1>عنوان الخبر</h1>{f'<p>{FIRST}</p>' * 3}</body></html>"


@rule(
    reason="the page states more of the text for programs than it shows: the text may end too early",
    certainty=Certainty.DOUBTFUL,
    mends={_page(f"{FIRST} {FIRST} {FIRST} {MORE}"): FIRST},
    leaves=[_page(f"{FIRST} {FIRST} {FIRST}")],
    signs="<",
)
def page_states_more(text: str) -> Iterator[Suspicion]:
    if kind_of(text) is not OriginalKind.PAGE:
        return
    _, blocks, _, in_script = chosen(text)
    if blocks and not in_script and lacks_stated(text, blocks):
        yield Suspicion(*trimmed(text, blocks[-1]))
