"""Lists of cards, sets of frames and emptied pages are set aside; short, odd and listing articles are not."""

from __future__ import annotations

import pytest

from warraq.repair.no_article import no_article
from warraq.repair.no_article.emptied import looks_emptied
from warraq.repair.no_article.facts import facts_of
from warraq.repair.no_article.listings import may_be_a_list
from warraq.repair.readers import read_original

FLASH = "أعلنت البلدية مساء اليوم إغلاق الجسر القديم أمام الشاحنات حتى إشعار آخر."
HEADLINE = "البلدية تغلق الجسر القديم أمام الشاحنات الثقيلة"
WEBSITE = "<meta property='og:type' content='website'>"
PAGER = "<div><a href='?page=2'>2</a> <a href='?page=3'>3</a></div>"
PASSWORD = "<form><input name=user><input type=password name=p></form>"
FOOTER = "<footer><p>كل الحقوق محفوظة لجريدة الميناء، ولا ينقل منها شيء إلا بإذن.</p></footer>"
EMPTY = "<article><h1>{h}</h1><div class='article-body'> </div></article>"
SUMMARY = "<meta name=description content='قررت البلدية إغلاق الجسر القديم أمام الشاحنات بعد أن وجد المهندسون شقوقا في ثلاثة أعمدة منه.'>"


def cards(n: int, tag: str = "h3", teaser: str = "قال المهندسون إن العمل سيبدأ قبل الشتاء.") -> str:
    return "".join(
        f"<div class=card><img src=/{i}.jpg><{tag}><a href='/story/{i}'>عنوان خبر آخر من أخبار المدينة {i}</a></{tag}><p>{teaser}</p></div>"
        for i in range(n)
    )


def links(n: int) -> str:
    return "".join(f"<li><a href='/story/{i}'>عنوان خبر آخر من أخبار المدينة رقم {i}</a></li>" for i in range(n))


def page(title: str, body: str, head: str = "", classes: str = "") -> str:
    of_body = f" class='{classes}'" if classes else ""
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body{of_body}>{body}</body></html>"


def said(html: str) -> str:
    why = no_article(read_original("page.html", html.encode()))
    return why.what.msgid if why else ""


LISTS = {
    "a section": page("محليات | جريدة الميناء", f"<h1>محليات</h1>{cards(9)}{FOOTER}", WEBSITE),
    "a section with a pager": page("محليات | جريدة الميناء", f"<h1>محليات</h1>{cards(9)}{PAGER}"),
    "a tag": page("الجسر - جريدة الميناء", f"<h1>الجسر</h1>{cards(6)}", classes="rtl archive tag tag-12"),
    "an author": page("ليلى حداد - الميناء", f"<h1>ليلى حداد</h1><p>{FLASH}</p>{cards(8)}", classes="archive author"),
    "an author by its type": page(
        "ליאת כהן - העיתון", f"<h1>ליאת כהן</h1><p>{FLASH}</p>{cards(8)}", "<meta property='og:type' content='profile'>"
    ),
    "results": page("Search results | The Port", f"<h1>Search results</h1><form><input name=q></form>{cards(7)}"),
    "results of a search in Persian": page(
        "نتایج جستجو | روزنامه", f"<h1>نتایج جستجو</h1><form><input name=s></form>{cards(7)}"
    ),
    "a front page": page(
        "جريدة الميناء - أخبار صادقة",
        "".join(f"<section><h3>{s}</h3><ul>{links(6)}</ul></section>" for s in ("سياسة", "اقتصاد", "رياضة", "ثقافة"))
        + cards(5),
    ),
    "what calls itself both": page(
        "الجسر - الميناء",
        f"<h1>الجسر</h1>{cards(8)}",
        "<meta property='og:type' content='article'><script type='application/ld+json'>{\"@type\": \"CollectionPage\"}</script>",
        "archive category",
    ),
}


@pytest.mark.parametrize("html", LISTS.values(), ids=LISTS.keys())
def test_a_list_of_cards_is_set_aside(html: str) -> None:
    assert said(html) == "The page is a list of articles, a section or a home page, and none of them."


