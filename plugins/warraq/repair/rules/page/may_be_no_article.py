"""
A page that may be no article: most of what it shows are headlines that lead elsewhere, or the place of its text is empty.

Where it also says that it is a list, and has no sentence of its own, or where its summary tells of the text that is missing,
an import sets it aside (`repair/no_article/`).
"""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.original import OriginalKind

from ...engine import Certainty, Suspicion
from ...no_article.emptied import looks_emptied
from ...no_article.facts import facts_of
from ...no_article.listings import may_be_a_list
from ...readers.kind import kind_of
from .. import rule

LINKS = "".join(f'<p><a href="/{n}">خبر آخر من أخبار الصفحة الأولى</a></p>' for n in range(15))
SHORT_LINKS = "".join(f'<p><a href="/{n}">خبر رقم {n} عن المدينة</a></p>' for n in range(20))
SENTENCE = "<p>قال الوزير إن العمل في الطريق الجديد سيبدأ في أول الشهر المقبل بإذن الله.</p>"


@rule(
    reason="the page shows little but a headline and links to other articles: it may be a list, or lack its text",
    certainty=Certainty.DOUBTFUL,
    mends={
        f"<html><body><h1>أخبار المدينة</h1>{LINKS}</body></html>": "أخبار المدينة",
        f"<html><body><h1>آخر الأخبار</h1>{SHORT_LINKS}</body></html>": "آخر الأخبار",
    },
    leaves=[
        f"<html><body><h1>عنوان الخبر</h1>{SENTENCE * 2}{LINKS}</body></html>",
        f"<html><body><h1>عنوان الخبر</h1>{SENTENCE}{SHORT_LINKS}</body></html>",
        f"<html><body><h1>خبر عاجل</h1><p>انقطعت الكهرباء عن المدينة كلها.</p>{SHORT_LINKS}</body></html>",
    ],
    signs="<",
)
def may_be_no_article(text: str) -> Iterator[Suspicion]:
    if kind_of(text) is not OriginalKind.PAGE:
        return
    facts = facts_of(text)
    if facts.chosen.blocks and (may_be_a_list(facts) or looks_emptied(facts)):
        first = facts.seen[0]
        yield Suspicion(first.start, first.end)
