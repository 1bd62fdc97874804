"""References of characters are read as browsers read them, and no number of a hostile page ends the reading."""

from __future__ import annotations

import pytest

from warraq.archive.concept import Vocabulary
from warraq.repair import plan
from warraq.repair.html_tags.references import unescape
from warraq.repair.readers import read_original

ENDLESS = f"&#{'1' * 5000};"
TEXT = "<p>قال الوزير إن العمل في الطريق الجديد سيبدأ في أول الشهر المقبل بإذن الله، وإن الأموال كلها قد صُرفت.</p>"


@pytest.mark.parametrize(
    ("written", "read"),
    [("&amp;&#1575;&#x627;", "&اا"), (ENDLESS, "\ufffd"), (f"a{ENDLESS[:-1]} b", "a\ufffd b"), ("&# &#;", "&# &#;")],
)
def test_a_reference_is_its_character(written: str, read: str) -> None:
    assert unescape(written) == read


@pytest.mark.parametrize(
    "place",
    [
        "<title>{}</title>",
        "<meta name=author content='{}'>",
        "<h1>{}</h1>",
        "<p>{}",
        "<table><tr><th>{}<th>ب<tr><td>ج<td>د</table>",
        '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{}"}}</script>',
        '<span class="byline">{}</span>',
        "<meta name=description content='{}'>",
    ],
)
def test_a_page_with_the_number_of_no_character_is_read(place: str) -> None:
    page = f"<html>{place.format(ENDLESS)}<body><h1>عنوان الخبر</h1>{TEXT}{place.format(ENDLESS)}{TEXT}</body></html>"
    assert "بإذن الله" in plan(read_original("a.html", page.encode()), Vocabulary()).body
