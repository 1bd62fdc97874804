"""What stands right above the text in large letters is its title, where `<title>` says the site's name; the end of a title is no source."""

from __future__ import annotations

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.original import OriginalKind
from warraq.archive.record import Origin
from warraq.repair.describe import describe
from warraq.repair.readers import read_original
from warraq.repair.repairing import repair

from .test_headline import LEAD, og, page, said

HEAD = '<div class="hd">جريدة الرصيف</div>'
DAY = "<div>الأحد 14/7/2013</div>"


@pytest.mark.parametrize(
    ("site", "above"),
    [
        ("جريدة الرصيف", f"{HEAD}<h2>سوق السمك الجديد يفتح أبوابه</h2>{DAY}"),
        ("جريدة الرصيف", f'{HEAD}<div class="title">سوق السمك الجديد يفتح أبوابه</div>{DAY}'),
        ("جريدة الرصيف - يومية مستقلة", f"<h2>سوق السمك الجديد يفتح أبوابه</h2>{DAY}"),
        (
            "الرصيف العربي - يومية سياسية مستقلة",
            f"<table><tr><td><font size=5><b>سوق السمك الجديد يفتح أبوابه</b></font></td></tr></table>{DAY}",
        ),
        ("روزنامه اسکله", "<h3>سوق السمك الجديد يفتح أبوابه</h3>"),
    ],
)
def test_what_stands_right_above_in_large_letters_is_the_title_where_the_head_names_the_site(
    site: str, above: str
) -> None:
    text = page(site, above)
    found = said(text)
    assert (found.value, found.origin) == ("سوق السمك الجديد يفتح أبوابه", Origin.INFERRED)
    original = read_original("a.html", text.encode())
    source = describe(original, repair(original.text, OriginalKind.PAGE), Vocabulary()).get("source")
    is_named = site.startswith(("جريدة", "روزنامه"))
    assert (source.value if source else "") == (site.partition(" - ")[0] if is_named else "")
    assert not (found.candidates if is_named else ())


@pytest.mark.parametrize(
    ("top", "foot"),
    [
        ('<b><a href="/">الرصيف العربي</a></b>', ""),
        ("<td id=logo>الرصيف العربي</td>", ""),
        ("<b>الرصيف العربي</b>", "<div>جميع الحقوق محفوظة © الرصيف العربي</div>"),
    ],
)
def test_what_leads_home_or_has_the_rights_is_the_site(top: str, foot: str) -> None:
    text = page("الرصيف العربي", f"<div>{top}</div><h2>سوق السمك الجديد يفتح أبوابه</h2>{DAY}")
    assert said(text.replace("</body>", f"{foot}</body>")).value == "سوق السمك الجديد يفتح أبوابه"


@pytest.mark.parametrize(
    "above",
    [
        "<div>سوق السمك الجديد يفتح أبوابه</div><h2>مئة بائع ينتقلون في ليلة</h2>",
        "<div>سوق السمك الجديد، يفتح أبوابه</div><h3>مئة بائع ينتقلون في ليلة</h3>",
        "<p>مئة بائع ينتقلون في ليلة</p>",
        "<h3>اقرأ أيضا في هذا القسم</h3>",
    ],
)
def test_a_line_below_the_headline_or_in_small_letters_is_no_title(above: str) -> None:
    original = read_original("a.html", page("سوق السمك الجديد يفتح أبوابه", above).encode())
    title = repair(original.text, OriginalKind.PAGE).document.title
    assert title.replace("،", "") == "سوق السمك الجديد يفتح أبوابه"


def test_a_title_that_the_site_has_cut_gives_way_to_the_whole_one() -> None:
    whole, cut = "سوق السمك الجديد يفتح أبوابه لمئة بائع", "سوق السمك الجديد يفتح أبوابه ..."
    found = said(page(cut, f"<h1>{whole}</h1>", og(cut)))
    assert (found.value, found.candidates) == (whole, ())
    assert said(page(f"{cut} | الرصيف", f"<h2>{whole}</h2>")).value == whole


def test_a_title_that_quotes_a_newspaper_is_no_newspapers_name() -> None:
    title = "صحيفة محلية تكشف السر"
    assert said(page(title, f'<div class="headline">{title}</div><h2>مئة بائع ينتقلون في ليلة</h2>')).value == title


@pytest.mark.parametrize("end", ["…", " - خبر", " | כתבה"])
def test_the_end_of_a_title_that_names_nobody_is_no_source(end: str) -> None:
    original = read_original("a.html", page(f"سوق السمك «بلا ظل»{end}", "<h1>سوق السمك «بلا ظل»</h1>").encode())
    assert "source" not in describe(original, repair(original.text, OriginalKind.PAGE), Vocabulary())


def test_a_call_over_a_paragraph_that_asks_keeps_its_mark() -> None:
    asks = LEAD.replace(".", "؟").replace("افتتحت", "هل افتتحت").replace("؟", "?")
    document = repair(f"سوق السمك يفتح أبوابه!\n{asks}\nنعم.\nقريبا.").document
    assert (document.title, document.title_inferred) == ("سوق السمك يفتح أبوابه!", False)
