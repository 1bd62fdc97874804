"""The neighbourhood of the headline proves an article, not its length; what stands around it goes, however long it is."""

from __future__ import annotations

import pytest

from warraq.archive.original import OriginalKind
from warraq.repair.repairing import Repaired, repair

TITLE = "غرق قارب صيد قبالة المرفأ"
FLASH = "<p>غرق قارب صيد قبالة المرفأ فجر اليوم ونجا بحارته.</p>"
TEASER = "قالت بلدية المدينة إن أعمال التوسعة في الميناء ستبدأ في مطلع الشهر المقبل، وإنها تستمر عامين."
CARDS = "".join(
    f'<div class="x"><h3><a href="/{n}">توسعة الميناء في دورتها رقم {n}</a></h3><p>{TEASER}</p></div>' for n in range(6)
)
LINKS = "".join(f'<p><a href="/{n}">عنوان لخبر آخر من أخبار المدينة {n}</a></p>' for n in range(9))
NEXT = f"<article><h1>خبر آخر من المدينة</h1>{f'<p>{TEASER}</p>' * 4}</article>"
LONG = "<p>وقال شهود إن الريح اشتدت بعد منتصف الليل، وإن البحارة سبحوا إلى الشاطئ سالمين جميعا.</p>"
ABOUT = (
    f"<div><p>{TEASER}</p><p>يستخدم هذا الموقع ملفات التعريف، ويعد استمرارك في تصفحه موافقة منك عليها كلها.</p></div>"
)


def read(body: str) -> Repaired:
    """Repair a page with this body."""
    head = f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{TITLE} | صحيفة</title></head>'
    return repair(f"{head}<body>{body}</body></html>", OriginalKind.PAGE)


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        (f"<main><div><h1>{TITLE}</h1>{FLASH}</div><h2>آخر الأخبار</h2>{CARDS}</main>", 1),
        (f"<section>{CARDS}</section><section><h1>{TITLE}</h1>{FLASH}</section>", 1),
        (f"<div><h1>{TITLE}</h1>{FLASH}<h4>اقرأ أيضا</h4>{LINKS}</div>", 1),
        (f"<article><h1>{TITLE}</h1>{FLASH}</article>{NEXT}", 1),
        (f"<div><div><h1>{TITLE}</h1>{FLASH}{LONG}{LONG.replace('شهود', 'بحارة')}</div>{ABOUT}</div>", 3),
    ],
    ids=["cards below", "cards above", "links below", "another article", "about the site"],
)
def test_what_stands_around_is_none_of_it(body: str, paragraphs: int) -> None:
    document = read(body).document
    assert document.title == TITLE
    assert document.blocks[0].text == "غرق قارب صيد قبالة المرفأ فجر اليوم ونجا بحارته."
    assert len(document.blocks) == paragraphs


@pytest.mark.parametrize(
    "lead",
    [
        '<p class="standfirst">غرق قارب صيد أمام المدينة دون ضحايا</p>',
        "<h2>غرق قارب صيد أمام المدينة دون أن يصاب أحد.</h2>",
        "<div>غرق قارب صيد أمام المدينة دون أن يصاب أحد.</div>",
        '<div class="field-subtitle field-label-hidden"><div class="items"><div class="item">غرق قارب صيد أمام المدينة دون ضحايا</div></div></div>',
    ],
    ids=["by its class", "a heading", "by its stop", "by the class of its field"],
)
def test_the_lines_that_lead_in_are_the_articles(lead: str) -> None:
    page = f"<article><header><h1>{TITLE}</h1>{lead}<span>الاثنين</span></header><div>{LONG}{LONG.replace('شهود', 'بحارة')}</div></article>"
    blocks = [b.text for b in read(page).document.blocks]
    assert len(blocks) == 3
    assert blocks[0].startswith("غرق قارب صيد أمام المدينة دون")


def test_a_page_whose_article_is_little_or_nothing_beside_it_has_a_doubt() -> None:
    comments = f'<div class="comments">{f"<p>{TEASER}</p>" * 6}</div>'
    doubts = read(f"<div><h1>{TITLE}</h1>{FLASH}</div>{comments}").doubts
    assert [d.rule for d in doubts] == ["article-may-be-elsewhere"]
    assert read(f"<div><h1>{TITLE}</h1>{FLASH}{LONG}</div>").doubts == ()