ARTICLES = {
    "a flash above cards": page(HEADLINE, f"<h1>{HEADLINE}</h1><p>{FLASH}</p>{cards(12)}", WEBSITE),
    "a flash below cards": page(HEADLINE, f"{cards(12)}<h1>{HEADLINE}</h1><p>{FLASH}</p>", WEBSITE),
    "a flash between cards, with a pager": page(
        HEADLINE, f"{cards(6)}<h1>{HEADLINE}</h1><p>{FLASH}</p>{cards(6)}{PAGER}", WEBSITE
    ),
    "a flash of a headline alone": page(f"{HEADLINE} | الميناء", f"<h1>{HEADLINE}</h1>{cards(12)}", WEBSITE),
    "a flash whose headline leads to itself": page(
        f"{HEADLINE} | الميناء", f"<h2><a href='/this'>{HEADLINE}</a></h2><p>{FLASH}</p>{cards(12)}", WEBSITE
    ),
    "a flash under a short heading": page("الجسر", f"<h1>الجسر</h1><p>{FLASH}</p>{cards(12)}", WEBSITE),
    "a flash in a box named as a rail": page(
        HEADLINE, f"<div class=sidebar><h2>{HEADLINE}</h2><p>{FLASH}</p></div>{cards(12)}", WEBSITE
    ),
    "a flash in a form of the whole page": page(
        HEADLINE, f"<form><h1>{HEADLINE}</h1><p>{FLASH}</p>{cards(12)}</form>", WEBSITE
    ),
    "bare text below rails": page(HEADLINE, f"<ul>{links(20)}</ul><div>{HEADLINE}</div>{FLASH}<br><br>{FLASH}", WEBSITE),
    "ten reasons": page(
        "عشرة أسباب لإغلاق الجسر",
        "<h1>عشرة أسباب لإغلاق الجسر</h1>" + "".join(f"<h3>{i}. سبب آخر من الأسباب</h3><p>{FLASH}</p>" for i in range(10)),
        WEBSITE,
    ),
    "ten books with links to shops": page(
        "عشرة كتب تستحق أن تقرأ هذا الصيف", f"<h1>عشرة كتب تستحق أن تقرأ هذا الصيف</h1>{cards(10)}", WEBSITE
    ),
    "ten books with an introduction": page("كتب الصيف", f"<h1>كتب الصيف</h1><p>{FLASH}</p>{cards(10)}", WEBSITE),
    "a live blog": page(
        "مباشر: إغلاق الجسر",
        "<h1>مباشر: إغلاق الجسر</h1>"
        + "".join(
            f"<div id=e{i}><h3><a href='#e{i}'>الشرطة تغلق الطريق المؤدي إلى الجسر {i}</a></h3><p>{FLASH}</p></div>"
            for i in range(12)
        ),
        WEBSITE,
    ),
    "an opinion on an author's page": page(
        "ليلى حداد", f"<h1>ليلى حداد</h1><p>{FLASH}</p><p>{FLASH}</p>{cards(8)}", classes="author"
    ),
    "a cartoon": page("كاريكاتير", f"<h1>كاريكاتير</h1><p><img src=/today.jpg></p>{cards(12)}", WEBSITE),
    "a film": page("حلقة اليوم", f"<h1>حلقة اليوم</h1><iframe src=/v></iframe><div>{cards(12)}</div>", WEBSITE),
    "pictures with their captions": page(
        "الجسر في صور",
        "<h1>الجسر في صور</h1>"
        + "<figure><img src=/1.jpg><figcaption>الجسر القديم من جهة النهر في يوم ماطر</figcaption></figure>" * 9
        + links(16),
        WEBSITE,
    ),
    "a poem": page("قصيدة الجسر", f"<h1>قصيدة الجسر</h1>{'<p>يا جسر مدينتنا</p>' * 20}{cards(10)}", WEBSITE),
    "a table of prices": page(
        "أسعار الذهب",
        f"<h1>أسعار الذهب</h1><table>{'<tr><td>عيار 21</td><td>1200</td></tr>' * 10}</table>{cards(10)}",
        WEBSITE,
    ),
    "a round-up of other papers": page("جولة الصحف", f"<h1>جولة الصحف</h1>{cards(8, teaser=FLASH * 3)}", WEBSITE),
    "a flash of four words": page("عاجل", f"<h1>عاجل</h1><p>زلزال يضرب المدينة الآن</p>{cards(10)}", WEBSITE),
    "a post among the classes of lists": page(
        "الجسر", f"<h1>الجسر</h1><p>{FLASH}</p><p>{FLASH}</p>{cards(9)}", classes="home blog single"
    ),
    "a paywall below the first paragraphs": page(
        HEADLINE,
        f"<h1>{HEADLINE}</h1><p>{FLASH}</p><p>{FLASH}</p><div><h2>سجل الدخول لمتابعة القراءة</h2>{PASSWORD}"
        "<p>لقد قرأت مقالاتك المجانية لهذا الشهر.</p></div>",
    ),
    "a story of log-ins": page(
        "سجل الدخول: كيف سرقت كلمات المرور",
        f"<h1>سجل الدخول: كيف سرقت كلمات المرور</h1>{PASSWORD}<p>سرق مجهولون كلمات المرور من حساب البلدية، وقالت الشرطة إن البحث جار.</p>",
    ),
    "a story of cookies": page(
        "Cookies and privacy: what the law says",
        "<h1>Cookies and privacy: what the law says</h1><p>The court ruled that cookies need consent, and fined two partners of the port.</p>",
    ),
    "a story of a 503": page(
        "503 Service Temporarily Unavailable, said the port",
        "<h1>503 Service Temporarily Unavailable, said the port</h1><p>The site of the port answered with 503 all day.</p>",
    ),
    "a column called as a wall is": page("Please wait", f"<h1>Please wait</h1><p>{FLASH}</p><p>{FLASH}</p>"),
    "a story of frames": page("وداعا &lt;frameset&gt;", f"<h1>وداعا &lt;frameset&gt;</h1><p>{FLASH}</p><!--<frameset>-->"),
    "an article for browsers without frames": "<html><head><title>الجسر</title></head><frameset><frame src=a><noframes><body>"
    f"<h1>{HEADLINE}</h1>" + f"<p>{FLASH}</p>" * 8 + "</body></noframes></frameset></html>",
    "an empty place and a text elsewhere": page(
        HEADLINE, f"{EMPTY.format(h=HEADLINE)}<div class=x><p>{FLASH}</p></div>", SUMMARY
    ),
    "an empty place below a cartoon": page(
        HEADLINE, f"<article><h1>{HEADLINE}</h1><img src=/a.jpg><div class='article-body'></div></article>", SUMMARY
    ),
    "an empty place, and the slogan for a summary": page(
        HEADLINE,
        EMPTY.format(h=HEADLINE),
        "<meta name=description content='جريدة الميناء: أخبار صادقة كل صباح ومساء من كل مكان في العالم'>",
    ),
    "an empty place, and the headline for a summary": page(
        HEADLINE, EMPTY.format(h=HEADLINE), f"<meta name=description content='{HEADLINE} - جريدة الميناء'>"
    ),
    "an empty place below the summary": page(
        HEADLINE,
        EMPTY.format(h=HEADLINE).replace("</h1>", "</h1><p>قررت البلدية إغلاق الجسر القديم أمام الشاحنات بعد أن وجد المهندسون شقوقا.</p>"),
        SUMMARY,
    ),
}  # fmt: skip


