"""Which of the dates on a page is its article's day: what its witnesses are, and what none of them is."""

from __future__ import annotations

import json

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original, OriginalKind
from warraq.archive.record import Described, Origin
from warraq.repair.describe import describe
from warraq.repair.html_tags.seen_lines import seen_lines
from warraq.repair.repairing import repair

TITLE = "افتتاح الجسر الجديد في المدينة"
LEAD = (
    "أعلن الوزير اليوم أن المشروع الجديد سيكتمل في العام المقبل، وشكر جميع العاملين فيه على جهدهم طوال السنوات الماضية."
)
MORE = "وأضاف أن الأعمال تجري كما خطط لها وأن المدينة ستستفيد من الطريق الجديد الذي يربط بين الضفتين ويخدم آلاف السكان."
REFERENCES = "".join(f"&#{ord(letter)};" for letter in "نشر في 3 مايو 2021")


def of_page(
    head: str = "", *, beside: str = "", behind: str = "", text: tuple[str, ...] = (LEAD, MORE), lang: str = "ar"
) -> dict[str, Described]:
    """Describe a page; `beside`: between headline and text, `behind`: below the text."""
    paragraphs = "".join(f"<p>{one}</p>" for one in text)
    page = (
        f"<html lang={lang}><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>{beside}{paragraphs}</article>"
        f"{behind}</body></html>"
    )
    return described(page)


def described(page: str, name: str = "a.html") -> dict[str, Described]:
    original = Original(name, page.encode(), page, "utf-8", bom=False, kind=OriginalKind.PAGE)
    return describe(original, repair(page, OriginalKind.PAGE), Vocabulary())


def value(found: dict[str, Described]) -> object:
    return found["date"].value if "date" in found else None


@pytest.mark.parametrize(
    ("meta", "day"),
    [
        ('name="publish-date" content="3 May 2021"', "2021-05-03"),
        ('name="DC.date.issued" content="20210503"', "2021-05-03"),
        ('name="pubdate" content="2021/5/3"', "2021-05-03"),
        ('name="date" content="03.05.2021"', "2021-05-03"),
        ('name="article.published" content="2021-05-03T10:00:00Z"', "2021-05-03"),
        ('property="video:release_date" content="2019-01-01"', None),
        ('name="expiry-date" content="2031-01-01"', None),
        ('property="article:modified_time" content="2021-05-03T10:00"', None),
        ('name="date" content="3/5/2021"', None),
    ],
)
def test_a_day_is_read_by_what_its_name_is_made_of_and_in_the_forms_that_makers_write(
    meta: str, day: str | None
) -> None:
    assert value(of_page(f"<meta {meta}>")) == day


def test_a_stated_day_that_may_be_two_is_recorded_as_open() -> None:
    found = of_page('<meta name="date" content="3/5/2021">')["date"]
    assert (found.value, found.candidates) == (None, ("2021-03-05", "2021-05-03"))


def test_what_a_system_calls_published_in_the_second_of_its_last_change_is_that_change() -> None:
    second = 'content="2021-09-08T17:33:18"'
    head = f'<meta name="x:publicationDate" {second}><meta name="x:modificationDate" {second}>'
    assert value(of_page(head, beside="<p>نشر في 3 مايو 2021</p>")) == "2021-05-03"


@pytest.mark.parametrize(
    "beside",
    [
        '<p class="m">3.<a href="/2021/5">مايو 2021</a> الساعة 09:43 &middot; <a href="/t">محليات</a> &middot; <a href="/c">6 تعليقات</a></p>',
        "<p><span>3</span> <span>مايو</span> <span>2021</span></p>",
        '<div><a href="/l">ليلى حداد</a> | 3 مايو 2021</div>',
        f"<div>{REFERENCES}</div>",
        "<div class=date>3 &#1605;&#1575;&#1610;&#1608;&nbsp;2021</div>",
        "<!-- <p>9 يونيو 2022</p> --><p>3 مايو 2021</p>",
        "<p>تم النشر في: 3 أيار/مايو 2021 - آخر تحديث: 9 حزيران/يونيو 2021</p>",
        "<p>الإثنين 3 ماي 2021 - 14:00</p>",
        "<p>2021年5月3日</p>",
        "<div>بتاريخ 3 مايو 2021 (صالح حتى 9 يونيو 2022)</div>",
    ],
)
def test_the_day_stands_between_headline_and_text(beside: str) -> None:
    assert value(of_page(beside=beside)) == "2021-05-03"


