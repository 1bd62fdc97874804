"""What stands among an article's paragraphs and is none of it goes; a list, a figure and a quotation between them stay."""

from __future__ import annotations

import pytest

from warraq.archive.original import OriginalKind
from warraq.repair.repairing import repair

TITLE = "سفن القمح في الميناء القديم"
FIRST = "<p>وصلت أمس إلى الميناء القديم أربع سفن محملة بالقمح، وكان في انتظارها مئات العمال وعدد من التجار.</p>"
LAST = "<p>وقال مدير الميناء إن العمل استمر حتى منتصف الليل، وإن القمح نُقل كله إلى المطاحن في ضواحي المدينة.</p>"
NEWS = "عنوان لخبر آخر من أخبار المدينة"


def between(middle: str) -> list[str]:
    """Give what a page's article has between its first and its last paragraph."""
    head = f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE}</title></head>'
    page = f'{head}<body><nav><a href="/">الرئيسة</a></nav><article><h1>{TITLE}</h1>{FIRST}{middle}{LAST}</article></body></html>'
    texts = [b.text for b in repair(page, OriginalKind.PAGE).document.blocks]
    assert texts[0].startswith("وصلت أمس")
    assert texts[-1].startswith("وقال مدير")
    return texts[1:-1]


@pytest.mark.parametrize(
    "middle",
    [
        f'<h3>اقرأ أيضا</h3><ul><li><a href="/1">{NEWS}</a></li><li><a href="/2">{NEWS}</a></li></ul>',
        f'<a href="/1"><div><div>{NEWS}</div><div>وقال شاهد إن الريح اشتدت بعد منتصف الليل.</div></div></a>',
        '<div class="paywall-offer"><p>لمتابعة القراءة اشترك بثمن فنجان من القهوة في الأسبوع.</p></div>',
        '<div style="display: none"><p>هذا النص لا يراه قارئ الصفحة، فهو للبرامج التي تقرأها وحدها.</p></div>',
        '<div class="views"><span>1234</span></div>',
        "<div hidden><dl><dt>خبر مدفوع</dt><dd>لا</dd></dl></div>",
    ],
    ids=["links with a label", "a card", "an offer", "not shown", "a counter", "data"],
)
def test_furniture_goes(middle: str) -> None:
    assert between(middle) == []


@pytest.mark.parametrize(
    ("middle", "kept"),
    [
        ("<ul><li>القمح.</li><li>45</li><li>الشعير</li></ul>", ["القمح.", "45", "الشعير"]),
        ("<p>وكان عدد العمال الذين جاؤوا إلى الميناء صباح أمس لإفراغ السفن:</p><p>120</p>", None),
        ("<h2>عمل حتى الليل</h2><p>نعم.</p>", ["عمل حتى الليل", "نعم."]),
        ("<h2>أقدم السفن</h2><p><a href='/s/1'>120 طنا، المرفأ</a></p>", ["أقدم السفن", "120 طنا، المرفأ"]),
        (
            (
                "<h2>السفن الأربع بأسمائها</h2><ul><li>أكبرها حمولة في هذا الموسم - <a href='/1'>سفينة الساحل الشمالي</a></li>"
                "<li>أقدمها في الخدمة عند أهل الميناء - <a href='/2'>سفينة المنارة</a></li><li><a href='/3'>سفينة الجزيرة</a></li></ul>"
            ),
            [
                "السفن الأربع بأسمائها",
                "أكبرها حمولة في هذا الموسم - سفينة الساحل الشمالي",
                "أقدمها في الخدمة عند أهل الميناء - سفينة المنارة",
                "سفينة الجزيرة",
            ],
        ),
        (
            '<div id="the-latest-ships-to-come"><h2>The latest ships to come</h2><p>لم تصل السفن الأخرى بعد.</p></div>',
            ["The latest ships to come", "لم تصل السفن الأخرى بعد."],
        ),
        (
            "<dl><dt>الحمولة</dt><dd>45 طنا</dd><dt>الرصيف</dt><dd>الثالث</dd></dl>",
            ["الحمولة: 45 طنا", "الرصيف: الثالث"],
        ),
        ('<p><a href="#n1">وصلت السفن قبل موعدها بيومين كاملين</a></p>', None),
        ('<p>وقال شاهد: <a href="/n">رأيت السفن الأربع تدخل الميناء معا</a> عند الفجر.</p>', None),
    ],
    ids=[
        "a list",
        "a figure",
        "a heading",
        "a linked price",
        "a list of linked things",
        "a section called by its heading",
        "terms",
        "a link within the page",
        "a sentence with a long link",
    ],
)
def test_the_storys_own_stays(middle: str, kept: list[str] | None) -> None:
    found = between(middle)
    assert found == kept if kept else len(found) == middle.count("<p>")


def test_a_figure_of_which_it_cant_be_decided_stays_with_a_doubt() -> None:
    head = f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
    page = f"{head}{FIRST}<p>120</p>{LAST}</article></body></html>"
    doubts = [d for d in repair(page, OriginalKind.PAGE).doubts if d.rule == "figure-may-be-a-counter"]
    assert [page[d.start : d.end] for d in doubts] == ["120"]


def test_a_class_of_many_signs_is_no_text() -> None:
    name = "text-xl " + " ".join(f"[&_>a:nth-child({n})]:underline" for n in range(20))
    assert between(f'<p class="{name}">وصلت السفن قبل موعدها بيومين.</p>') == ["وصلت السفن قبل موعدها بيومين."]


def test_letters_written_as_numbers_are_letters() -> None:
    written = "".join(f"&#{ord(c)};" for c in "وقال شاهد إن السفن الأربع دخلت الميناء معا عند الفجر.")
    assert between(f"<p>{written}</p>") == ["وقال شاهد إن السفن الأربع دخلت الميناء معا عند الفجر."]


@pytest.mark.parametrize(
    "writers",
    [
        '<div><a href="/a/1">كريم مراد</a>، <a href="/a/2">ليلى حداد</a></div>',
        '<ul><li><a href="/a/1">كريم مراد</a></li><li><a href="/a/2">ليلى حداد</a></li></ul>',
    ],
)
def test_a_subheading_above_linked_writers_stays(writers: str) -> None:
    head = f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
    page = f"{head}<h2>أكبر حمولة تصل منذ عشرين عاما</h2>{writers}{FIRST}{LAST}</article></body></html>"
    assert [b.text[:9] for b in repair(page, OriginalKind.PAGE).document.blocks] == [
        "أكبر حمول",
        "وصلت أمس ",
        "وقال مدير",
    ]
