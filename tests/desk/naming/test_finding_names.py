"""Names are found by the words beside them, and end where they end."""

from __future__ import annotations

import pytest

from warraq.desk.naming.cue import Cue
from warraq.desk.naming.finding import find_names
from warraq.desk.naming.tokens import runs


def longest(text: str) -> dict[str, Cue]:
    """Give the names of a text as it writes them; of one beginning the longest."""
    found: dict[int, tuple[str, Cue]] = {}
    for each in find_names(text):
        found[each.start] = (text[each.start : each.end], each.cue)
    return dict(found.values())


@pytest.mark.parametrize(
    ("text", "name", "cue"),
    [
        ("التقى الرئيس البرازيلي لويس غاندور وفدا", "لويس غاندور", Cue.PERSON),
        ("وصل وزير الخارجية الأميركي جون كيري أمس", "جون كيري", Cue.PERSON),
        ("افتتح الأمير فهد بن سالم بن عبدالله آل رشيد المعرض", "فهد بن سالم بن عبدالله آل رشيد", Cue.PERSON),
        ("وقال د. علاء نصيف إن العمل مستمر", "علاء نصيف", Cue.PERSON),
        ("زار عبد الله الحارثي القرية", "عبد الله الحارثي", Cue.PERSON),
        ("زار أبو بكر الزمردي القرية", "أبو بكر الزمردي", Cue.PERSON),
        ("وقال حسن نصر الله إن", "حسن نصر الله", Cue.PERSON),
        ("وأكد الرئيس السيسي ذلك", "السيسي", Cue.FAMILY),
        ("وقال بورينكو إن الطريق طويل", "بورينكو", Cue.SAYS),
        ("بورينكو: الطريق طويل", "بورينكو", Cue.SAYS),
        ("أعلنت وزارة الشؤون البحرية ذلك", "وزارة الشؤون البحرية", Cue.BODY),
        ("درس في جامعة الملك فيصل سنة", "جامعة الملك فيصل", Cue.BODY),
        ("صادرات شركة زيتونا ارتفعت", "شركة زيتونا ارتفعت", Cue.BODY),
        ("فاز في كأس العالم للمرة الأولى", "كأس العالم", Cue.EVENT),
        ("وصل إلى محافظة السنابل صباحا", "السنابل", Cue.SITE),
        ("عبرت السفن مضيق زمردة ليلا", "مضيق زمردة", Cue.SITE),
        ("سافر إلى الكويت ثم عاد", "الكويت", Cue.KNOWN_PLACE),
        ("دعت الأمم المتحدة إلى الهدوء", "الأمم المتحدة", Cue.KNOWN_BODY),
        ("نشرت صحيفة «المنارة» الخبر", "المنارة", Cue.QUOTED),
    ],
)
def test_a_name_is_shown_by_what_stands_beside_it(text: str, name: str, cue: Cue) -> None:
    names = {(text[each.start : each.end], each.cue) for each in find_names(text)}
    assert (name, cue) in names


def test_the_article_that_a_particle_swallowed_comes_back() -> None:
    assert [each.words for each in find_names("أرسلت للكويت مساعدات")] == [("الكويت",)]


@pytest.mark.parametrize(
    "text",
    [
        "وقالت مصادر إن الأمر انتهى على كل حال",
        "قال أحد السكان على الفور",
        "عمر الشركة عشرون سنة وعادل في حكمه",
        "الرئيس المصري عاد إلى بلده أمس",
        "زار الأمير المدينة",
        "«في 25 عاما»",
        "تلقى ولي العهد اتصالاً هاتفياً أمس",
        "وقال المتحدث باسم الخارجية أمس",
        "وصل مساعد أمين المنطقة",
        "وقالت Next Previous: نعم",
        "رئيس النادي الأهلي ونجحت الخيمة",
        "",
        "ـــ ـ",
    ],
)
def test_everyday_words_are_no_persons(text: str) -> None:
    people = {Cue.PERSON, Cue.SAYS, Cue.FAMILY, Cue.QUOTED}
    assert not [name for name, cue in longest(text).items() if cue in people]


def test_the_preposition_is_no_ali() -> None:
    assert "على صالح" not in longest("ألقى على صالح المدينة نظرة")
    assert longest("وصل الرئيس علي صالح أمس")["علي صالح"] is Cue.PERSON


def test_no_name_reaches_over_a_sign_or_an_end_of_line() -> None:
    assert longest("زار محمد سالم، الحارثي") == {"محمد سالم": Cue.PERSON}
    assert longest("زار محمد سالم\nالحارثي") == {"محمد سالم": Cue.PERSON}


def test_a_text_without_signs_is_cut_and_ends() -> None:
    assert [len(run.tokens) for run in runs("كلمة " * 1000)] == [400, 400, 200]
    assert not list(runs("ـــ"))
