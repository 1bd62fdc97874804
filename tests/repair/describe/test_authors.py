"""Every author is named, and nobody else: no desk, no firm, no host, no mail address, no slogan."""

from __future__ import annotations

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.original import OriginalKind
from warraq.archive.record import Described, Origin
from warraq.repair.describe import describe
from warraq.repair.describe.author_names import people
from warraq.repair.readers import read_original
from warraq.repair.repairing import repair

LEAD = "افتتحت البلدية صباح أمس سوق السمك الجديد على رصيف الميناء، بحضور عشرات الصيادين وأسرهم وتجار المدينة."
MORE = "وقال رئيس الصيادين إن السوق القديم لم يكن فيه ماء ولا ظل، وإن الجديد يتسع لمئة بائع في وقت واحد."


def said(head: str = "", above: str = "", below: str = "", key: str = "author") -> Described | None:
    text = (
        f"<html><head><title>سوق السمك الجديد</title>{head}</head><body><article><h1>سوق السمك الجديد</h1>{above}"
        f"<p>{LEAD}</p><p>{MORE}</p>{below}</article></body></html>"
    )
    original = read_original("a.html", text.encode())
    found = describe(original, repair(text, OriginalKind.PAGE), Vocabulary()).get(key)
    for evidence in found.evidence if found else ():
        assert text[evidence.start : evidence.end] == evidence.quote
    return found


def names(found: Described | None) -> list[str]:
    value = found.value if found else None
    return [value] if isinstance(value, str) else list(value or ())


def json_ld(author: str, more: str = "") -> str:
    return (
        f'<script type="application/ld+json">{{"@graph":[{{"@type":"NewsArticle","author":{author}}}{more}]}}</script>'
    )


@pytest.mark.parametrize(
    ("author", "more", "expected"),
    [
        ('{"@type":"Person","name":"سلمى الراوي"}', "", ["سلمى الراوي"]),
        ('[{"@type":"Person","name":"سلمى الراوي"},{"name":"حسن البحري"}]', "", ["سلمى الراوي", "حسن البحري"]),
        ('{"@id":"#p"}', ',{"@type":"Person","@id":"#p","name":"سلمى الراوي"}', ["سلمى الراوي"]),
        ('{"@type":"Organization","name":"جريدة الرصيف"}', "", []),
        ('"Ana Lund and Bo Holm"', "", ["Ana Lund", "Bo Holm"]),
        ('{"@type":"Person","name":["Ana Lund","Bo Holm"]}', "", ["Ana Lund", "Bo Holm"]),
    ],
)
def test_all_that_json_ld_names_are_authors(author: str, more: str, expected: list[str]) -> None:
    assert names(said(json_ld(author, more))) == expected


@pytest.mark.parametrize(
    "stated",
    [
        "هيئة التحرير",
        "وكالات",
        "الرصيف - وكالات",
        "Redaktion",
        "The newsroom",
        "dpa",
        "desk@example.org",
        "desk[at]example.org",
        "rasif.example.com",
        "Hafen Verlag GmbH",
        "105092",
        "HAFEN – Das Magazin am Meer",
        "https://example.org/author",
        "مراسل خاص",
        "تحریریه",
    ],
)
def test_what_is_nobody_is_no_author(stated: str) -> None:
    assert list(people(stated, frozenset())) == []


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("بقلم: سلمى الراوي", ["سلمى الراوي"]),
        ("سلمى الراوي، حسن البحري", ["سلمى الراوي", "حسن البحري"]),
        ("By Ana Lund, Bo Holm and Liv Dal", ["Ana Lund", "Bo Holm", "Liv Dal"]),
        ("Lund, Ana", ["Ana Lund"]),
        ("Ana Lund / Journalist", ["Ana Lund"]),
        ("Von Ana Lund, dpa", ["Ana Lund"]),
        ("نویسنده: مریم دریایی", ["مریم دریایی"]),
    ],
)
def test_names_are_told_from_what_stands_around_them(stated: str, expected: list[str]) -> None:
    assert list(people(stated, frozenset())) == expected


@pytest.mark.parametrize(
    "byline",
    [
        '<a rel="author" href="/p">سلمى الراوي</a>',
        '<div itemprop="author"><span itemprop="name">سلمى الراوي</span></div>',
        '<span class="byline">بقلم <a href="/p">سلمى الراوي</a></span>',
        '<div class="metaAuthorName">سلمى الراوي</div>',
        '<div class="post-author">كتبت: سلمى الراوي</div>',
        "<div>بقلم: سلمى الراوي</div>",
    ],
)
def test_a_byline_by_the_headline_names_the_author(byline: str) -> None:
    found = said(above=byline)
    assert names(found) == ["سلمى الراوي"]
    assert found and found.origin is Origin.TEXT
    assert names(said('<meta name="author" content="هيئة التحرير">', byline)) == ["سلمى الراوي"]


@pytest.mark.parametrize(
    "byline",
    [
        '<div class="post-footer"><span class="vcard">Posted by <a rel="author" href="/p">Ana Lund</a></span></div>',
        '<div class="post-footer"><span class="post-author">Ana Lund</span> at 10:15</div>',
    ],
)
def test_a_byline_may_stand_below_a_long_text(byline: str) -> None:
    text = "".join(
        f"<p>وفي اليوم {n} من الشهر وصل {n * 7} قاربا إلى الرصيف ومعها السمك من الجزر البعيدة.</p>"
        for n in range(1, 30)
    )
    assert names(said(below=text + byline)) == ["Ana Lund"]
    assert said(below=f"{text}<footer>{'<i>سوق</i>' * 200}</footer>{byline}") is None
    assert said(below=text + byline.replace("Ana Lund", "Unknown")) is None


