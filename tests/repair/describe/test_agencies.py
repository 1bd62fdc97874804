"""An agency is nobody's name: it is what a paper's report went through, or the source where no paper is named."""

from __future__ import annotations

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.original import OriginalKind
from warraq.archive.record import Described, Origin
from warraq.repair.describe import describe
from warraq.repair.describe.agencies import agencies_in, dateline, sender
from warraq.repair.describe.author_names import people
from warraq.repair.readers import read_original
from warraq.repair.repairing import repair

LEAD = "افتتحت البلدية صباح أمس سوق السمك الجديد على رصيف الميناء، بحضور عشرات الصيادين وأسرهم وتجار المدينة."
MORE = "وقال رئيس الصيادين إن السوق القديم لم يكن فيه ماء ولا ظل، وإن الجديد يتسع لمئة بائع في وقت واحد."
SITE = '<meta property="og:site_name" content="جريدة الرصيف">'
ORGANISATION = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"رويترز"}}</script>'


def said(head: str = "", above: str = "", lead: str = LEAD) -> dict[str, Described]:
    text = (
        f"<html><head><title>سوق السمك الجديد</title>{head}</head><body><article><h1>سوق السمك الجديد</h1>{above}"
        f"<p>{lead}</p><p>{MORE}</p></article></body></html>"
    )
    found = describe(read_original("a.html", text.encode()), repair(text, OriginalKind.PAGE), Vocabulary())
    for one in found.values():
        assert all(text[e.start : e.end] == e.quote for e in one.evidence)
    return found


@pytest.mark.parametrize(
    ("stated", "agencies", "persons"),
    [
        ("رويترز", ["رويترز"], []),
        ("أ ب", ["أ ب"], []),
        ("أ ف ب", ["أ ف ب"], []),
        ("أ.ف.ب", ["أ.ف.ب"], []),
        ("د ب أ", ["د ب أ"], []),
        ("دمشق - سانا", ["سانا"], []),
        ("تل أبيب - رويترز", ["رويترز"], []),
        ("بيروت، رويترز", ["رويترز"], []),
        ("سالم بن ناصر (رويترز)", ["رويترز"], ["سالم بن ناصر"]),
        ("سالم بن ناصر - أ ف ب", ["أ ف ب"], ["سالم بن ناصر"]),
        ("واس ورويترز", ["واس", "رويترز"], []),
        ("Ana Lund, dpa", ["dpa"], ["Ana Lund"]),
        ("اے ایف پی", ["اے ایف پی"], []),
        ("خبرگزاری دریا", ["خبرگزاری دریا"], []),
        ("רויטרס", ["רויטרס"], []),
        ("فارس الراوي", [], ["فارس الراوي"]),
        ("م. ع.", [], []),
        ("海野 美咲", [], ["海野 美咲"]),
    ],
)
def test_agencies_are_told_from_people(stated: str, agencies: list[str], persons: list[str]) -> None:
    assert list(agencies_in(stated)) == agencies
    assert list(people(stated, frozenset())) == persons


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("דנה לוי ויוסי כהן", ["דנה לוי", "יוסי כהן"]),
        ("דנה לוי, יוסי כהן ומיכל ברק", ["דנה לוי", "יוסי כהן", "מיכל ברק"]),
        ("ורד לוי וויקטור כהן", ["ורד לוי", "ויקטור כהן"]),
        ("שרה וייס כהן", ["שרה וייס כהן"]),
        ("مریم دریایی و سارا احمدی", ["مریم دریایی", "سارا احمدی"]),
        ("مریم دریایی اور سارا احمدی", ["مریم دریایی", "سارا احمدی"]),
        ("Anne Rive et Luc Quai", ["Anne Rive", "Luc Quai"]),
        ("Ayşe Liman ve Ali Deniz", ["Ayşe Liman", "Ali Deniz"]),
        ("سلمى الراوي وحسن البحري", ["سلمى الراوي", "حسن البحري"]),
        ("خالد وهدان سالم", ["خالد وهدان سالم"]),
        ("سلمى الراوي *", ["سلمى الراوي"]),
        ("Ana Lund (Hafen)", ["Ana Lund"]),
        ("بقلم: (سلمى الراوي)", ["سلمى الراوي"]),
        ("Jun 24", []),
    ],
)
def test_each_language_joins_names_by_its_own_and(stated: str, expected: list[str]) -> None:
    assert list(people(stated, frozenset())) == expected


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("دمشق - سانا قال الوزير", "سانا"),
        ("سانا - دمشق: قال", "سانا"),
        ("رويترز: قال", "رويترز"),
        ("القاهرة ـ أ ش أ: قال", "أ ش أ"),
        ("BERLIN (dpa) – Der", "dpa"),
        ("Berlin (dpa/tmn) - Der", "dpa"),
        ("PARIS, March 3 (Reuters) - The", "Reuters"),
        ("قال الوزير - سانا قالت", None),
        ("بنا - نحن", None),
    ],
)
def test_a_dateline_names_an_agency(text: str, agency: str | None) -> None:
    place = dateline(text)
    assert (text[place[0] : place[1]] if place else None) == agency


