"""A section of teasers that comes in has a doubt, whatever its cards are made of; an article with subheadings has none."""

from __future__ import annotations

import pytest

from warraq.archive.original import OriginalKind
from warraq.repair.repairing import repair

NEWS = (
    "الحكومة تقر موازنة العام الجديد بعد جلسة طويلة",
    "فريق المدينة يفوز في المباراة النهائية للكأس",
    "أمطار غزيرة على الساحل وتحذير من السيول",
    "افتتاح معرض الكتاب بمشاركة مئتي ناشر",
)
TOLD = (
    "قالت المصادر إن الاجتماع استمر ساعات طويلة وانتهى باتفاق.",
    "شهدت المباراة حضورا كبيرا من الجمهور الذي ملأ المدرجات منذ الصباح.",
    "حذرت دائرة الأرصاد من تشكل السيول في الأودية حتى مساء الغد.",
    "يستمر المعرض عشرة أيام وتشارك فيه دور نشر من دول كثيرة.",
)
RULE = "may-be-no-article"


def doubts(card: str, head: str = "") -> list[str]:
    """Give the doubts of a page of four cards; `@` is a headline, `#` its teaser."""
    cards = "".join(card.replace("@", a).replace("#", b) for a, b in zip(NEWS, TOLD, strict=True))
    page = (
        f"<html><head><title>شؤون محلية</title>{head}</head><body><main><h1>شؤون محلية</h1>{cards}</main></body></html>"
    )
    return [d.rule for d in repair(page, OriginalKind.PAGE).doubts]


@pytest.mark.parametrize(
    "card",
    [
        '<article><h2><a href="/n">@</a></h2><p class="meta">كتب كريم مراد في 12 مايو 2020</p><p>#</p></article>',
        '<a class="card" href="/n"><img src="x.jpg"><h3>@</h3><p>#</p></a>',
        '<div><a href="/n"><div><h3>@</h3><p>#</p><span>12 مايو</span></div></a></div>',
        '<p><a href="/n">@</a></p><p>#</p>',
        '<div><h3>@</h3><p>#</p><a href="/n">اقرأ المزيد</a></div>',
    ],
)
def test_cards_of_every_make_are_doubted(card: str) -> None:
    assert RULE in doubts(card)
    assert RULE in doubts(card, '<meta property="og:type" content="article">')


@pytest.mark.parametrize(
    ("card", "head"),
    [
        ("<h3>@</h3><p>#</p>", ""),
        ('<h3><a href="/n">@</a></h3><p>#</p><p>#</p>', ""),
        ('<h3><a href="/n">@</a></h3><p>#</p>', '<meta property="article:published_time" content="2020-05-12">'),
    ],
    ids=["subheadings", "two paragraphs under each", "a round-up that calls itself an article"],
)
def test_articles_in_parts_are_not(card: str, head: str) -> None:
    assert RULE not in doubts(card, head)