@pytest.mark.parametrize(
    "page",
    [
        {"beside": "<p>آخر تحديث: الثلاثاء، ٤ مايو ٢٠٢١ م</p>"},
        {"beside": "<time itemprop=startDate datetime=2021-06-01>1 يونيو 2021</time>"},
        {"beside": "<p>يستمر المعرض الكبير من 12 مارس 2021 وتشارك فيه دول كثيرة من المنطقة</p>"},
        {"behind": "<div class=comments><p>أحسنتم</p><time datetime=2021-06-09>9 يونيو 2021</time></div>"},
        {
            "behind": "<h3>اقرأ أيضا</h3><div><a href=/x>خبر آخر عن مدينة بعيدة</a><span class=date>9 يونيو 2021</span></div>"
        },
        {
            "behind": "<blockquote><p>تغريدة الوزير</p>&mdash; الوزير (@w)"
            ' <a href="https://twitter.com/w/status/1">May 9, 2020</a></blockquote>'
        },
        {"text": (f"3 مايو 2021 - {LEAD}", f"4 مايو 2021 - {MORE}", f"9 مايو 2021 - {LEAD}")},
    ],
)
def test_days_of_changes_events_comments_and_other_articles_are_not_taken(page: dict[str, str]) -> None:
    assert value(of_page(**page)) is None  # type: ignore[arg-type]  # a table of keywords


def test_a_dateline_may_stand_below_a_byline() -> None:
    assert value(of_page(text=("بقلم ليلى حداد", f"دمشق - 3 مايو 2021 - {LEAD}", MORE))) == "2021-05-03"


def test_a_labelled_day_below_the_text_is_the_articles() -> None:
    assert value(of_page(behind="<div><b>التاريخ:</b> 3 مايو 2021<br><b>المصدر:</b> الميناء</div>")) == "2021-05-03"


def test_two_witnesses_that_disagree_leave_what_they_share_and_a_third_decides() -> None:
    found = of_page(
        '<meta property="article:published_time" content="2021-05-03">', beside="<p>نشر في 9 يونيو 2021</p>"
    )
    assert (found["date"].value, found["date"].candidates) == ("2021", ("2021-05-03", "2021-06-09"))
    found = of_page('<meta property="article:published_time" content="2021-05-03">', beside="<p>نشر في 4 مايو 2021</p>")
    assert (found["date"].value, found["date"].candidates) == ("2021-05-03", ())
    two = '<meta property="article:published_time" content="2021-05-03"><meta name="pubdate" content="2021-05-03">'
    found = of_page(two, beside="<p>نشر في 9 يونيو 2021</p>")
    assert (found["date"].value, found["date"].candidates) == ("2021-05-03", ("2021-06-09",))


@pytest.mark.parametrize(
    ("line", "day", "origin", "candidates"),
    [
        ("١٠/٧/٢٠١٦", "2016", Origin.TEXT, ("2016-07-10", "2016-10-07")),
        ("الأحد ١٠/٧/٢٠١٦", "2016-07-10", Origin.INFERRED, ()),
        ("نشر: ١٠/٧/٢٠١٦ | آخر تحديث: الاثنين ١١/٧/٢٠١٦", "2016", Origin.TEXT, ("2016-07-10", "2016-10-07")),
    ],
)
def test_a_weekday_decides_only_within_its_own_stamp(
    line: str, day: str, origin: Origin, candidates: tuple[str, ...]
) -> None:
    found = of_page(beside=f"<p>{line}</p>")["date"]
    assert (found.value, found.origin, found.candidates) == (day, origin, candidates)


ARTICLE = {
    "headline": TITLE,
    "publishedAt": "2021-05-03T10:00:00Z",
    "updatedAt": "2021-06-01T10:00:00Z",
    "author": {"name": "ليلى حداد"},
    "body": f"<p>{LEAD}</p><p>{MORE}</p><p>{LEAD}</p>",
}
OTHER = {"headline": "خبر آخر عن مدينة أخرى بعيدة", "publishedAt": "2021-07-01", "author": {"name": "سالم ناصر"}}


@pytest.mark.parametrize(
    "script",
    [
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"article": ARTICLE, "list": [OTHER]}})}</script>',
        f"<script>window.__APOLLO_STATE__={json.dumps({'Article:1': ARTICLE, 'Article:2': OTHER})}</script>",
        f'<script>window.__NUXT__={{data:[{{post:{{title:"{TITLE}",published_at:"2021-05-03 10:00",author:"ليلى حداد"}}}}]}}</script>',
    ],
)
def test_the_state_of_a_pages_program_says_the_day_and_the_authors_of_its_own_article(script: str) -> None:
    found = of_page(behind=script)
    assert value(found) == "2021-05-03"
    assert found["author"].value == "ليلى حداد"


def test_a_page_that_is_drawn_by_its_program_has_the_title_that_its_data_state() -> None:
    data = json.dumps({"props": {"article": ARTICLE, "list": [OTHER]}})
    found = described(
        "<html lang=ar><head><title>جريدة الميناء</title></head><body><div id=__next></div>"
        f'<script id="__NEXT_DATA__" type="application/json">{data}</script></body></html>'
    )
    assert (found["title"].value, value(found), found["author"].value) == (TITLE, "2021-05-03", "ليلى حداد")


def test_every_letter_of_a_seen_line_has_its_place() -> None:
    page = "<div>8.<a href=x>مايو</a>&#32;&#50;021<!-- <b> --></div><SCRIPT>'<p>'</SCRIPT><p>ب</p>"
    first, second = seen_lines(page, 0, len(page))
    assert (first.text, second.text) == ("8. مايو 2021", "ب")
    assert [page[a:b] for a, b in zip(first.starts, first.ends, strict=True)][-4:] == ["&#50;", "0", "2", "1"]
