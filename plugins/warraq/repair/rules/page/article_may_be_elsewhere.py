"""
An article that is little beside its page, or nothing but its title.

A flash of one sentence is an article. But where ten times as much is written around it, the article may be what was taken
out, or may never have been saved.
"""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.original import OriginalKind

from ...engine import Certainty, Suspicion
from ...html_tags.elements import HEADINGS
from ...readers.kind import kind_of
from .. import rule
from .chosen import chosen
from .containers import is_sentence, trimmed

BESIDE = 10
"""How many times as many letters are written around a text that may not be the article."""
NOTE = "يسمح بنشر التعليقات التي تلتزم بآداب الحوار وحدها، ويحق للموقع أن يحذف ما سواها دون إخطار صاحبها بذلك أبدا."


@rule(
    reason="this is little beside its page: the article may be another part of it",
    certainty=Certainty.DOUBTFUL,
    mends={
        f"<html><body><h1>سفن القمح</h1><p>وصلت سفن القمح.</p><div class='comments'>{f'<p>{NOTE}</p>' * 3}</div></body></html>": (
            "وصلت سفن القمح."
        )
    },
    leaves=[f"<html><body><h1>سفن القمح في الميناء</h1><p>{NOTE}</p></body></html>", "وصلت سفن القمح."],
    signs="<",
)
def article_may_be_elsewhere(text: str) -> Iterator[Suspicion]:
    if kind_of(text) is not OriginalKind.PAGE:
        return
    page, blocks, _, in_script = chosen(text)
    if not blocks or in_script:
        return
    known = {id(b) for b in blocks}
    written = sum(b.letters for b in blocks if b.tag not in HEADINGS)
    others = [b for b in page.blocks if id(b) not in known]
    if written and written * BESIDE >= sum(b.letters for b in others):
        return  # be all of them sentences
    around = sum(b.letters for b in others if is_sentence(text, b))
    if not written or written * BESIDE < around:
        yield Suspicion(*trimmed(text, blocks[0]))
