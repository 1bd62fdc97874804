"""Questions as people speak, and names in Latin letters, of articles as the press writes."""

from __future__ import annotations

import pytest

from search.asked import Answers, answers, site_of
from warraq.pages.search.names import Name, month_names

TEXTS = {
    "van": ("احتراق سيارة", "احترقت مركبة نقل على الجسر ولم يصب أحد.", "2015-01-05"),
    "bags": ("حقيبة في القطار", "عثر المفتش على حقيبة فيها ملابس نساء.", "2015-01-06"),
    "brawl": ("مشاجرة في السوق", "وقع شجار بين شبان قرب المقهى.", "2015-01-07"),
    "saint": ("المسجد الحرام", "توسعة المسجد الحرام في مكة.", "2015-01-08"),
    "grief": ("عزاء الشهداء", "أقيم عزاء الشهداء في القرية.", "2015-01-09"),
    "thieves": ("لصوص الماشية", "ضبط لصوص سرقوا أغناما.", "2015-01-10"),
    "coach": ("مدرب الفريق", "من يدرب الفريق الوطني بعد الخسارة؟", "2015-01-11"),
    "channel": ("قناة سي آي إم", "أطلقت قناة سي إيه إم برنامجا.", "2015-01-12"),
    "port": ("سفينة من اليونان", "وصلت سفينة من اليونان، وقالت قناة إم بي سي إنها تحمل قمحا.", "2015-01-14"),
    "web": ("صفحة في فيس بوك", "أنشأ الحارس صفحة في فيس بوك، ويكتب غيره في فيسبوك.", "2015-01-15"),
    "clerk": ("كاتب الديوان", "قال أبو سليم إن عبد الكريم حضر، وكان أبو سليم أول من حضر.", "2015-01-16"),
    "guard": ("حارس الديوان", "قال أبو سليم إن عبدالكريم غاب.", "2015-01-17"),
    "office": ("استقالة المحافظ", "أعلن المحافظ استقالته بعد عام.", "2015-01-18"),
    "coin": ("تراجع الدولار", "هبط الدولار أمام الفرنك.", "2015-01-19"),
    "hundred": ("مئة خيمة", "وزعت الجمعية مئة خيمة على القادمين.", "2015-01-20"),
    "well": ("مياه البئر", "عادت مياه البئر إلى الحي.", "2015-01-21"),
    "manager": ("تنح مفاجئ", "تنحى مدير المخبز بعد عام.", "2015-01-22"),
    "picture": ("صورة الوزير", "نشر الحارس صورة الوزير قرب النهر.", "2015-01-23"),
    "arabs": ("الدول العربية", "اجتمعت الدول العربية أول مرة.", "2015-01-25"),
    "lady": ("سيدة في الدول", "أول سيدة في الدول قادت مركبة.", "2015-01-26"),
    "return": ("حق العودة", "قال المفتش إن العودة حق للغائبين.", "2015-01-24"),
    "greens": ("ارتفاع أسعار الخضراوات", "قال الباعة إن ارتفاع أسعار الخضراوات يعود إلى البرد.", "2015-01-23"),
    "hobby": ("هواية الجمع", "صارت هواية جمع الطوابع حديث القرية.", "2015-01-24"),
    "road": ("دخول الطلاب", "وصل الطلاب إلى القسم، ثم كان الذهاب إلى البستان.", "2015-01-25"),
    "harvest": ("السنة الزراعية", "بدأت السنة الزراعية في الوادي.", "2015-01-26"),
    "mill": ("حريق في المصنع", "أخمد الأهالي حريقا في المصنع ليلا.", "2015-01-27"),
    "walkout": ("إضراب الخبازين", "بدأ إضراب الخبازين أمس.", "2015-01-28"),
    "ruins": ("تهريب آثار", "ضبط المفتش شبكة تهريب آثار قرب الحدود.", "2015-01-29"),
    "news": ("خبر وصل متأخرا", "قصة خبر وصل بعد عام.", "2015-01-13"),
}
"""Slug → title, text, date: invented."""
NAMES = {
    **month_names(),
    "CAM": Name("CAM", "سي إيه إم", ("CAM", "سي إيه إم")),
    "~فيسبوك": Name("~فيسبوك", "فيسبوك | فيس بوك", ("فيسبوك", "فيس بوك")),
}
ASKED = {
    "شو صار في احتراق السيارة": ("van", "asked", "شو صار"),
    "وين عثر المفتش": ("bags", "asked", "وين"),
    "بدي أعرف عن توسعة المسجد": ("saint", "asked", "بدي أعرف"),
    "ايه اللي حصل في السوق": ("brawl", "asked", "ايه اللي حصل"),
    "آخر أخبار المشاجرة": ("brawl", "asked", "آخر أخبار"),
    "كل ما يخص الحقيبة": ("bags", "asked", "يخص"),
    "أبي خبر الحقيبة": ("bags", "asked", "أبي خبر"),
    "عربية ولعت": ("van", "synonyms", "عربية"),
    "شنطة هدوم": ("bags", "synonyms", "شنطة"),
    "خناقة شبان": ("brawl", "synonyms", "خناقة"),
    "Greece سفينة": ("port", "synonyms", "Greece"),
    "قناة MBC": ("port", "synonyms", "MBC"),
    "حرامية الأغنام": ("thieves", "synonyms", "حرامية"),
    "تنحي المحافظ": ("office", "synonyms", "تنحي"),
    "هبوط الورقة الخضراء": ("coin", "synonyms", "الورقة الخضراء"),
    "حريم هدوم": ("bags", "synonyms", "هدوم"),
    "عالجسر موتر ولعت": ("van", "synonyms", "موتر"),
    "شصار بالقناة امبارح": ("channel", "asked", "شصار امبارح"),
    "وين الصورة حق الوزير": ("picture", "asked", "وين حق"),
    "الصورة حقت الوزير": ("picture", "asked", "حقت"),
    "هربوا اثار قرب الحدود": ("ruins", "synonyms", "هربوا"),
    "احترق المصنع": ("mill", "synonyms", "احترق"),
    "الحارس قفشت لصوص": ("thieves", "synonyms", "قفشت"),
    "علاش غلات الخضرة": ("greens", "synonyms", "الخضرة"),
    "واش كاين احتراق سيارة": ("van", "asked", "واش كاين"),
    "هواية احتراق سيارات صارت": ("van", "asked", "هواية صارت"),
    "احتراق سيارة السنة دي": ("van", "asked", "السنة دي"),
    "هاد العام احتراق سيارة": ("van", "asked", "هاد العام"),
    "لصوص كمشوهم": ("thieves", "synonyms", "كمشوهم"),
    "غيقفشوهم لصوص": ("thieves", "synonyms", "غيقفشوهم"),
    "الطلاب مبيروحوش البستان": ("road", "synonyms", "مبيروحوش"),
}
OTHERS = (
    "عبد الكريم الديوان",
    "ابوسليم الديوان",
    "Facebook الحارس",
    "خبر وصل",
    "قناة سي إيه إم",
    "عزا الشهدا",
    "هيدرب الفريق",
    "اتضبط اللصوص",
    "شو",
    "وين وليش",
    "مئة خيمة",
    "مئة",
    "وين مية البئر",
    "استقالة المخبز",
    "حق العودة",
    "ليش حق العودة",
    "هواية الطوابع",
    "السنة الزراعية",
    "الدول العربية",
    "أول مرة",
    "عربية الدول",
    "وين العربية",
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    return answers(site_of(tmp_path_factory.mktemp("spoken"), TEXTS, NAMES), [*ASKED, *OTHERS])


@pytest.mark.parametrize("query", ASKED)
def test_spoken_arabic_finds_what_the_press_writes_and_the_page_says_how_it_was_read(
    found: Answers, query: str
) -> None:
    first, how, typed = ASKED[query]
    assert found.slugs(query)[0] == first
    assert (how, typed) in [(one["as"], one["typed"]) for one in found(query)["understood"]]


def test_what_asks_in_no_question_is_searched_for(found: Answers) -> None:
    assert found.slugs("خبر وصل") == ["news"]
    assert found("خبر وصل")["understood"] == []


def test_what_is_part_of_a_name_asks_nothing(found: Answers) -> None:
    assert found.slugs("قناة سي إيه إم")[0] == "channel"
    assert "asked" not in [one["as"] for one in found("قناة سي إيه إم")["understood"]]


def test_a_word_of_speech_finds_nothing_by_its_relatives(found: Answers) -> None:
    assert "saint" not in found.slugs("حرامية الأغنام")


def test_a_hamza_that_is_not_spoken_and_a_future_of_cairo_are_corrected(found: Answers) -> None:
    assert found.slugs("عزا الشهدا") == ["grief"]
    assert found.slugs("هيدرب الفريق")[0] == "coach"
    assert {"typed": "هيدرب", "meant": ["يدرب"]} in found("هيدرب الفريق")["corrected"]


def test_a_passive_of_speech_is_read_without_what_makes_it_one(found: Answers) -> None:
    assert found.slugs("اتضبط اللصوص")[0] == "thieves"
    assert {"typed": "اتضبط", "meant": ["ضبط"]} in found("اتضبط اللصوص")["corrected"]


def test_a_hundred_is_no_water_but_where_more_is_spoken(found: Answers) -> None:
    assert found.slugs("مئة") == found.slugs("مئة خيمة") == ["hundred"]
    assert found("مئة")["understood"] == []
    assert found.slugs("وين مية البئر")[0] == "well"


def test_a_right_is_a_right_in_a_question_too(found: Answers) -> None:
    assert found.slugs("حق العودة") == found.slugs("ليش حق العودة") == ["return"]
    assert found("حق العودة")["understood"] == []


def test_a_word_of_the_press_asks_nothing_where_nothing_else_is_spoken(found: Answers) -> None:
    for query, slug in (("هواية الطوابع", "hobby"), ("السنة الزراعية", "harvest")):
        assert found.slugs(query) == [slug]
        assert found(query)["understood"] == []


def test_what_the_press_writes_with_its_article_is_no_word_of_speech_but_where_more_is_spoken(found: Answers) -> None:
    assert found.slugs("الدول العربية")[:1] == found.slugs("أول مرة")[:1] == ["arabs"]
    assert not [*found("الدول العربية")["understood"], *found("أول مرة")["understood"]]
    assert set(found.slugs("عربية الدول")) >= {"arabs", "lady"}
    assert "van" in found.slugs("وين العربية")


def test_who_has_a_word_itself_follows_the_few_who_have_all_in_other_words(found: Answers) -> None:
    assert found.slugs("استقالة المخبز") == ["manager", "office"]
    assert found("استقالة المخبز")["complete"] == 1


def test_a_query_that_only_asks_is_searched_for_as_typed(found: Answers) -> None:
    assert "asked" not in [one["as"] for query in ("شو", "وين وليش") for one in found(query)["understood"]]


def test_a_name_by_its_sound_brings_its_other_spellings(found: Answers) -> None:
    assert found.slugs("Facebook الحارس")[0] == "web"


@pytest.mark.parametrize("query", ["عبد الكريم الديوان", "ابوسليم الديوان"])
def test_a_name_of_two_words_is_found_as_one_and_the_other_way_round(found: Answers, query: str) -> None:
    assert set(found.slugs(query)[:2]) == {"clerk", "guard"}
    assert found(query)["complete"] == 2
