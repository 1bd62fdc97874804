"""The answers of the search, in a browser, from its module."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from search.library import HOLDINGS, SearchTab, written_site
from warraq.pages.search.bench.server import Host

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    host = Host(written_site(tmp_path_factory.mktemp("search")))
    yield host
    host.close()


@pytest.fixture(scope="module")
def ask(chromium: Any, host: Host) -> Iterator[SearchTab]:
    """One tab for all: a search keeps nothing but files from one query to the next."""
    tab = chromium.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield SearchTab(tab, host)
    tab.close()
    assert not errors


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("الجسر", "bridge"),
        ("جسر جديد", "bridge"),
        ("اعلن الوزير", "bridge"),
        ("سفينة بيروت", "ships"),
        ("لبنان", "ships"),
        ("طبيب", "doctors"),
        ("مدرسة", "doctors"),
        ("مسؤولون", "hamza"),
        ("استقبلت", "hamza"),
        ("٢٨٫٢", "council"),
        ("مشروع", "council"),
        ("مسشتفى", "doctors"),
        ("المستشقى", "doctors"),
        ("بيوت", "ships"),
        ("كتاب", "persian"),
        ("کانال", "persian"),
    ],
)
def test_a_word_is_found_in_any_spelling_and_form(ask: SearchTab, query: str, first: str) -> None:
    assert ask.slugs(query)[0] == first


@pytest.mark.parametrize("query", ["20%", "٢٠٪", "20 في المئة", "٢٠ بالمائة", "20 percent", "%20"])
def test_a_percentage_is_found_in_every_spelling_and_is_no_plain_number(ask: SearchTab, query: str) -> None:
    assert set(ask.slugs(query)) == {"council", "doctors"}
    assert ask.slugs(f"الطلب {query}")[0] == "council"
    assert ask.slugs("20") == ["ships"]


def test_every_name_of_a_concept_finds_the_articles_about_it_and_those_that_name_it(ask: SearchTab) -> None:
    for name in ("WCO", "مجلس المياه", "شورای آب", "water council"):
        assert {"canal", "council"} <= set(ask.slugs(name)), name


def test_a_synonym_finds_what_has_the_other_word_and_says_so(ask: SearchTab) -> None:
    for query in ("مراكب", "المركب", "بيت عائم"):
        assert set(ask.slugs(query)) >= {"canal", "ships"}, query
    assert ask("مركب بيروت")["understood"] == [
        {"as": "synonyms", "typed": "مركب", "meant": ["مركب", "سفينة", "بيت عائم"]}
    ]
    assert ask("بيت عائم")["understood"][0]["typed"] == "بيت عائم"
    assert ask("مركب", exactly=True)["total"] == 0
    assert [one for one in ask.page.evaluate("() => window.module.suggest('مرك')") if one["kind"] == "name"] == []


def test_the_word_as_typed_comes_before_its_relatives(ask: SearchTab) -> None:
    assert ask.slugs("السفينة")[:2] == ["canal", "ships"]
    assert ask.slugs("سفن")[:2] == ["ships", "canal"]


def test_words_side_by_side_come_before_words_apart(ask: SearchTab) -> None:
    assert ask.slugs("الوزير الجسر") == ["bridge", "far"]


def test_where_no_article_has_all_words_those_with_most_are_found_and_counted_apart(ask: SearchTab) -> None:
    found = ask("الجسر بيروت")
    assert found["complete"] == 0
    assert found["total"] == 3
    assert ask("الجسر")["complete"] == 2


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"أعلن الوزير"', {"bridge"}),
        ('"الوزير أعلن"', set()),
        ("“مجلس المياه”", {"council"}),
        ("الجسر -البحر", {"bridge"}),
        ('الجسر -"قال الوزير"', {"bridge"}),
        ("source:القوافل", {"canal", "council", "hamza"}),
        ('مصدر:"صحيفة الواحة" سفن', {"ships"}),
        ("tag:water-council", {"canal"}),
        ("وسم:WCO", {"canal"}),
        ("year:2023", {"canal", "council"}),
        ("سنة:٢٠٢٣ مجلس", {"council"}),
        ("after:2023-11 الجسر", {"bridge"}),
        ("before:2021 الجسر", {"far"}),
        ("after:2022 before:2024 source:القوافل", {"canal", "council"}),
        ("year:1900", set()),
        ("source:لا-أحد", set()),
    ],
)
def test_the_language_of_queries(ask: SearchTab, query: str, found: set[str]) -> None:
    assert set(ask.slugs(query)) == found


def test_filters_are_given_to_the_module_too(ask: SearchTab) -> None:
    assert ask.slugs("", filters={"year": ["2023"], "source": "وكالة القوافل"}, sort="date") == ["canal", "council"]


def test_the_newest_come_first_when_asked_for(ask: SearchTab) -> None:
    assert ask.slugs("الوزير", sort="date") == ["bridge", "far"]


def test_facets_count_what_each_choice_would_leave(ask: SearchTab) -> None:
    facets = ask("", filters={"year": "2023"}, facets=True)["facets"]
    assert facets["source"] == [["وكالة القوافل", "وكالة القوافل", 2]]
    assert facets["tag"] == [["Water-Council", "مجلس المياه", 1]]
    years = ask("", filters={"source": "صحيفة الواحة"}, facets=True)["facets"]["year"]
    assert [year for year, _, _ in years] == ["2024", "2022", "2021", "2020"]


def test_an_excerpt_has_the_original_spelling_and_marks_what_was_found(ask: SearchTab) -> None:
    result = ask("اطباء")["results"][0]
    words = [result["excerpt"][start:end] for start, end in result["marks"]]
    assert words == ["أطبّاء"]
    assert [result["title"][start:end] for start, end in result["titleMarks"]] == ["أطباء"]


def test_the_names_of_a_concept_are_marked_whole(ask: SearchTab) -> None:
    result = next(r for r in ask("WCO")["results"] if "council" in r["url"])
    assert [result["excerpt"][start:end] for start, end in result["marks"]] == ["مجلس المياه"]


def test_a_correction_is_shown_in_its_own_spelling(ask: SearchTab) -> None:
    assert ask("السفيننة")["corrected"] == [{"typed": "السفيننة", "meant": ["سفينة"]}]
    assert ask("قسطنطين")["corrected"] == [{"typed": "قسطنطين", "meant": []}]


@pytest.mark.parametrize(
    ("query", "first", "told"),
    [
        ("السفينةالكبرى", "canal", None),
        ("مجلسالمياه", "council", None),
        ("مست شفى", "doctors", "مست شفى"),
        ("الم ستشفى المرض", "doctors", "الم ستشفى"),
    ],
)
def test_a_space_too_many_or_too_few_is_corrected_and_reported(
    ask: SearchTab, query: str, first: str, told: str | None
) -> None:
    found = ask(query)
    assert found["results"][0]["url"].endswith(f"/{first}/")
    assert found["complete"] >= 1
    assert told is None or told in [one["typed"] for one in found["corrected"]]


def test_a_name_in_latin_letters_finds_what_sounds_like_it(ask: SearchTab) -> None:
    assert ask.slugs("Beirut")[0] == "ships"
    assert ask("beyrouth")["corrected"] == [{"typed": "beyrouth", "meant": ["بيروت"]}]


def test_where_few_articles_have_all_of_several_words_those_that_lack_one_follow_and_say_which(ask: SearchTab) -> None:
    found = ask("الوزير الجسر العمل")
    assert found["complete"] == 1
    assert [(r["url"].rstrip("/").rsplit("/", 1)[-1], r["missing"]) for r in found["results"]] == [
        ("bridge", []),
        ("far", ["العمل"]),
    ]


def test_a_question_finds_its_subject(ask: SearchTab) -> None:
    assert ask.slugs("متى يُفتح الجسر؟")[0] == "bridge"


def test_a_correction_that_is_reported_is_in_the_results(ask: SearchTab) -> None:
    found = ask("الجشر الكيرى")
    shown = " ".join(result["title"] + result["excerpt"] for result in found["results"])
    assert {word for one in found["corrected"] for word in one["meant"]}
    assert all(word in shown for one in found["corrected"] for word in one["meant"])


def test_an_unfinished_word_finds_what_begins_like_it(ask: SearchTab) -> None:
    assert "doctors" in ask.slugs("المستش", typing=True)
    assert ask.slugs("الجسر ال", typing=True) == ask.slugs("الجسر")


def test_a_result_has_its_date_as_far_as_it_is_known(ask: SearchTab) -> None:
    assert [r["date"] for r in ask("source:القوافل", sort="date")["results"]] == ["2023-11-08", "2023-11", ""]


TIMED = """async (q) => { const began = performance.now();
  const found = await window.module.search(q, { facets: true }); return [found, performance.now() - began]; }"""
HOSTILE = {
    "long": "كلمة " * 2000,
    "one long word": "ا" * 10_000,
    "marks only": "\u064b\u0651\u0640" * 50,
    "signs of regular expressions": r".*+?^${}()|[]\ (a+)+$ [[ \u0627",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "right-to-left override": "\u202e\u2066سفن\u2069\u202c",
    "emoji": "🚢🚢 سفن 👩‍👩‍👧",
    "half a surrogate": "\ud83d",
    "quotes": '"""“”"',
    "keys without values": "source: tag: year: before:x after:2023-99-99 -",
    "names of objects": "__proto__ constructor toString",
    "nothing": "",
    "white space": " \n\t\u00a0 ",
    "stop words": "من في على",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_odd_input_is_answered(ask: SearchTab, what: str) -> None:
    assert ask(HOSTILE[what])["total"] <= len(HOLDINGS)


@pytest.mark.parametrize("piece", ["كلم{} ", "كلم{}", "a{}+", "\u064b{}", "source:{} ", "-{} ", '"{}" '])
def test_a_query_costs_no_more_than_its_length(ask: SearchTab, piece: str) -> None:
    """Eight times the letters may take eight times as long, and not sixty-four; no query is asked twice, for answers are kept."""
    numbers = iter(range(10**6))

    def milliseconds(length: int) -> float:
        asked = "".join(piece.format(next(numbers) % 10) for _ in range(length)) + f" {next(numbers)}"
        return float(ask.page.evaluate(TIMED, asked)[1])

    milliseconds(100)
    short, long = (min(milliseconds(length) for _ in range(3)) for length in (250, 2000))
    assert long < 24 * max(short, 2)


def test_the_first_result_is_right_even_under_a_subpath(page: Any, host: Host, tmp_path: Path) -> None:
    shutil.copytree(host.root, tmp_path / "deep" / "path")
    below = Host(tmp_path)
    result = SearchTab(page, below, "deep/path/")("الجسر")["results"][0]
    assert result["url"] == f"{below.url}/deep/path/articles/bridge/"
    below.close()
