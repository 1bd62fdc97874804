"""What is no other spelling of a word, though letters say so: asked of the modules by node."""

from __future__ import annotations

import pytest

from search.asked import Answers, answers, site_of

TEXTS = {
    "name": ("حديث بن كيران", "قال بن كيران إن المجلس يجتمع.", "2020"),
    "ruin": ("زلزله", "خانه ها ویران شد.", "2020"),
    "ruins": ("بعد زلزله", "شهر ویران ماند.", "2020"),
    "were": ("ذكريات", "كنا صغارا ولم يكن في القرية ماء.", "2020"),
    "alliance": ("اجتماع", "اجتمع ناتو في المدينة.", "2020"),
    "city": ("سفر", "وصل الوفد لطنجة مساء.", "2020"),
}
QUERIES = ["كيران", "بنكيران", "بن كيران", "CNN", "NATO", "كويران", "طنجة", "وطنجة"]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    return answers(site_of(tmp_path_factory.mktemp("alike"), TEXTS, {}), QUERIES)


@pytest.mark.parametrize("query", ["بنكيران", "بن كيران"])
def test_words_that_begin_otherwise_are_no_spellings_of_one_that_nobody_wrote(asked: Answers, query: str) -> None:
    assert asked.slugs(query) == ["name"]


def test_an_abbreviation_sounds_like_no_word(asked: Answers) -> None:
    assert asked("CNN")["results"] == []
    assert asked("CNN")["corrected"] == [{"typed": "CNN", "meant": []}]
    assert asked.slugs("NATO") == ["alliance"]


@pytest.mark.parametrize("query", ["طنجة", "وطنجة"])
def test_a_word_is_found_behind_another_particle(asked: Answers, query: str) -> None:
    assert asked.slugs(query) == ["city"]


@pytest.mark.parametrize("query", ["كيران", "كويران"])
def test_what_is_widened_to_another_beginning_is_told(asked: Answers, query: str) -> None:
    assert asked.slugs(query)[0] == "name"
    assert asked(query)["corrected"] or asked(query)["suggested"]
