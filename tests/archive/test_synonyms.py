"""Words that a search takes for one another: read, checked, and set beside those of the program."""

from __future__ import annotations

import pytest

from warraq.archive.reading_vocabulary import read_vocabulary
from warraq.archive.synonyms import beside
from warraq.pages.search.names import all_names, synonyms

PATH = "content/vocabulary/synonyms.yaml"


def read(text: str) -> tuple[tuple[tuple[str, ...], ...], list[str]]:
    vocabulary, problems = read_vocabulary([(PATH, text.encode())])
    return vocabulary.synonyms, [f"{p.line}: {p.what.text()} {p.todo.text()}" for p in problems]


def test_a_line_is_a_group_and_no_concept() -> None:
    found, problems = read("موبايل: [جوال, هاتف محمول]\nبندورة: طماطم\nسجن: []\n")
    assert (found, problems) == ((("موبايل", "جوال", "هاتف محمول"), ("بندورة", "طماطم"), ("سجن",)), [])
    assert not read_vocabulary([(PATH, b"a: [b]")])[0].concepts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("أ: [ب]\nت: [ث, إ, أ]\n", "2: “إ” stands in two groups, or twice: أ. Keep it in one group."),
        ("جوال: [جوال]\n", "1: “جوال” stands in two groups, or twice: جوال. Keep it in one group."),
        ("جوال: ['؟!']\n", "1: “؟!” is no word. Write words of letters or digits."),
    ],
)
def test_what_a_search_could_not_tell_apart_is_named(text: str, said: str) -> None:
    assert said in read(text)[1]


def test_a_file_that_is_no_list_of_groups_is_told_with_its_line() -> None:
    assert read("- جوال\n")[1]
    assert read("جوال: {a: b}\n")[1]


def test_an_archives_group_stands_in_the_place_of_those_that_share_a_word_with_it() -> None:
    shipped = [("سجن", "حبس"), ("لص", "حرامي"), ("بنك", "مصرف")]
    assert beside((("حرامي", "نشال"), ("سجن",)), shipped) == (("حرامي", "نشال"), ("بنك", "مصرف"))
    mine = synonyms((("جوال", "نقال"),))
    assert mine["~جوال"].labels == ("جوال", "نقال")
    assert "~موبايل" in synonyms() and "~موبايل" not in mine


def test_the_search_of_an_archive_has_its_synonyms() -> None:
    vocabulary, _ = read_vocabulary([(PATH, "كشك: [دكان]".encode())])
    assert all_names(vocabulary, "ar")["~كشك"].label == "كشك | دكان"


def test_no_word_stands_in_two_groups_that_come_with_the_program() -> None:
    words = [word for name in synonyms().values() for word in name.labels]
    assert len(words) == len(set(words)) > 200
