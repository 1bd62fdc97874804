"""The whole archive shows where a name ends, what is no name, and which forms are of one name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warraq.desk.naming.cue import NONE, Counts, Cue, Words
from warraq.desk.naming.ends import whole_names
from warraq.desk.naming.judging import stands_alone, worth_a_look
from warraq.desk.naming.spellings import grouped, key_of
from warraq.desk.naming.tokens import runs


def words(name: str) -> Words:
    return tuple(token.folded for run in runs(name) for token in run.tokens)


def counted(times: int, cue: Cue, articles: int = 0) -> Counts:
    cues = list(NONE)
    cues[cue] = times
    return Counts(articles or times, tuple(cues))


def found(cue: Cue, **names: int) -> dict[Words, Counts]:
    return {words(name.replace("_", " ")): counted(times, cue) for name, times in names.items()}


def kept(several: dict[Words, Counts], articled: tuple[str, ...] = ()) -> set[str]:
    return {" ".join(name) for name in worth_a_look(whole_names(several), lambda asked: set(asked) & set(articled))}


def test_a_beginning_that_hardly_stands_alone_is_no_name() -> None:
    assert kept(found(Cue.BODY, وزارة_الشؤون=12, وزارة_الشؤون_البحرية=7, وزارة_الشؤون_الجبلية=5)) == {
        "وزاره الشوون البحريه",
        "وزاره الشوون الجبليه",
    }


def test_a_beginning_that_stands_alone_is_a_name_too() -> None:
    assert kept(found(Cue.BODY, وزارة_الخارجية=18, وزارة_الخارجية_الأميركية=5)) == {
        "وزاره الخارجيه",
        "وزاره الخارجيه الاميركيه",
    }


def test_one_word_too_many_is_left_out() -> None:
    assert kept(found(Cue.PERSON, سيرغي_بورينكو=6, سيرغي_بورينكو_قوله=1)) == {"سيرغي بورينكو"}


def test_a_father_takes_nothing_away_from_the_shorter_name() -> None:
    assert len(kept(found(Cue.PERSON, فهد_بن_سالم=3, فهد_بن_سالم_بن_عبدالله=4))) == 2


@pytest.mark.parametrize(
    ("cue", "name", "articled"),
    [
        (Cue.BODY, "مجلس إدارة", ("اداره",)),
        (Cue.BODY, "مجلس الإدارة", ()),
        (Cue.BODY, "شركة واستقرار", ("استقرار",)),
        (Cue.EVENT, "مؤتمر صحافي", ("صحافي",)),
        (Cue.SITE, "آمنة", ("امنه",)),
        (Cue.PERSON, "جون", ()),
        (Cue.PERSON, "ناشطو السلام", ("ناشطو",)),
        (Cue.QUOTED, "المعتدلة", ()),
        (Cue.SAYS, "25", ()),
    ],
)
def test_what_the_archive_uses_as_everyday_words_is_no_name(cue: Cue, name: str, articled: tuple[str, ...]) -> None:
    assert not kept({words(name): counted(3, cue, 2)}, articled)


def test_a_fund_may_begin_with_an_everyday_word() -> None:
    name = "صندوق تنمية الموارد"
    assert kept({words(name): counted(3, Cue.BODY)}, ("تنميه",)) == {"صندوق تنميه الموارد"}


def test_a_single_word_of_a_person_stands_alone_only_behind_a_title() -> None:
    assert not stands_alone(words("بورينكو"), counted(9, Cue.SAYS))
    assert stands_alone(words("بورينكو"), counted(3, Cue.PERSON))
    assert not stands_alone(words("السيسي"), counted(9, Cue.FAMILY))


def in_articles(**where: str) -> Callable[[Words], frozenset[str]]:
    return lambda name: frozenset(where.get("_".join(name), "a"))


def forms(several: dict[Words, Counts], **where: str) -> list[set[str]]:
    return [{" ".join(form) for form in group.forms} for group in grouped(several, in_articles(**where))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("بنيامين نتنياهو", "بنيامين نتانياهو"),
        ("عبد الله الحارثي", "عبدالله الحارثي"),
        ("سيرغي بورينكو", "سيرجي بورينكو"),
        ("فهد بن سالم الحارثي", "فهد سالم الحارثي"),
        ("هيئة الأمم المتحدة", "الأمم المتحدة"),
        ("أميركا", "الولايات المتحدة"),
        ("غوغلهاوس", "جوجلهاوس"),
    ],
)
def test_spellings_and_names_of_one_are_alike(one: str, other: str) -> None:
    assert key_of(words(one)) == key_of(words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("حامد الحارثي", "حمد الحارثي"), ("سليمان الحارثي", "سلمان الحارثي"), ("المنارة", "المنار")],
)
def test_different_names_are_not(one: str, other: str) -> None:
    assert key_of(words(one)) != key_of(words(other))


def test_a_family_name_belongs_to_the_one_whole_name() -> None:
    assert forms(found(Cue.PERSON, باراك_غاندور=4, غاندور=3)) == [{"باراك غاندور", "غاندور"}]


def test_a_family_name_of_two_stays_apart() -> None:
    assert len(forms(found(Cue.PERSON, باراك_غاندور=4, ميشيل_غاندور=3, غاندور=3))) == 3


def test_a_family_name_in_other_articles_stays_apart() -> None:
    assert len(forms(found(Cue.PERSON, باراك_غاندور=4, غاندور=3), غاندور="b")) == 2


def test_a_father_more_is_the_same_person_where_there_is_one_way_on() -> None:
    assert len(forms(found(Cue.PERSON, فهد_بن_سالم=4, فهد_بن_سالم_بن_عبدالله=3))) == 1
    assert len(forms(found(Cue.PERSON, فهد_بن_سالم=4, فهد_بن_سالم_بن_عبدالله=3, فهد_بن_سالم_بن_خالد=3))) == 3


def test_the_sort_before_a_name_is_no_other_name() -> None:
    assert len(forms(found(Cue.BODY, تنظيم_زمردة=4, زمردة=3))) == 1
    assert len(forms(found(Cue.BODY, مفوضية_زمردة=4, زمردة=3))) == 2
