"""The day of publication is stated, or inferred from evidence that allows one day, or left open."""

from __future__ import annotations

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original, OriginalKind
from warraq.archive.record import Described, Origin
from warraq.repair.describe import describe
from warraq.repair.repairing import repair

LEAD = "افتتح وزير النقل الجسر الجديد على النهر بحضور عدد كبير من أهالي المدينة والمسؤولين فيها."
MORE = "وقال الوزير إن الجسر سيخفف الازدحام عن وسط المدينة، وإن العمل فيه استغرق سنوات كاملة."


def dated(*lines: str, title: str = "افتتاح الجسر الجديد", name: str = "a.txt") -> Described | None:
    text = "\n".join([title, *lines])
    original = Original(name, text.encode(), text, "utf-8", bom=False, kind=OriginalKind.TEXT)
    return describe(original, repair(text), Vocabulary()).get("date")


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["نشر في: الاثنين 3 مايو 2021", LEAD, MORE], "2021-05-03"),
        (["تاريخ النشر: 2021/05/03 - 14:30", LEAD, MORE], "2021-05-03"),
        (["الاثنين 03 أيار/مايو 2021", LEAD, MORE], "2021-05-03"),
        (["الاثنين 21 رمضان 1442 هـ الموافق 3 مايو 2021", LEAD, MORE], "2021-05-03"),
        (["الاثنين 21 رمضان 1442 هـ", LEAD, MORE], "2021-05-03"),
        ([LEAD, MORE, "نشر بتاريخ 3 مايو 2021"], "2021-05-03"),
        (["الرياض - 3 مايو 2021", LEAD, MORE], "2021-05-03"),
        (["الرياض 3 مايو 2021 (واس) - " + LEAD, MORE], "2021-05-03"),
        (["الاثنين 3/5/2021", LEAD, MORE], "2021-05-03"),
        (["نشر في 3/5/2021", LEAD, MORE], "2021"),
        (["نشر في 15 رمضان 1442 هـ", LEAD, MORE], "2021-04"),
        (["نشر في 19 رمضان 1442 هـ", LEAD, MORE], None),
    ],
)
def test_a_stamp_states_the_day(lines: list[str], day: str | None) -> None:
    said = dated(*lines)
    assert said is not None
    # A weekday chooses between day and month: that is no statement.
    origin = Origin.INFERRED if lines[0] == "الاثنين 3/5/2021" else Origin.TEXT
    assert (said.value, said.origin) == (day, origin)
    assert said.evidence


@pytest.mark.parametrize(
    "lines",
    [
        ["نشر في: الثلاثاء 3 مايو 2021", LEAD, MORE],
        ["الاثنين 21 رمضان 1442 هـ الموافق 9 مايو 2021", LEAD, MORE],
        ["نشر في 3 مايو 2021", LEAD, MORE, "نشر في 4 مايو 2021"],
    ],
)
def test_a_stamp_that_contradicts_itself_states_none_and_is_kept_as_evidence(lines: list[str]) -> None:
    said = dated(*lines)
    assert said is not None and said.value is None and said.evidence


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ([LEAD + " وذلك اليوم الاثنين 3 مايو 2021 بعد الظهر.", MORE], "2021-05-03"),
        ([LEAD + " وكان قد زار المدينة أمس الأحد 2 مايو 2021 مع وفد.", MORE], "2021-05-03"),
        (
            [
                "قال المتحدث اليوم الأربعاء إن الرئيس سيزور العاصمة يوم الخميس 9 نوفمبر.",
                MORE + " وتبدأ الدورة في 1 يناير 2024.",
            ],
            None,
        ),
        (
            [
                "قال المتحدث اليوم الأربعاء إن الرئيس سيزور العاصمة يوم الخميس 9 نوفمبر.",
                "واعتبارا من 1 يناير 2024 ستتولى المدينة الرئاسة الدورية للمنظمة.",
            ],
            "2023-11-08",
        ),
        (
            [
                "قال المتحدث اليوم الأربعاء إن الرئيس سيزور العاصمة يوم الخميس 9 نوفمبر.",
                "وارتفعت الأسعار خلال العام الجاري 2023 كثيرا في جميع المدن.",
            ],
            "2023-11-08",
        ),
        (
            [
                "اجتمع الوزراء اليوم الثلاثاء 7 نوفمبر في العاصمة لبحث الأمر معا.",
                "وارتفعت الأسعار عن العام الماضي (2022) كثيرا في جميع المدن.",
            ],
            "2023-11-07",
        ),
    ],
)
def test_a_day_is_inferred_where_one_fits(lines: list[str], day: str | None) -> None:
    said = dated(*lines)
    assert said is not None
    assert (said.value, said.origin) == (day, Origin.INFERRED)
    assert said.evidence


