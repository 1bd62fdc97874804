"""Title, source, author, language, summary and tags: stated before inferred, with their places, or not at all."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogues import lacking
from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.archive.original import Original, OriginalKind
from warraq.archive.record import Described, Origin
from warraq.repair.describe import describe
from warraq.repair.describe.inferred_day import NAMED_DAYS
from warraq.repair.describe.language import language_of
from warraq.repair.describe.relative_days import OFFSET
from warraq.repair.describe.relative_days import SAYS as RELATIVE_SAYS
from warraq.repair.describe.says import SAYS
from warraq.repair.describe.summary import LONGEST, summary_of
from warraq.repair.readers import read_original
from warraq.repair.readers.metadata import metadata_of
from warraq.repair.repairing import repair

LEAD = "افتتح وزير النقل الجسر الجديد على النهر بحضور عدد كبير من أهالي المدينة والمسؤولين فيها."
MORE = "وقال الوزير إن الجسر سيخفف الازدحام عن وسط المدينة، وإن العمل فيه استغرق سنوات كاملة."


def described(*lines: str, vocabulary: Vocabulary | None = None) -> dict[str, Described]:
    text = "\n".join(["افتتاح الجسر الجديد", *lines])
    original = Original("a.txt", text.encode(), text, "utf-8", bom=False, kind=OriginalKind.TEXT)
    said = describe(original, repair(text), vocabulary or Vocabulary())
    for value in said.values():
        for evidence in value.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
    return said


def of_page(page: str) -> dict[str, Described]:
    original = read_original("a.html", page.encode())
    assert original.kind is OriginalKind.PAGE
    said = describe(original, repair(page, OriginalKind.PAGE), Vocabulary())
    for value in said.values():
        for evidence in value.evidence:
            assert page[evidence.start : evidence.end] == evidence.quote
    return said


@pytest.mark.parametrize(
    ("lines", "source", "via"),
    [
        ([LEAD, MORE, "المصدر: وكالة الأنباء السعودية"], "وكالة الأنباء السعودية", None),
        ([LEAD, MORE, "مصدر | وكالة تسنيم للأنباء |"], "وكالة تسنيم للأنباء", None),
        (["الرياض (واس) - " + LEAD, MORE], "واس", None),
        (["دبي، الإمارات (CNN)-- " + LEAD, MORE], "CNN", None),
        ([LEAD + " وذلك نقلا عن وكالة رويترز.", MORE], None, ("رويترز",)),
        ([LEAD + " بحسب ما نقلت عن وكالة أنباء «فارس» مصادر.", MORE, "المصدر: الجزيرة"], "الجزيرة", ("فارس",)),
        ([LEAD + " نقلًا عن وكالة تسنيم للأنباء.", MORE, "المصدر: وكالة تسنيم"], "وكالة تسنيم", None),
        ([LEAD, MORE], None, None),
        ([LEAD + " وقال مصدر: إن العمل انتهى.", MORE], None, None),
    ],
)
def test_a_source_is_what_the_text_states(lines: list[str], source: str | None, via: tuple[str, ...] | None) -> None:
    said = described(*lines)
    assert (said["source"].value if "source" in said else None) == source
    assert (said["via"].value if "via" in said else None) == via


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("كتب: سعيد الكاتب", "سعيد الكاتب"),
        ("بقلم منى الأديبة", "منى الأديبة"),
        ("الرياض / سالم بن ناصر", "سالم بن ناصر"),
        ("تقرير: تحديات تواجه المدينة", None),
        ("كتب الوزير رسالة", None),
    ],
)
def test_an_author_is_named_by_a_byline(line: str, author: str | None) -> None:
    said = described(line, LEAD, MORE)
    assert (said["author"].value if "author" in said else None) == author


@pytest.mark.parametrize(
    ("text", "stated", "lang"),
    [
        (LEAD, None, "ar"),
        ("قال إن الوزیر زار المدینة الیوم، وکان معه عدد من المسؤولین", None, "ar"),
        ("وزیر راه پل جدید را افتتاح کرد و گفت که این پل برای شهر است", None, "fa"),
        ("وزیر نے نئے پل کا افتتاح کیا اور کہا کہ یہ شہر کے لیے ہے", None, "ur"),
        ("שר התחבורה חנך את הגשר החדש", None, "he"),
        ("The minister opened the new bridge", None, "en"),
        ("Le ministre a inauguré le nouveau pont", "fr", "fr"),
        ("Le ministre a inauguré le nouveau pont", None, "fr"),
        ("Der Minister hat die neue Brücke eröffnet", None, "de"),
        ("BBC CNN", None, "en"),
        ("The minister opened the new bridge", "ar", "en"),
        ("12345", None, "ar"),
        (LEAD + " BBC CNN", "en", "ar"),
        ("The minister opened the new bridge", '3d"en"', "en"),
        ("Le ministre a inauguré le nouveau pont", "fr_FR", "fr"),
        ("部长昨天宣布新桥开通", "q1", "ar"),
        ("部长昨天宣布新桥开通", "zh-CN", "zh-CN"),
    ],
)
def test_the_language_is_told_by_letters_and_little_words(text: str, stated: str | None, lang: str) -> None:
    assert language_of(text, stated) == lang


@given(st.lists(st.text(st.sampled_from("اب مكتَُ ‌.،؟"), max_size=400), max_size=4))
def test_a_summary_is_never_cut_inside_a_word(lines: list[str]) -> None:
    found = summary_of(lines)
    if found is None:
        return
    index, length, summary = found
    line = lines[index]
    assert len(summary) <= LONGEST + 1
    assert line[:length] == summary.removesuffix("…") or line == summary
    rest = line[length:]
    assert not rest or rest[0] in " .،؟" or line[length - 1] in ".؟"


def test_a_summary_takes_whole_sentences_and_no_dateline() -> None:
    said = described("دبي", LEAD + " " + MORE + " " + MORE + " " + MORE)
    assert said["summary"].value == LEAD + " " + MORE


TOPICS = Vocabulary(
    {
        c.id: c
        for c in (
            Concept("Bridge", Scheme.TOPIC, {"ar": "الجسر الجديد"}),
            Concept("River", Scheme.PLACE, {"ar": "النهر"}),
            Concept("Agency", Scheme.ORGANISATION, {"ar": "وكالة الضفة"}),
            Concept("Ministry", Scheme.ORGANISATION, {"ar": "الوزارة"}),
        )
    }
)


def test_tags_are_what_the_text_is_about_and_not_all_it_names() -> None:
    lines = [
        LEAD,
        MORE + " وأضافت الوزارة ذلك.",
        "وقالت وكالة الضفة ذلك.",
        "وقالت وكالة الضفة كذا.",
        "المصدر: وكالة الضفة",
    ]
    assert described(*lines, vocabulary=TOPICS)["tags"].value == ("Bridge",)
    assert described(LEAD, MORE + " وفاض النهر.", vocabulary=TOPICS)["tags"].value == ("Bridge", "River")
    assert "tags" not in described(MORE, MORE)


def test_a_page_states_before_its_text_does() -> None:
    ld = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {
                "@type": ["NewsArticle"],
                "datePublished": "2021-05-03T23:30:00+03:00",
                "author": [{"@type": "Person", "name": "منى الأديبة"}],
                "publisher": {"@type": "Organization", "name": "صحيفة المدينة"},
                "mainEntityOfPage": {"@id": "https://news.example/1"},
            },
        ],
    }
    said = of_page(
        "<!-- saved from url=(0024)https://saved.example/1 -->\n<html><head>"
        f'<script type="application/ld+json">{json.dumps(ld)}</script>'
        '<meta property="article:published_time" content="2021-05-04T00:30:00+04:00"></head>'
        f"<body><h1>افتتاح الجسر الجديد</h1><p>نشر في 1 يناير 2001</p><p>{LEAD}</p><p>{MORE}</p></body></html>"
    )
    assert {k: (said[k].value, said[k].origin) for k in ("date", "source", "author", "url")} == {
        "date": ("2021-05-03", Origin.METADATA),
        "source": ("صحيفة المدينة", Origin.METADATA),
        "author": ("منى الأديبة", Origin.METADATA),
        "url": ("https://news.example/1", Origin.METADATA),
    }


def test_metadata_that_disagree_by_more_than_a_day_state_none() -> None:
    said = of_page(
        '<html><head><meta name="DC.date.issued" content="2021-05-03"><meta property="article:published_time" content="2021-06-04T00:30:00Z">'
        f"</head><body><h1>افتتاح الجسر</h1><p>{LEAD}</p><p>{MORE}</p></body></html>"
    )
    assert said["date"].value is None and len(said["date"].evidence) == 2


def test_a_page_that_states_nothing_in_its_head_is_read_beside_its_article() -> None:
    said = of_page(
        "<!-- saved from url=(0024)https://www.saved.example/1 --><html><head><title>افتتاح الجسر الجديد | الموقع</title></head><body>"
        f"<h1>افتتاح الجسر الجديد</h1><div class='date'>الاثنين 3 مايو 2021 - 14:30</div><p>{LEAD}</p><p>{MORE}</p></body></html>"
    )
    assert (said["date"].value, said["date"].origin) == ("2021-05-03", Origin.TEXT)
    assert said["url"].value == "https://www.saved.example/1"
    assert said["source"].value == "saved.example"


@pytest.mark.parametrize(
    "head",
    [
        "<script type='application/ld+json'>{broken</script>",
        "<script type='application/ld+json'>" + "[" * 5000 + "</script>",
        '<meta property="og:title" content="لا نهاية',
        "<meta content>",
        '<meta property="article:published_time" content="أمس">',
        '<link rel="canonical" href="javascript:alert(1)">',
        '<script type="application/ld+json">{"@type":"Article","datePublished":5,"author":7,"url":[1]}</script>',
        "<meta " + 'a="b" ' * 20_000,
    ],
    ids=lambda head: head[:30],
)
def test_broken_metadata_state_nothing(head: str) -> None:
    found = metadata_of(f"<html><head>{head}</head><body>نص")
    assert (found.dates, found.urls, found.authors, found.sites) == ([], [], [], [])


def test_all_evidence_can_be_said_to_readers() -> None:
    assert set(RELATIVE_SAYS.values()) | NAMED_DAYS | {f"{which}-year" for which in OFFSET} <= set(SAYS)
    said = lacking("ar", "describe", (m.msgid for m in SAYS.values()))
    assert not said, said


LONG = (
    "وأضاف أن العمل استمر بعد ذلك أسابيع طويلة في أحياء القرية القديمة والجديدة، وأن كثيرا من أهلها شاركوا فيه متطوعين."
)
MARKED = """<!DOCTYPE html><html lang="ar"><head><title>افتتاح مكتبة القرية</title></head><body><article>
<h1>افتتاح مكتبة القرية الجديدة</h1>
<p><span class="{name}">{day}</span>كشف رئيس البلدية عن موعد افتتاح المكتبة في القرية بعد سنتين من العمل المتواصل.</p>
<p>وقال إن المكتبة تضم آلاف الكتب، وإن أبوابها مفتوحة للجميع طوال أيام الأسبوع من الصباح إلى المساء.</p>
{more}</article></body></html>"""


@pytest.mark.parametrize("name", ["date", "entry-date", "post_time", "meta published"])
def test_a_date_in_an_element_that_is_classed_as_one_is_the_pages_own(name: str) -> None:
    page = MARKED.format(name=name, day="7 يوليو 2023", more="")
    day = of_page(page)["date"]
    assert (day.value, day.origin, day.evidence[0].quote) == ("2023-07-07", Origin.METADATA, "7 يوليو 2023")
    assert "7 يوليو 2023 كشف رئيس" in repair(page, OriginalKind.PAGE).document.text


@pytest.mark.parametrize(
    ("name", "day", "more"),
    [
        ("update-date", "7 يوليو 2023", ""),
        ("candidate", "7 يوليو 2023", ""),
        ("date", "7 يوليو", ""),
        (
            "date",
            "7 يوليو 2023",
            f'<p><span class="date">9 أغسطس 2023</span>{LONG}</p>',
        ),
    ],
)
def test_no_day_is_taken_where_none_or_two_are_marked(name: str, day: str, more: str) -> None:
    said = of_page(MARKED.format(name=name, day=day, more=more))
    assert "date" not in said or said["date"].value is None
