"""A title or an author that witnesses of the page disagree on is told to be doubtful; one that they agree on is not."""

from __future__ import annotations

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original, OriginalKind
from warraq.archive.record import Described, Origin
from warraq.repair.describe import describe
from warraq.repair.repairing import repair

TITLE = "سوق السمك الجديد يفتح أبوابه صباح السبت"
OTHER = "مئة بائع ينتقلون في ليلة واحدة من الرصيف"
LEAD = "افتتحت البلدية صباح أمس سوق السمك الجديد على رصيف الميناء، بحضور عشرات الصيادين وأسرهم وتجار المدينة."
MORE = "وقال رئيس الصيادين إن السوق القديم لم يكن فيه ماء ولا ظل، وإن الجديد يتسع لمئة بائع في وقت واحد."


def said(head: str, heading: str = TITLE, *, byline: str = "", title: str = TITLE) -> dict[str, Described]:
    page = (
        f"<html lang=ar><head><title>{title}</title>{head}</head><body><article><h1>{heading}</h1>{byline}<p>{LEAD}</p><p>{MORE}</p>"
        "</article></body></html>"
    )
    original = Original("a.html", page.encode(), page, "utf-8", bom=False, kind=OriginalKind.PAGE)
    return describe(original, repair(page, OriginalKind.PAGE), Vocabulary())


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def ld(headline: str, author: str = "") -> str:
    person = f',"author":{{"@type":"Person","name":"{author}"}}' if author else ""
    return f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{headline}"{person}}}</script>'


@pytest.mark.parametrize(
    ("page", "others"),
    [
        ((og(TITLE),), ()),
        ((og(OTHER),), (OTHER,)),
        ((og(TITLE) + ld(OTHER),), (OTHER,)),
        ((og(f"محليات: {TITLE}") + ld(TITLE),), ()),
    ],
)
def test_a_title_is_doubtful_where_og_title_json_ld_or_the_headline_say_another(
    page: tuple[str], others: tuple[str, ...]
) -> None:
    assert said(*page)["title"].candidates == others


def test_what_a_page_calls_itself_for_search_is_no_doubt_where_two_others_agree_and_it_shares_their_words() -> None:
    searched = "سوق السمك الجديد: المواعيد والأسعار"
    assert said(og(TITLE), title=searched)["title"].candidates == ()
    assert said(og(TITLE), title=OTHER)["title"].candidates == (OTHER,)


def test_a_headline_of_other_words_than_the_metadata_is_a_doubt() -> None:
    assert OTHER in {
        *said(og(TITLE) + ld(TITLE), OTHER)["title"].candidates,
        said(og(TITLE) + ld(TITLE), OTHER)["title"].value,
    }
    assert said(og(TITLE) + ld(TITLE), OTHER)["title"].candidates


@pytest.mark.parametrize(
    ("byline", "others"),
    [
        ("<span class=byline>ليلى حداد</span>", ()),
        ("<span class=byline>تصوير سالم ناصر | ليلى حداد</span>", ()),
        ("<span class=byline>سالم ناصر</span>", ("سالم ناصر",)),
    ],
)
def test_a_byline_that_names_one_of_the_authors_agrees(byline: str, others: tuple[str, ...]) -> None:
    assert said(ld(TITLE, "ليلى حداد"), byline=byline)["author"].candidates == others


def test_an_author_who_is_called_after_the_site_may_be_an_account() -> None:
    site = '<link rel=canonical href="https://alminanews.example/1">'
    assert said(site + ld(TITLE, "Almina D"))["author"].origin is Origin.INFERRED
    assert said(site + ld(TITLE, "Layla Haddad"))["author"].origin is Origin.METADATA


@pytest.mark.parametrize(
    ("title", "address", "others"),
    [
        ("Wasser und Stadt – Flüsse formen große Häfen", "fluesse-formen-grosse-haefen-1234", ("Flüsse formen große Häfen",)),
        ("Flüsse formen große Häfen – Wasser und Stadt", "fluesse-formen-grosse-haefen-1234", ()),
        ("Wasser und Stadt – Flüsse formen große Häfen", "wasser-fluesse-formen-grosse-haefen", ()),
        ("Wasser und Stadt – Flüsse formen große Häfen", "fluesse-formen-haefen-weltweit", ()),
        ("Wasser und Stadt: Flüsse formen große Häfen", "fluesse-formen-grosse-haefen-1234", ()),
        ("Wasser und Stadt – Flüsse formen große Häfen", "artikel-1234", ()),
        (TITLE, "fish-market-opens-on-saturday", ()),
    ],
)  # fmt: skip
def test_a_title_is_doubtful_where_the_address_has_all_of_its_last_part_and_nothing_before(
    title: str, address: str, others: tuple[str, ...]
) -> None:
    head = f'<link rel=canonical href="https://news.example/city/{address}.html">'
    assert said(head + og(title) + ld(title), title, title=title)["title"].candidates == others


def test_a_site_of_two_names_is_no_author() -> None:
    head = '<meta property="og:site_name" content="السوق والميناء"><meta name="author" content="السوق والميناء">'
    assert "author" not in said(head + og(TITLE))
    both = '<meta property="og:site_name" content="Haus &amp; Garten"><meta name="author" content="Haus &amp; Garten">'
    assert "author" not in said(both + og(TITLE))
