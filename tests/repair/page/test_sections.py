"""Short sections below a lead are the article, whatever the page calls them; cards and boxes beside it are none of it."""

from __future__ import annotations

import pytest

from warraq.archive.original import OriginalKind
from warraq.repair.repairing import repair

TITLE = "حريق في سوق الأقمشة: ما نعرفه"
LEAD = "<p>اندلع حريق في سوق الأقمشة ليلا ولم يصب أحد.</p>"
TOLD = [
    ("أين بدأ", "بدأ الحريق في مخزن صغير قرب الباب الشرقي."),
    ("كم خسر التجار", "خسر التجار 23 متجرا في ساعتين اثنتين."),
    ("متى يفتح السوق", "يفتح السوق أبوابه صباح السبت."),
    ("من يدفع", "تدفع البلدية نصف الخسائر لأصحاب المتاجر."),
]


def read(body: str) -> list[str]:
    """Repair a page with this body, and give the lines of its text."""
    head = f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{TITLE}</title></head>'
    return [b.text for b in repair(f"{head}<body>{body}</body></html>", OriginalKind.PAGE).document.blocks]


def sections(tag: str, heading: str = "<h2>{}</h2>") -> str:
    """Write the sections in such a tag."""
    name = tag.split(maxsplit=1)[0]
    return "".join(f"<{tag}>{heading.format(title)}<p>{text}</p></{name}>" for title, text in TOLD)


@pytest.mark.parametrize("tag", ['div class="post"', 'div class="entry x"', "article"])
@pytest.mark.parametrize("inside", ["{}", "<div>{}</div>"], ids=["beside the lead", "in one element"])
def test_sections_below_a_lead_are_the_article(tag: str, inside: str) -> None:
    lines = read(f"<article><h1>{TITLE}</h1>{LEAD}{inside.format(sections(tag))}</article>")
    assert lines == [LEAD[3:-4], *(line for one in TOLD for line in one)]


def test_the_hour_over_a_section_is_the_articles() -> None:
    body = sections('div class="post"', '<time datetime="2021-03-04T07:10Z">07:10</time><h3>{}</h3>')
    assert read(f"<main><h1>{TITLE}</h1>{LEAD}{body}</main>")[1:4] == ["07:10", *TOLD[0]]


@pytest.mark.parametrize(
    "cards",
    [
        sections('div class="x"', '<a href="/n"><h3>{}</h3></a>'),
        sections('div class="x"', '<h3><a href="/n">{}</a></h3>'),
        sections("article", '<a href="/n"><h3>{}</h3></a>'),
        sections('div class="x"', '<a href="/n"><img src="/n.jpg"></a><span>3.4.</span><h3><a href="/n">{}</a></h3>'),
    ],
    ids=["linked from around", "linked", "of their own", "with a day above"],
)
def test_cards_beside_a_flash_are_none_of_it(cards: str) -> None:
    lines = read(f"<div><div><h1>{TITLE}</h1><span>4 مارس 2021</span>{LEAD}</div><div>{cards}</div></div>")
    assert lines == [LEAD[3:-4]]


def test_sections_with_linked_headings_in_the_article_are_told() -> None:
    body = sections("section", '<a href="/shop"><h3>{}</h3></a>')
    lines = read(f"<article><h1>{TITLE}</h1>{LEAD}{body}</article>")
    assert {text for _, text in TOLD} <= set(lines)


def test_two_boxes_are_no_sections() -> None:
    boxes = "".join(f'<div class="post"><h4>{title}</h4><p>{text}</p></div>' for title, text in TOLD[:2])
    long = "<p>وقال حارس السوق إن رجال الإطفاء وصلوا بعد عشر دقائق، وإنهم عملوا حتى طلوع الفجر دون توقف.</p>"
    lines = read(f"<article><h1>{TITLE}</h1>{LEAD}{long}{long.replace('حارس', 'تاجر')}</article><div>{boxes}</div>")
    assert len(lines) == LEAD.count("<p>") + 2
