"""Dates that readers ask for, against the days of articles and against what texts say."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.asked import Answers, answers, site_of
from warraq.pages.search.names import month_names

TEXTS = {
    "dyke": ("سد الوادي", "افتتح السد في 9/3/1431هـ ثم أغلق.", "2015-01-05"),
    "well": ("بئر القرية", "حفرت البئر في رجب عام 1399هـ وبقيت.", "2015-01-06"),
    "mill": ("طاحونة الريح", "دارت الطاحونة أول مرة في 22 يونيو 2014م أمام الناس.", "2015-01-07"),
    "gate": ("باب المدينة", "رمم الباب في 1432/11/7هـ بعد العاصفة.", "2015-01-08"),
    "fair": ("سوق الخميس", "أقيمت السوق في 12 جماد الآخر 1430هـ.", "2015-01-09"),
    "kite": ("طائرة ورقية", "طارت فوق التل.", "2014-07-08"),
}
"""Slug → title, text, date: invented."""
ASKED = {
    "9 ربيع الأول 1431": ["dyke"],
    "٩ ربيع أول ١٤٣١ هـ": ["dyke"],
    "1431/3/9هـ": ["dyke"],
    "رجب 1399": ["well"],
    "رجب ١٣٩٩هـ": ["well"],
    "۱ تیر ۱۳۹۳": ["mill"],
    "24 شعبان 1435هـ": ["mill"],
    "7 ذو القعدة 1432": ["gate"],
    "7 ذوالقعدة 1432هـ": ["gate"],
    "12 جمادى الآخرة 1430": ["fair"],
    "١١ رمضان ١٤٣٥": ["kite"],
    "10 رمضان 1435هـ": ["kite"],
    "۱۷ تیر ۱۳۹۳": ["kite"],
    "طاحونة ۱۳۹۳": ["mill"],
    "الثامن من تموز 2014": ["kite"],
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    site: Path = site_of(tmp_path_factory.mktemp("dated"), TEXTS, month_names())
    return answers(site, list(ASKED))


@pytest.mark.parametrize("query", ASKED)
def test_a_day_is_found_in_the_text_and_in_the_articles_date_in_every_calendar(found: Answers, query: str) -> None:
    assert found.slugs(query) == ASKED[query]
    assert [one["as"] for one in found(query)["understood"]] == ["date"]