@pytest.mark.parametrize("html", ARTICLES.values(), ids=ARTICLES.keys())
def test_an_article_is_not_set_aside(html: str) -> None:
    assert said(html) == ""


def test_a_set_of_frames_is_set_aside() -> None:
    frames = "<html><head><title>Port</title></head><FRAMESET cols='20%,*'><FRAME src=a.htm><frame src=b.htm></FRAMESET></html>"
    assert said(frames) == "The page is a set of frames: its text stands in other pages, which it only names."


def test_a_page_without_its_text_is_set_aside_where_its_summary_tells_of_one() -> None:
    emptied = page(f"{HEADLINE} | الميناء", f"{EMPTY.format(h=HEADLINE)}<ul>{links(5)}</ul>{FOOTER}", SUMMARY)
    assert said(emptied) == "The page has a headline and a summary, and the place of its text is empty."
    assert looks_emptied(facts_of(page(HEADLINE, EMPTY.format(h=HEADLINE))))


def test_what_is_only_probable_is_no_reason_to_set_aside() -> None:
    nothing_said = page("الجسر القديم", f"<h1>الجسر القديم</h1>{cards(6)}")
    assert said(nothing_said) == ""
    assert may_be_a_list(facts_of(nothing_said))
    for kind in (
        "a flash above cards",
        "a flash under a short heading",
        "a live blog",
        "ten books with an introduction",
    ):
        assert not may_be_a_list(facts_of(ARTICLES[kind]))


@pytest.mark.parametrize(
    ("title", "body", "reason"),
    [
        ("503 Service Temporarily Unavailable", "<center><h1>503 Service Temporarily Unavailable</h1></center><hr>nginx", "server"),
        ("429 Too Many Requests", "<h1>Too Many Requests</h1><p>Error 429</p>", "server"),
        ("الخدمة غير متاحة | الميناء", "<h1>503</h1><p>الخدمة غير متاحة حاليا، حاول بعد قليل.</p>", "server"),
        ("سجل الدخول لمتابعة القراءة | الميناء", f"<h1>سجل الدخول لمتابعة القراءة</h1>{PASSWORD}<p>كلمة المرور</p>", "password"),
        ("Log in to continue reading", f"<h1>Log in to continue reading</h1>{PASSWORD}", "password"),
        ("برای ادامه خواندن وارد شوید", f"<h1>برای ادامه خواندن وارد شوید</h1>{PASSWORD}", "password"),
        ("پڑھنا جاری رکھنے کے لیے لاگ ان کریں", f"<h1>لاگ ان کریں</h1>{PASSWORD}", "password"),
        ("התחברו כדי להמשיך לקרוא", f"<h1>התחברו כדי להמשיך לקרוא</h1>{PASSWORD}", "password"),
        ("روزنامه", "<h1>پیش از ادامه</h1><p>برای ذخیره کوکی روی دستگاه شما به رضایت شما نیاز داریم و باید بپذیرید.</p>", "cookies"),
        ("Zeitung", "<h1>Bevor Sie fortfahren</h1><p>Wir brauchen Ihre Zustimmung, um Cookies auf Ihrem Gerät zu speichern.</p>", "cookies"),
        ("ذرا ٹھہریے...", "<p>آگے بڑھنے سے پہلے آپ کے براؤزر کی جانچ کی جا رہی ہے۔</p>", "machine"),
        ("Einen Moment bitte", "<p>Wir prüfen Ihren Browser, bevor es weitergeht.</p>", "machine"),
    ],
)  # fmt: skip
def test_answers_in_other_words_and_languages(title: str, body: str, reason: str) -> None:
    assert reason in said(page(title, body))