@pytest.mark.parametrize(
    ("line", "is_one"), [("(رويترز)", True), ("رام الله - وفا", True), ("حقول القمح (رويترز)", False), ("بنا", False)]
)
def test_a_line_that_only_says_who_sent_the_text(line: str, is_one: bool) -> None:  # noqa: FBT001 - of a table
    assert (sender(line) is not None) is is_one


@pytest.mark.parametrize(
    ("head", "above", "lead"),
    [
        ('<meta name="author" content="رويترز">', "", LEAD),
        (ORGANISATION, "", LEAD),
        ("", '<div class="byline">رويترز</div>', LEAD),
        ("", "<p>رويترز</p>", LEAD),
        ("", "<p>بيروت - رويترز</p>", LEAD),
        ("", "", f"بيروت (رويترز) - {LEAD}"),
    ],
)
def test_an_agency_is_what_a_papers_report_went_through_else_its_source(head: str, above: str, lead: str) -> None:
    found = said(SITE + head, above, lead)
    assert found["source"].value == "جريدة الرصيف"
    assert found["via"].value == ("رويترز",)
    assert "author" not in found
    alone = said(head, above, lead)
    assert alone["source"].value == "رويترز"
    assert "via" not in alone


def test_where_only_the_address_is_known_its_host_is_the_source() -> None:
    found = said('<link rel="canonical" href="https://news.example/7">', "<p>بيروت - رويترز</p>")
    assert (found["source"].value, found["source"].origin) == ("news.example", Origin.INFERRED)
    assert [e.says for e in found["source"].evidence] == ["host"]
    assert found["via"].value == ("رويترز",)


def test_the_agency_of_a_picture_of_another_report_and_the_sites_own_name_are_no_via() -> None:
    others = (
        '<ul class="related"><li><span class="author">رويترز</span></li><li><span class="author">أ ف ب</span></li></ul>'
    )
    assert "via" not in said(SITE, "", f"{LEAD}</p>{others}<p>")
    assert "via" not in said(SITE, '<figure><img src="a.jpg"><figcaption>رويترز</figcaption></figure>')
    own = '<meta property="og:site_name" content="رويترز عربي">'
    assert "via" not in said(own, '<div class="byline">رويترز</div>')


@pytest.mark.parametrize(
    ("lead", "agency"),
    [
        ("به گزارش خبرگزاری دریا، بازار ماهی تازه در بندر گشوده شد و صدها نفر از آن دیدن کردند.", "خبرگزاری دریا"),
        ("خبر رساں ادارے رائٹرز کے مطابق بندرگاہ پر مچھلی کی نئی منڈی کا افتتاح کر دیا گیا ہے۔", "رائٹرز"),
    ],
)
def test_other_languages_name_the_agency_they_quote(lead: str, agency: str) -> None:
    assert said(SITE, "", lead)["via"].value == (agency,)