@pytest.mark.parametrize(
    "lines",
    [
        ["قال المتحدث اليوم الأربعاء إن الرئيس سيزور العاصمة يوم الخميس 9 نوفمبر.", MORE],
        ["قال المتحدث اليوم الأربعاء إن الرئيس زار العاصمة وعاد منها.", "وتنتهي الخطة بحلول عام 2030 في جميع المدن."],
        ["قال المتحدث اليوم الأربعاء كذا، ثم قال اليوم الخميس كذا، في 9 نوفمبر 2023.", MORE],
        ["ولد الشاعر في 3 مايو 1921 ومات في المدينة بعد عمر طويل.", MORE],
        [
            "قال المتحدث اليوم الأربعاء إن الرئيس سيزور العاصمة يوم السبت 9 نوفمبر.",
            "واعتبارا من 1 يناير 2024 ستتولى المدينة الرئاسة الدورية للمنظمة.",
        ],
        [
            "اجتمع الوزراء اليوم الثلاثاء 7 نوفمبر في العاصمة لبحث الأمر معا.",
            "وتضاعفت الأسعار منذ 14 سبتمبر 2011 في جميع المدن كلها.",
        ],
        ["اجتمع الوزراء يوم الخميس 9 نوفمبر في العاصمة.", "وارتفعت الأسعار خلال العام الجاري 2023 كثيرا."],
    ],
)
def test_where_none_or_several_days_fit_there_is_none(lines: list[str]) -> None:
    said = dated(*lines)
    assert said is None or said.value is None


def test_an_event_with_its_year_is_not_the_day_of_publication() -> None:
    assert dated("وقعت المعركة في 10 يونيو 1967 قرب النهر، كما يذكر المؤرخون في كتبهم.", MORE) is None


def test_an_update_is_not_a_publication() -> None:
    said = dated("آخر تحديث: 3 مايو 2021", LEAD, MORE)
    assert said is None or said.value is None


def test_the_name_of_the_file_is_asked_last() -> None:
    said = dated(LEAD, MORE, name="2021-05-03-jisr.txt")
    assert said is not None and (said.value, said.origin) == ("2021-05-03", Origin.FILE_NAME)
    stated = dated("نشر في: الاثنين 3 مايو 2021", LEAD, MORE, name="2020-01-01.txt")
    assert stated is not None and stated.value == "2021-05-03"
    assert dated(LEAD, MORE, name="2021-13-45.txt") is None


def test_a_persian_text_is_dated_by_its_own_calendar() -> None:
    said = dated(
        "تاریخ انتشار: ۱۷ آبان ۱۴۰۲",
        "وزیر راه پل جدید را در حضور مردم شهر افتتاح کرد و گفت که این پل برای شهر بسیار مهم است.",
        "او گفت که کار ساخت این پل سه سال طول کشید و از این پس رفت و آمد آسان می‌شود.",
        title="پل جدید افتتاح شد",
    )
    assert said is not None and said.value == "2023-11-08"


HEAD = "<html><head><title>افتتاح الجسر الجديد</title></head><body>"
TEXT = f"<p>{LEAD}</p><p>{MORE}</p>"


def of_page(text: str) -> Described | None:
    original = Original("a.html", text.encode(), text, "utf-8", bom=False, kind=OriginalKind.PAGE)
    return describe(original, repair(text, OriginalKind.PAGE), Vocabulary()).get("date")


@pytest.mark.parametrize(
    "page",
    [
        '<h1>افتتاح الجسر الجديد</h1><meta itemprop="datePublished" content="2021-05-03">'
        + TEXT
        + '<div><a href="/x">خبر آخر في المدينة</a><meta itemprop="datePublished" content="2021-05-09"></div>',
        '<aside><a href="/x">خبر آخر في المدينة</a><time datetime="2021-04-01">1 أبريل 2021</time></aside>'
        '<h1>افتتاح الجسر الجديد</h1><time datetime="2021-05-03">3 مايو 2021</time>' + TEXT,
        '<div class="top"><span>الأربعاء 4 يناير 2023</span></div><h1>افتتاح الجسر الجديد</h1><p>3 مايو 2021</p>'
        + TEXT,
        "<h1>افتتاح الجسر الجديد</h1><i>3 مايو 2021</i><br>" + TEXT,
    ],
)
def test_the_day_between_headline_and_text_is_the_articles(page: str) -> None:
    found = of_page(f"{HEAD}{page}</body></html>")
    assert found is not None
    assert found.value == "2021-05-03"


@pytest.mark.parametrize(
    ("lang", "line", "day"),
    [
        ("fa", "تاریخ انتشار سه‌شنبه ۱۴ اوت ۲۰۱۸", "2018-08-14"),
        ("fa", "تاریخ انتشار ۲۱ ژانویهٔ ۲۰۱۵", "2015-01-21"),
        ("fa", "تاریخ انتشار 4/3/2017", "2017"),
        ("he", "פורסם 4/3/2017", "2017"),
        ("ur", "اشاعت 18 اکتوبر 2016 | آخری تازہ کاری 20 اکتوبر 2016", "2016-10-18"),
    ],
)
def test_days_of_other_languages(lang: str, line: str, day: str) -> None:
    text = {"fa": "شهردار بندر صبح دیروز بازار تازه را گشود و از ماهیگیران شهر و خانواده‌هایشان سپاسگزاری کرد.",
            "he": "ראש העיר פתח אתמול את שוק הדגים החדש ברציף הנמל בנוכחות עשרות דייגים ובני משפחותיהם.",
            "ur": "میئر نے کل صبح بندرگاہ پر نئی مچھلی منڈی کا افتتاح کیا اور ماہی گیروں کا شکریہ ادا کیا۔"}[lang]  # fmt: skip
    page = f'<html lang="{lang}"><body><h1>{text[:24]}</h1><div>{line}</div><p>{text}</p><p>{text} {text}</p></body></html>'
    found = of_page(page)
    assert found is not None
    assert found.value == day
