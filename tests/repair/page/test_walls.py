"""What a page says of its subscribers is none of the article's words, and the article may end too early."""

from __future__ import annotations

import pytest

from warraq.archive.original import OriginalKind
from warraq.repair.repairing import repair

FIRST = "<p>وصلت أمس إلى الميناء القديم أربع سفن محملة بالقمح، وكان في انتظارها مئات العمال وعدد من التجار.</p>"
LAST = "<p>وقال مدير الميناء إن العمل استمر حتى منتصف الليل، وإن القمح نُقل كله إلى المطاحن في ضواحي المدينة.</p>"


def read(notice: str) -> tuple[list[str], list[str]]:
    """Give the lines below the headline and the names of the doubts of a page that ends with a notice."""
    head = "<!DOCTYPE html><html><head><title>سفن القمح في الميناء</title></head><body>"
    page = f"{head}<article><h1>سفن القمح في الميناء</h1>{FIRST}{LAST}{notice}</article></body></html>"
    result = repair(page, OriginalKind.PAGE)
    return [b.text for b in result.document.blocks], [d.rule for d in result.doubts]


@pytest.mark.parametrize(
    "notice",
    [
        "<h3>للمشتركين فقط</h3><p>اشترك الآن لمتابعة القراءة.</p>",
        "<p>لمتابعة قراءة المقال سجل الدخول إلى حسابك.</p>",
        "<div><p>هذا المحتوى للمشتركين فقط</p><p>انضم إلى آلاف القراء الذين يصلهم كل صباح ما يكتبه مراسلونا في المدن كلها.</p></div>",
        "<p>این مطلب ویژه مشترکان است.</p>",
        "<p>مزید پڑھنے کے لیے سبسکرائب کریں۔</p>",
        "<p>הכתבה המלאה למנויים בלבד</p>",
        "<p>Already a subscriber? Log in</p>",
        "<p>Il vous reste 75 % de cet article à lire.</p>",
    ],
)
def test_a_notice_goes_and_leaves_a_doubt(notice: str) -> None:
    lines, doubts = read(notice)
    assert [line[:9] for line in lines] == ["وصلت أمس ", "وقال مدير"]
    assert "rest-may-be-behind-a-wall" in doubts


@pytest.mark.parametrize(
    "sentence",
    [
        "للمشتركين في المؤتمر رأي آخر في هذه المسألة.",
        "اشترك في المعرض عشرون ناشرا من مدن الساحل.",
        "سجل الدخول إلى المدينة رقما قياسيا في ذلك اليوم.",
        "قراءة في كتاب اشترك في تأليفه ثلاثة من أهل الميناء.",
        "To access care, patients register at the clinic.",
    ],
)
def test_a_sentence_on_subscribers_stays(sentence: str) -> None:
    lines, doubts = read(f"<p>{sentence}</p>")
    assert lines[-1] == sentence
    assert "rest-may-be-behind-a-wall" not in doubts
