"""The title of a page is what most of its witnesses say, mark for mark; it stands once, and what else is said is a candidate."""

from __future__ import annotations

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.original import OriginalKind
from warraq.archive.record import Described, Origin
from warraq.repair.changes import undo
from warraq.repair.describe import describe
from warraq.repair.readers import read_original
from warraq.repair.repairing import repair

LEAD = "افتتحت البلدية صباح أمس سوق السمك الجديد على رصيف الميناء، بحضور عشرات الصيادين وأسرهم وتجار المدينة."
MORE = "وقال رئيس الصيادين إن السوق القديم لم يكن فيه ماء ولا ظل، وإن الجديد يتسع لمئة بائع في وقت واحد."
LONG = (
    "رئيس الصيادين يروي كيف انتقل مئة بائع في ليلة واحدة من الرصيف القديم إلى السوق الجديد، وماذا خسروا في الطريق،"
    " وما الذي وعدتهم به البلدية بعد عام من الانتظار"
)


def page(title: str, body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}<p>{LEAD}</p><p>{MORE}</p></body></html>"


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def said(text: str) -> Described:
    original = read_original("a.html", text.encode())
    repaired = repair(original.text, OriginalKind.PAGE)
    assert undo(repaired.document.text, repaired.changes) == text
    assert repair(repaired.document.text).document.text == repaired.document.text
    described = describe(original, repaired, Vocabulary())["title"]
    assert described.value == repaired.document.title
    assert [b.text for b in repaired.document.blocks] == [LEAD, MORE]
    for evidence in described.evidence:
        assert text[evidence.start : evidence.end] == evidence.quote
    return described


@pytest.mark.parametrize(
    "title",
    [
        "هل تكفي السوق الجديدة مئة بائع؟",
        "أخيرًا: للصيادين سقف!",
        "تقرير: السوق التي انتظرها الصيادون",
        "ثم جاء الصباح…",
        LONG,
        "Is there room for a hundred fishmongers?",
        "ماهی‌فروشان از بازار نو چه می‌خواهند؟",
    ],
)
def test_a_title_that_witnesses_agree_on_keeps_its_marks_and_stands_once(title: str) -> None:
    found = said(page(f"{title} | جريدة الرصيف", f"<h1>{title}</h1>", og(title)))
    assert (found.value, found.origin, found.candidates) == (title, Origin.METADATA, ())
    assert said(page(f"{title} | جريدة الرصيف", f"<h2>{title}</h2>")).value == title
    assert said(page("جريدة الرصيف", f"<h1>{title}</h1>")).value == title


def test_a_heading_that_is_the_sites_name_is_no_title() -> None:
    title = "سوق السمك الجديد يفتح أبوابه"
    assert said(page(f"{title} | الرصيف اليوم", f"<h1>الرصيف اليوم</h1><h2>{title}</h2>")).value == title
    site = '<meta property="og:site_name" content="الرصيف اليوم">'
    assert said(page(f"الرصيف اليوم - {title}", f"<h1>الرصيف اليوم</h1><h3>{title}</h3>", site)).value == title


def test_two_witnesses_outvote_one_and_what_the_others_say_is_a_candidate() -> None:
    one, other = "سوق السمك الجديد يفتح أبوابه", "مئة بائع ينتقلون في ليلة"
    json = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{other}"}}</script>'
    found = said(page(f"{one} - جريدة الرصيف", f"<h1>{one}</h1>", og(one) + json))
    assert (found.value, found.candidates) == (one, (other,))
    found = said(page(f"{one} - جريدة الرصيف", f"<h1>{other}</h1>", og(other)))
    assert (found.value, found.candidates) == (other, (one,))


def test_a_title_stated_behind_the_text_or_in_escapes_is_put_before_it() -> None:
    title = 'الصيادون: "أخيرًا" لنا سقف!'
    escaped = title.encode("unicode_escape").decode().replace('"', '\\"')
    json = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{escaped}"}}</script>'
    text = page("", "").replace("<title></title>", "").replace("</body>", f"{json}</body>")
    assert said(text).value == title


def test_words_class_of_titles_is_a_heading_and_pictures_alt_is_none() -> None:
    title = "سوق السمك الجديد يفتح أبوابه"
    assert said(page("", f"<p class=MsoTitle dir=RTL>{title}</p>")).value == title
    assert said(page("", f'<h1><span>{title}</span> <img src="a.png" alt="الرصيف"></h1>')).value == title


def test_a_page_that_states_no_title_has_an_inferred_one() -> None:
    original = read_original("a.html", page("", "").encode())
    assert describe(original, repair(original.text, OriginalKind.PAGE), Vocabulary())["title"].origin is Origin.INFERRED


