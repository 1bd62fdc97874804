"""An archive's own words that mean the same: asked of the modules by node."""

from __future__ import annotations

import pytest

from search.asked import Answers, answers, site_of
from warraq.arabic.analysis import Analysis
from warraq.arabic.analysis.listed import description
from warraq.pages.search.labels import Labels
from warraq.pages.search.names import common_names, synonyms

OWN = (("كشك", "دكان", "بقالة"), ("بازار", "سوق"), ("شنطة", "صندوق"))
TEXTS = {
    "shop": ("الحريق ينتهي", "احترق دكان الحداد ليلا.", "2020"),
    "grocer": ("لصوص في الليل", "سرق اللصوص البقالة القديمة.", "2020"),
    "market": ("افتتاح السوق", "افتتح السوق القديم من جديد.", "2020"),
    "said": ("كلام الوزير", "قال الوزير وقالت الوزيرة وقالوا إن الميناء قديم.", "2020"),
    "bag": ("ضياع حقيبة", "ضاعت حقيبة المسافر.", "2020"),
    "chest": ("في المتحف", "نقلوا الصندوق إلى المتحف.", "2020"),
    **{f"n{n}": ("خبر", f"قال الشاهد {n} إن السيل مضى.", "2021") for n in range(12)},
}
QUERIES = {
    "كشك": {"shop", "grocer"},
    "للبقالة": {"shop", "grocer"},
    "وبالدكاكين": {"shop", "grocer"},
    "ببازار": {"market"},
    "بقالة": {"shop", "grocer"},
    "البقالة": {"shop", "grocer"},
    "دكاكين": {"shop", "grocer"},
    "بازار": {"market"},
    "البازار القديم": {"market"},
    "شنطة": {"chest"},
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    return answers(site_of(tmp_path_factory.mktemp("own"), TEXTS, common_names(OWN), OWN), list(QUERIES))


@pytest.mark.parametrize("query", QUERIES)
def test_a_word_that_the_archive_lacks_finds_what_its_editors_take_it_for(asked: Answers, query: str) -> None:
    assert set(asked.slugs(query)[: asked(query)["complete"]]) == QUERIES[query]
    told = asked(query)["understood"]
    assert [one["as"] for one in told] == ["synonyms"], told
    assert not asked(query)["corrected"], query


def test_what_begins_a_word_of_a_group_is_no_particle() -> None:
    labels = Labels(synonyms(OWN), Analysis(description()))
    assert labels.known["~كشك"] == {"كشك@": "كشك", "دكان@": "دكان", "بقاله!": "بقالة"}
    analysed = labels.parts_of(Analysis(description()).analyse("بقاله"))
    assert "بقاله!" in analysed
    assert not labels.parts_of(Analysis(description()).analyse("قاله"))
