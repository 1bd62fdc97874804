"""What a page sets above or below the line: its digits stay what they are, and nothing is glued in silence."""

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.original import OriginalKind
from warraq.archive.record import Origin
from warraq.repair import plan
from warraq.repair.changes import apply, undo
from warraq.repair.fuzz import broken_promises
from warraq.repair.readers import read_original
from warraq.repair.repairing import repair

P = "<p>قالت أمينة المكتبة إن الأرفف الجديدة ستصل قبل نهاية الشهر، وإن القراء سيجدون فيها كتب السفر والبحر.</p>"


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("نحو 10<sup>-6</sup> متر", "نحو 10⁻⁶ متر"),
        ("نحو <b>10</b><SUP class='p'><i> 6</i></SUP> خلية", "نحو 10⁶ خلية"),
        ("مساحتها 40 كم<sup>2 </sup>من الأرض", "مساحتها 40 كم² من الأرض"),
        ("H<sub>2</sub>SO<sub>4</sub>", "H₂SO₄"),
        ("&lt;sup&gt;3&lt;/sup&gt; شموع", "³ شموع"),
        ("۱۰<sup>۶</sup> نفر", "۱۰⁶ نفر"),
        ("1<sup>o</sup> de mayo", "1º de mayo"),
        ("الحرارة 25<sup>o</sup> م", "الحرارة 25° م"),
        ("قالت نعم.<sup>1,2</sup> ثم", "قالت نعم.¹,² ثم"),
        ("عام 1998<sup class='footnote'>2</sup> كان", "عام 1998[2] كان"),
        ("عام 1998<sup>[2]</sup> كان", "عام 1998[2] كان"),
    ],
)
def test_digits_above_and_below_the_line_are_not_glued_to_the_number_before(html: str, line: str) -> None:
    page = f"<h1>خبر اليوم</h1><p>{html}</p>"
    done = repair(page, OriginalKind.FRAGMENT)
    assert line in done.document.text.split("\n")
    assert undo(apply(page, done.changes), done.changes) == page
    assert list(broken_promises(page, OriginalKind.FRAGMENT)) == []
    assert not [d for d in done.doubts if d.rule == "raised-letters"]


@pytest.mark.parametrize("html", ["2<sup>k</sup>", "س<sup>ن+1</sup>", "10<sup>٦س</sup>", "الوزير<sub>ص</sub>"])
def test_what_unicode_can_not_raise_is_doubted(html: str) -> None:
    page = f"<h1>خبر اليوم</h1><p>يساوي {html} تماما.</p>{P}"
    doubts = [d for d in repair(page, OriginalKind.FRAGMENT).doubts if d.rule == "raised-letters"]
    assert [page[d.start : d.end] for d in doubts] == [html[html.index("<") - 1 :]]


def test_what_only_looks_small_is_no_doubt() -> None:
    for html in (
        "67<sup>e</sup> place",
        "<sup>*</sup> هامش",
        f"<sup>{P}</sup>",
        "Archive <sup>beta</sup>",
        "Marke<sup>®</sup>",
    ):
        assert not [d for d in repair(f"<h1>خبر</h1><p>{html}</p>", OriginalKind.FRAGMENT).doubts if "raised" in d.rule]


def test_a_title_with_lowered_digits_is_the_one_of_the_pages_head() -> None:
    html = f"<title>غاز CO2 يتراجع | الشاطئ</title><body><article><h1>غاز CO<sub>2</sub> يتراجع</h1>{P * 3}</article></body>"
    title = plan(read_original("page.html", f"<html>{html}</html>".encode()), Vocabulary()).record.described["title"]
    assert (title.value, title.origin, title.candidates) == ("غاز CO₂ يتراجع", Origin.METADATA, ())


def test_many_opened_and_none_closed_take_no_time_of_their_square() -> None:
    assert not repair("م<sup>" * 4_000 + "2", OriginalKind.FRAGMENT).doubts
