"""A line that states authors and a day in one gives both, in every order and language, and is no text of the article."""

from __future__ import annotations

import json

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original, OriginalKind
from warraq.repair.describe import describe
from warraq.repair.repairing import repair
from warraq.repair.rules.lines.signed import names_of, signed

BODY = {
    "ar": "افتتحت البلدية صباح أمس سوق السمك الجديد على رصيف الميناء، بحضور عشرات الصيادين وأسرهم وتجار المدينة.",
    "en": "The town opened its new fish market on the quay on Thursday, and dozens of fishermen came with their families.",
    "he": "העירייה פתחה אתמול את שוק הדגים החדש על הרציף, ועשרות דייגים באו לטקס עם בני משפחותיהם ושכניהם.",
    "fr": "La mairie a ouvert jeudi le nouveau marché aux poissons sur le quai, devant des dizaines de pêcheurs.",
    "ur": "شہر میں مچھلی کی نئی منڈی کھل گئی اور درجنوں ماہی گیر اپنے خاندانوں کے ساتھ تقریب میں شریک ہوئے، میئر نے کہا۔",
}


def described(lang: str, line: str, head: str = "") -> tuple[object, object, str]:
    """Give the author, the day and the text of a page with this line under its headline."""
    page = (
        f"<html lang={lang}><head><title>X</title>{head}</head><body><article><h1>X Y Z</h1>{line}"
        f"<p>{BODY[lang]}</p><p>{BODY[lang][:-1]} 2.</p></article></body></html>"
    )
    repaired = repair(page, OriginalKind.PAGE)
    found = describe(
        Original("a.html", page.encode(), page, "utf-8", bom=False, kind=OriginalKind.PAGE), repaired, Vocabulary()
    )
    author, day = found.get("author"), found.get("date")
    return author and author.value, day and day.value, repaired.document.text


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("ar", "بقلم ليلى حداد وسالم الناصر | نُشر: 4 مارس 2021، آخر تحديث: 6 مارس 2021", ("ليلى حداد", "سالم الناصر")),
        ("ar", "كتبت: ليلى حداد | 4 مارس 2021", "ليلى حداد"),
        ("en", "By Mary Hill, John Dale - 2021-03-04 10:30", ("Mary Hill", "John Dale")),
        ("en", "Mary Hill, City Reporter | March 4, 2021 | Updated 3:15 pm", "Mary Hill"),
        ("he", "מאת נועה כהן ודן לוי | פורסם: 04.03.21, עודכן: 06.03.21", ("נועה כהן", "דן לוי")),
        ("fr", "Par Jeanne Roche | Publié le 4 mars 2021, mis à jour le 6 mars 2021", "Jeanne Roche"),
        ("ur", "شائع شدہ: 4 مارچ 2021 | اپ ڈیٹ: 6 مارچ 2021 | تحریر: کامران علی", "کامران علی"),
    ],
)
def test_names_and_day_of_one_line(lang: str, line: str, names: object) -> None:
    author, day, text = described(lang, f"<div>{line}</div>")
    assert (author, day) == (names, "2021-03-04")
    assert "2021" not in text


@pytest.mark.parametrize(
    "line",
    [
        "By the end of 2021, prices rose",
        "By 12 March 2014 the dam was full",
        "Published by Ann Bell in 2014",
        "كتب: 500 | 2014",
        "بقلم واحد كتب التاريخ في 2014",
        "ليلى حداد | 4 مارس 2021",
        "By the sea | 1 September 2022",
        "Par le conseil municipal | 3 mars 2021",
        "كتب: وزير المالية إلى نظيره | 3 مارس 2021",
        "2014 - 2015",
        "نشر في 2014 كتابه الأول.",
    ],
)
def test_a_sentence_is_no_such_line(line: str) -> None:
    assert not names_of(line)
    assert signed(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "بقلم د. ليلى حداد - الأحد 3 مارس 2021 10:30 ص",
        "كتبت - د. ليلى حداد | 3 مارس 2021",
        "By J. R. Hill | March 3, 2021",
    ],
)
def test_titles_and_initials_are_of_a_name(line: str) -> None:
    assert [line[a:b] for a, b in names_of(line)] in (["د. ليلى حداد"], ["J. R. Hill"])


def test_a_long_line_of_signs_is_no_such_line() -> None:
    assert signed("By A B" + " | 2014" * 20) is None


def test_a_seen_day_of_the_last_change_is_no_witness_against_the_day_of_publication() -> None:
    said = {"@type": "NewsArticle", "headline": "X Y Z", "datePublished": "2018-02-02", "dateModified": "2022-07-07"}
    head = f"<script type='application/ld+json'>{json.dumps(said)}</script>"
    seen = "<time datetime=2022-07-07>7 July 2022</time>"
    assert described("en", seen, head)[1] == "2018-02-02"
    assert described("en", seen, head.replace("2022-07-07", "2018-02-03"))[1] != "2018-02-02"


def test_the_first_second_of_1970_is_no_day() -> None:
    head = "<meta property=article:published_time content=1970-01-01T00:00:00Z>"
    assert described("en", "<div class=date>4 March 2019</div>", head)[1] == "2019-03-04"


def test_an_author_with_an_agency() -> None:
    assert described("fr", "", "<meta name=author content='Jeanne Roche avec AFP'>")[0] == "Jeanne Roche"
    assert described("ur", "<ul class=by><li>مصنف, کامران علی</li></ul>")[0] == "کامران علی"
