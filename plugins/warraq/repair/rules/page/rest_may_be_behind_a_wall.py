"""
An article whose page says that the rest is for those who pay or log in: «اشترك لمتابعة القراءة».

The notice itself is none of the article's words and is taken out. Whether what was saved is the whole text can't be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.original import OriginalKind

from ...engine import Certainty, Suspicion
from ...readers.kind import kind_of
from .. import rule
from .chosen import chosen
from .containers import trimmed
from .walls import notice_beside

SENTENCE = "<p>قال الوزير إن العمل في الطريق الجديد سيبدأ في أول الشهر المقبل بإذن الله.</p>"
END = "قال الوزير إن العمل في الطريق الجديد سيبدأ في أول الشهر المقبل بإذن الله."


@rule(
    reason="the page says that the rest is for subscribers: the text may end too early",
    certainty=Certainty.DOUBTFUL,
    mends={f"<html><body><h1>عنوان الخبر</h1>{SENTENCE}<p>اشترك لمتابعة القراءة</p></body></html>": END},
    leaves=[f"<html><body><h1>عنوان الخبر</h1>{SENTENCE}<p>اشترك في المعرض عشرون ناشرا.</p></body></html>"],
    signs="<",
)
def rest_may_be_behind_a_wall(text: str) -> Iterator[Suspicion]:
    if kind_of(text) is not OriginalKind.PAGE:
        return
    page, blocks, _, in_script = chosen(text)
    if blocks and not in_script and notice_beside(page, text, blocks):
        yield Suspicion(*trimmed(text, blocks[-1]))
