"""Each limit of a description lies where it says: the last value that passes, and the first that does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.mentions import Mention
from warraq.archive.original import Original, OriginalKind
from warraq.archive.record import Described
from warraq.repair.describe import describe
from warraq.repair.describe.authors import stated_author
from warraq.repair.describe.dates import find_dates, fold_dates
from warraq.repair.describe.language import language_of
from warraq.repair.describe.passages import Passage, Passages
from warraq.repair.describe.sources import gone_through, stated_source
from warraq.repair.describe.stamps import find_stamps
from warraq.repair.describe.summary import summary_of
from warraq.repair.describe.tags import subjects
from warraq.repair.repairing import repair

# Written out here: a limit that changes by mistake must fail a test.
EARLIEST, LATEST = 1800, 2199
SAMPLE = 4_000
LONGEST_MARKED = 200
SOURCE_LINES = 3
LONGEST_STAMP = 90
LONGEST, SHORTEST = 220, 60
SHORTEST_SUMMARY = 40
MOST = 10

SENTENCE = "افتتح وزير النقل الجسر الجديد على النهر بحضور عدد كبير من أهالي المدينة والمسؤولين فيها."


def days(text: str, lang: str = "ar") -> list[list[str]]:
    return [[str(d) for d in w.days()] for w in find_dates(fold_dates(text), lang)]


def passages(*lines: str) -> Passages:
    text = "\n".join(lines)
    return Passages(text, text, (), frozenset())


def of_page(page: str) -> dict[str, Described]:
    original = Original("a.html", page.encode(), page, "utf-8", bom=False, kind=OriginalKind.PAGE)
    return describe(original, repair(page, OriginalKind.PAGE), Vocabulary())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"1 مايو {EARLIEST}", True),
        (f"1 مايو {EARLIEST - 1}", False),
        (f"1 مايو {LATEST}", True),
        (f"1 مايو {LATEST + 1}", False),
        ("1 رمضان 1200", True),
        ("1 رمضان 1199", False),
        ("1 رمضان 1499", True),
        ("1 رمضان 1500", False),
        ("31 مايو 2021", True),
        ("32 مايو 2021", False),
        ("1 مايو 2021", True),
        ("0 مايو 2021", False),
        ("2021-12-31", True),
        ("2021-13-31", False),
        ("2021-1-1", True),
        ("2021-0-1", False),
    ],
)
def test_a_date_has_a_year_a_month_and_a_day_of_its_calendar(text: str, found: bool) -> None:  # noqa: FBT001 - of a table
    assert bool(list(find_dates(fold_dates(text), "ar"))) is found


def test_day_and_month_are_turned_only_where_both_may_be_a_month() -> None:
    assert days("12/11/2023") == [["2023-11-12", "2023-12-11"]]
    assert days("13/12/2023") == [["2023-12-13"]]
    assert days("12/13/2023") == [["2023-12-13"]]
    assert days("1/13/2023") == [["2023-01-13"]]
    assert days("11/11/2023") == [["2023-11-11"]]


def test_of_two_readings_that_begin_together_the_longer_is_taken_and_dates_side_by_side_are_two() -> None:
    text = fold_dates("8 نوفمبر 2023 و9 نوفمبر 2023")
    found = list(find_dates(text, "ar"))
    assert [text[d.start : d.end] for d in found] == ["8 نوفمبر 2023", "9 نوفمبر 2023"]
    assert [(d.start, d.end) for d in found] == sorted((d.start, d.end) for d in found)


@pytest.mark.parametrize("away", [-1, 0, 1])
def test_a_hijri_weekday_decides_within_one_day(away: int) -> None:
    near = date(2021, 5, 3) + timedelta(days=away)  # 21 Ramadan 1442, by the calendar of Umm al-Qura
    names = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
    assert days(f"{names[near.weekday()]} 21 رمضان 1442") == [[str(near)]]


def test_a_hijri_weekday_two_days_away_contradicts_the_date() -> None:
    assert days("الأربعاء 21 رمضان 1442") == [[]]
    assert days("السبت 21 رمضان 1442") == [[]]


def test_a_weekday_is_read_with_its_long_link_to_the_date() -> None:
    [found] = find_dates(fold_dates("الأربعاء الموافق: 8 نوفمبر 2023"), "ar")
    assert (found.start, found.weekday) == (0, 2)


@pytest.mark.parametrize(("words", "found"), [(1, False), (2, True), (5, True), (6, False)])
def test_an_author_has_two_to_five_names(words: int, found: bool) -> None:  # noqa: FBT001 - of a table
    name = " ".join(["سعيد", "محمد", "علي", "عمر", "حسن", "زيد"][:words])
    assert (stated_author(passages("عنوان", f"كتب: {name}", SENTENCE)) is not None) is found


@pytest.mark.parametrize(
    ("line", "found"), [(0, False), (1, True), (3, True), (4, False), (6, False), (7, True), (8, True)]
)
def test_a_byline_stands_in_the_first_three_lines_or_the_last_two(line: int, found: bool) -> None:  # noqa: FBT001 - of a table
    lines = [SENTENCE] * 9
    lines[line] = "كتب: سعيد الكاتب"
    assert (stated_author(passages(*lines)) is not None) is found


@pytest.mark.parametrize(("line", "found"), [(0, True), (1, True), (2, False), (5, False), (6, True), (7, True)])
def test_a_source_line_stands_in_the_first_two_lines_or_the_last_two(line: int, found: bool) -> None:  # noqa: FBT001 - of a table
    lines = [SENTENCE] * 8
    lines[line] = "المصدر: رويترز"
    assert (stated_source(passages(*lines)) is not None) is found


def test_agencies_are_named_in_the_first_lines_below_the_title_each_once() -> None:
    quoting = [SENTENCE + f" نقلا عن وكالة {name}." for name in ("رويترز", "تاس", "شينخوا", "كونا")]
    assert [n.name for n in gone_through(passages("عنوان", *quoting))] == ["رويترز", "تاس", "شينخوا"][:SOURCE_LINES]
    assert [n.name for n in gone_through(passages("عنوان", quoting[0], quoting[0]))] == ["رويترز"]


def named(*places: tuple[str, int]) -> list[str]:
    """Give the subjects of a text of lines that are ten code points long, by concept and place."""
    lines = [Passage("x" * 9, start, "x" * 9) for start in range(0, 200, 10)]
    found = [Mention(at, at + 1, concept, concept) for concept, at in sorted(places, key=lambda p: p[1])]
    return [f"{m.concept_id}{m.start}" for m in subjects(found, lines, ["source"])]


def test_a_subject_is_named_in_the_title_or_the_lead_and_once_more_or_three_times_in_two_lines() -> None:
    assert named(("a", 0)) == ["a0"]
    assert named(("a", 9)) == ["a9"]
    assert named(("a", 10)) == []
    assert named(("a", 10), ("a", 50)) == ["a10"]
    assert named(("a", 20), ("a", 30)) == []
    assert named(("a", 20), ("a", 21), ("a", 22)) == []
    assert named(("a", 20), ("a", 21), ("a", 30)) == ["a20"]
    assert named(("source", 0)) == []


def test_the_most_named_subjects_are_kept_those_of_the_title_first() -> None:
    often = [(f"c{i:02}", at) for i in range(MOST) for at in (20 + i, 30 + i, 50 + i, 70 + i)]
    rare = [("rare", 49), ("rare", 69), ("rare", 89)]
    assert named(*often, *rare) == [f"c{i:02}{20 + i}" for i in range(MOST)]
    assert named(*often, ("title", 5))[0] == "title5"
    assert len(named(*often, ("title", 5))) == MOST


def test_a_summary_takes_a_line_that_is_just_long_enough() -> None:
    assert summary_of(["س" * (SHORTEST - 1), "ص" * SHORTEST]) == (1, SHORTEST, "ص" * SHORTEST)
    assert summary_of(["س" * (SHORTEST - 1)]) == (0, SHORTEST - 1, "س" * (SHORTEST - 1))
    assert summary_of(["", ""]) is None


def test_a_summary_is_whole_sentences_up_to_its_length_else_whole_words() -> None:
    whole = "س" * LONGEST
    assert summary_of([whole]) == (0, LONGEST, whole)
    first, second = "س" * (SHORTEST - 1) + ".", "ص" * 30 + "."
    line = f"{first} {second} " + "ع" * LONGEST
    assert summary_of([line]) == (0, len(first) + 1 + len(second), f"{first} {second}")
    assert summary_of([f"{first} " + "ع" * LONGEST]) == (0, SHORTEST, first)
    assert summary_of(["ص" * (LONGEST + 1)]) is None


@pytest.mark.parametrize(("size", "taken"), [(SHORTEST_SUMMARY, True), (SHORTEST_SUMMARY - 1, False)])
def test_a_pages_own_summary_is_taken_if_it_says_something(size: int, taken: bool) -> None:  # noqa: FBT001 - of a table
    own = "و" * size
    head = f'<meta name="description" content="{own}">'
    said = of_page(
        f"<html><head>{head}</head><body><h1>افتتاح الجسر</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></body></html>"
    )
    assert (said["summary"].value == own) is taken
    if not taken:
        assert said["summary"].evidence[0].quote == SENTENCE


def dated_page(first: str, second: str) -> Described:
    head = "".join(f'<meta name="{n}" content="{d}">' for n, d in (("article:published_time", first), ("date", second)))
    return of_page(f"<html><head>{head}</head><body><h1>افتتاح الجسر</h1><p>{SENTENCE}</p></body></html>")["date"]


def test_metadata_agree_within_a_day_and_the_more_reliable_is_taken() -> None:
    assert dated_page("2021-05-03", "2021-05-04").value == "2021-05-03"
    assert dated_page("2021-05-04", "2021-05-03").value == "2021-05-04"
    assert dated_page("2021-05-03", "2021-05-05").value is None


def test_an_element_that_marks_a_date_is_short() -> None:
    day = "7 يوليو 2023"
    room = LONGEST_MARKED - len(day) - len("</span")

    def marked(padding: int) -> bool:
        span = f"<span class=date>{day}{' ' * padding}</span>"
        body = f"<h1>افتتاح الجسر</h1><p>{span}{SENTENCE}</p><p>{SENTENCE}</p>"
        return "date" in of_page(f"<html><body><article>{body}</article></body></html>")

    assert marked(room)
    assert not marked(room + 1)


@pytest.mark.parametrize(("size", "found"), [(LONGEST_STAMP, True), (LONGEST_STAMP + 1, False)])
def test_a_stamp_is_a_short_line(size: int, found: bool) -> None:  # noqa: FBT001 - of a table
    line = "نشر في 3 مايو 2021".ljust(size, "-")
    assert bool(list(find_stamps(passages("عنوان الخبر", SENTENCE, line), "ar"))) is found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("بيروت طرابلس صيدا 3 مايو 2021", True),
        ("بيروت طرابلس صيدا صور 3 مايو 2021", False),
        ("نشر بواسطة زيد عمرو بكر خالد سعد 3 مايو 2021", True),
        ("نشر بواسطة زيد عمرو بكر خالد سعد سعيد 3 مايو 2021", False),
    ],
)
def test_a_stamp_has_few_words_beside_its_date(line: str, found: bool) -> None:  # noqa: FBT001 - of a table
    assert bool(list(find_stamps(passages("عنوان الخبر", line, SENTENCE), "ar"))) is found


@pytest.mark.parametrize(("before", "found"), [(45, True), (46, False)])
def test_the_date_of_a_dateline_stands_at_its_beginning(before: int, found: bool) -> None:  # noqa: FBT001 - of a table
    line = "بيروت ".ljust(before, "-") + "3 مايو 2021 - " + SENTENCE
    assert bool(list(find_stamps(passages("عنوان الخبر", line), "ar"))) is found


def test_a_language_is_told_by_the_beginning_of_a_text() -> None:
    assert language_of("س" * (SAMPLE // 2) + "a" * SAMPLE) == "ar"
    assert language_of("a" * (SAMPLE // 2 - 1) + "س" * (SAMPLE // 2 + 1)) == "ar"
    assert language_of("1" * SAMPLE + "a") == "ar"
    assert language_of("1" * (SAMPLE - 1) + "a") == "en"