@pytest.mark.parametrize(
    ("first", "is_title"),
    [
        ("«حريق الميناء .. من المسئول؟»", True),
        ("حريق الميناء.. من المسئول؟", True),
        ("يا لها من ليلة في الميناء!", True),
        ("ثم جاء الصباح الطويل…", True),
        ("مرحبا بكم!", False),
        ("قال الصياد نعم. فهل يعود؟", False),
        ("عاد الصيادون إلى البيت.", False),
    ],
)
def test_the_first_line_of_a_text_may_ask_or_call_where_paragraphs_follow_it(first: str, is_title: bool) -> None:  # noqa: FBT001 - of a table
    text = f"{first}\n{LEAD}\n{MORE}"
    document = repair(text).document
    assert (document.title == first) is is_title
    assert repair(document.text).document.text == document.text
    assert repair(f"{first}\n{LEAD[:40]}\n{MORE[:40]}").document.title_inferred


def test_a_heading_that_leads_home_names_the_site() -> None:
    head = '<div><h1><a href="/">جريدة الرصيف</a></h1></div><h3>سوق السمك الجديد</h3>'
    assert said(page("جريدة الرصيف :: سوق السمك الجديد", head)).value == "سوق السمك الجديد"


def test_an_articles_heading_may_lead_home_where_the_head_says_its_title() -> None:
    head = '<h1><a href="/">سوق السمك الجديد</a></h1>'
    assert said(page("سوق السمك الجديد", head, og("سوق السمك الجديد"))).value == "سوق السمك الجديد"


def test_the_greater_heading_below_the_sites_name_is_the_title() -> None:
    head = "<h3>جريدة الرصيف الكبرى لأهل المدينة</h3><hr><h2>سوق السمك الجديد</h2>"
    found = said(page("جريدة الرصيف الكبرى لأهل المدينة :: سوق السمك الجديد", head))
    assert found.value == "سوق السمك الجديد"


def test_a_heading_goes_on_where_sharing_takes_half_of_it() -> None:
    found = said(page("سوق السمك الجديد | الرصيف", "<h1>سوق السمك الجديد: مئة بائع</h1>", og("سوق السمك الجديد")))
    assert found.value == "سوق السمك الجديد: مئة بائع"


@pytest.mark.parametrize("css", ["c3 title", "MsoTitle"])
def test_a_paragraph_that_an_editor_calls_title_is_the_title(css: str) -> None:
    text = f'<html><body><p class="{css}"><span>سوق السمك الجديد</span></p><p class="c3">{LEAD}</p><p class="c3">{MORE}</p></body></html>'
    assert said(text).value == "سوق السمك الجديد"


def test_the_only_first_heading_is_the_title_be_it_below_a_notice() -> None:
    notice = "يبقى مكتب الجريدة مفتوحا في كل أيام الأسبوع كالعادة، ونرحب بالقراء فيه من الصباح إلى المساء."
    text = page("سمك • خضار • فواكه | الرصيف", f"<main><p>{notice}</p><h1>سوق السمك الجديد</h1>").replace(
        "</body>", "</main></body>"
    )
    original = read_original("a.html", text.encode())
    assert repair(original.text, OriginalKind.PAGE).document.title == "سوق السمك الجديد"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ('<span class="kicker">بعد العاصفة</span> <span>سوق السمك الجديد</span>', "سوق السمك الجديد"),
        ('<div class="over-title">بعد العاصفة</div>سوق السمك الجديد', "سوق السمك الجديد"),
        ('<span class="kicker">بعد العاصفة</span>: سوق السمك الجديد', "بعد العاصفة: سوق السمك الجديد"),
        ('<span class="word">بعد العاصفة</span> سوق السمك الجديد', "بعد العاصفة سوق السمك الجديد"),
        ('<span class="kicker">سوق السمك الجديد</span>', "سوق السمك الجديد"),
    ],
)
def test_a_kicker_over_the_headline_is_none_of_its_words(heading: str, title: str) -> None:
    assert said(page("الرصيف", f"<h1>{heading}</h1>")).value == title


def test_a_kicker_that_the_pages_head_joins_by_a_colon_is_a_candidate() -> None:
    stated = "العاصفة: سوق السمك الجديد"
    found = said(
        page(
            stated,
            '<h1><span class="kicker">بعد العاصفة</span> <span>سوق السمك الجديد</span></h1>',
            og(stated),
        )
    )
    assert found.value == "سوق السمك الجديد"