def test_commenters_and_writers_of_other_articles_are_none() -> None:
    other = '<div class="related"><div class="teaser-author">حسن البحري</div></div>'
    comment = '<div class="comment-author">ناقد ما</div>'
    assert said(below=comment) is None
    assert said(below=other) is None


def test_whom_another_statement_names_is_a_candidate() -> None:
    found = said(json_ld('"سلمى الراوي"'), '<span class="byline">بقلم حسن البحري</span>')
    assert found and (found.value, found.candidates) == ("سلمى الراوي", ("حسن البحري",))


def test_a_source_has_no_slogan_and_a_host_says_that_it_is_one() -> None:
    site = '<meta property="og:site_name" content="الرصيف | أخبار الميناء على مدار الساعة">'
    found = said(site, key="source")
    assert found and found.value == "الرصيف"
    short = '<meta property="og:title" content="{}"><meta property="og:site_name" content="الرصيف | أخبار الميناء">'
    for title, name in {"سوق السمك الجديد - الرصيف": "الرصيف", "سوق السمك الجديد": "الرصيف | أخبار الميناء"}.items():
        found = said(short.format(title), key="source")
        assert found and found.value == name
    host = said('<link rel="canonical" href="https://www.rasif.example/a">', key="source")
    assert host and (host.value, host.origin, host.evidence[0].says) == ("rasif.example", Origin.INFERRED, "host")


@pytest.mark.parametrize(
    ("summary", "is_taken"),
    [
        ("رئيس الصيادين يروي كيف انتقل البائعون في ليلة واحدة من الرصيف القديم.", True),
        ("سوق السمك الجديد - سوق السمك الجديد - جريدة الرصيف", False),
        ("رئيس الصيادين يروي كيف انتقل البائعون في ليلة واحدة https://a.example/b", False),
        ("رئيس الصيادين يروي كيف انتقل البائعون في ليلة واحدة من الرصيف &nb", False),
        ("رئيس الصيادين يروي كيف انتقل البائعون &amp;quot;في ليلة&amp;quot; واحدة من الرصيف.", True),
    ],
)
def test_a_summary_has_no_entities_no_addresses_and_says_something(summary: str, is_taken: bool) -> None:  # noqa: FBT001 - of a table
    site = '<meta property="og:site_name" content="جريدة الرصيف">'
    found = said(f'{site}<meta name="description" content="{summary}">', key="summary")
    assert found and (found.origin is Origin.METADATA) is is_taken
    assert "&" not in str(found.value) and "http" not in str(found.value)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("سلمى الراوي وحسن البحري", ["سلمى الراوي", "حسن البحري"]),
        ("سلمى الراوي و حسن البحري", ["سلمى الراوي", "حسن البحري"]),
        ("محمود وليد حسن", ["محمود وليد حسن"]),
        ("سارہ کمال اور عدنان میر", ["سارہ کمال", "عدنان میر"]),
        ("مينا رضایی و داریوش کریمی", ["مينا رضایی", "داریوش کریمی"]),
        ("سوزان وهبي الراوي", ["سوزان وهبي الراوي"]),
        ("مراسلنا في الميناء", []),
        ("سلمى الراوي، مراسلتنا في الميناء", ["سلمى الراوي"]),
        ("خبرنگار ما در بندر", []),
        ("כתבנו בנמל", []),
        ("סוכנות הידיעות נמל", []),
        ("ہمارے نامہ نگار", []),
    ],
)
def test_and_parts_names_and_a_role_is_none(stated: str, expected: list[str]) -> None:
    assert list(people(stated, ())) == expected


def test_drupal_names_its_author_beside_the_day() -> None:
    above = '<div class="node__submitted">بقلم <span class="field field--name-uid">سلمى الراوي</span> 3 مايو 2021</div>'
    assert names(said(above=above)) == ["سلمى الراوي"]


def test_a_labelled_line_names_several_authors() -> None:
    assert names(said(above="<p>مصنف: سارہ کمال، عدنان میر، ماہ رخ جان</p>")) == [
        "سارہ کمال",
        "عدنان میر",
        "ماہ رخ جان",
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("سوق السمك الجديد | جريدة الرصيف", "جريدة الرصيف"),
        ("سوق السمك الجديد - محليات - جريدة الرصيف", "جريدة الرصيف"),
        ("جريدة الرصيف :: سوق السمك الجديد", "جريدة الرصيف"),
        ("سوق السمك الجديد", None),
        ("سوق السمك الجديد: جريدة الرصيف", None),
    ],
)
def test_the_site_is_named_beside_the_title(title: str, expected: str | None) -> None:
    text = f"<html><head><title>{title}</title></head><body><article><h1>سوق السمك الجديد</h1><p>{LEAD}</p><p>{MORE}</p></article></body></html>"
    found = describe(read_original("a.html", text.encode()), repair(text, OriginalKind.PAGE), Vocabulary()).get(
        "source"
    )
    assert (found and found.value) == expected
    assert found is None or found.origin is Origin.INFERRED
