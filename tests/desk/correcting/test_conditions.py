"""A condition chooses articles by their values; one that can not be understood says what was meant."""

from __future__ import annotations

import pytest

from warraq.archive.problem import WrongValueError
from warraq.archive.reading_article import read_article
from warraq.desk.correcting.condition_language import parse_condition

ARTICLE = read_article(
    "content/articles/a.md",
    "---\ntitle: خبر قطر و مصر\nslug: a\ndate: 2023-11-08\nsource: {name: Gulf and Co, url: 'https://www.x.org/?a=1'}\n"
    "tags: [ماء، زراعة]\n---\nنص.\n".encode(),
).article


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("source = Gulf and Co", True),
        ("source = gulf AND co and lang = ar", True),
        ('source="Gulf and Co" and lang=fa', False),
        ("source != BBC", True),
        ("tags = ماء and not tags = سماء", True),
        ("tags contains زراعه", True),
        ("date = 2023 and date = 2023-11", True),
        ("date = 20", False),
        ("author missing", True),
        ("rights is missing and date missing", False),
        ("lang = fa or (lang = ar and date missing) or title contains مصر", True),
        ("lang = fa and lang = ar or lang = ar", True),
        ("url = http://x.org/?a=1", True),
        ("file = a.md", True),
        ("العنوان يحوي قطر و التاريخ = ٢٠٢٣", True),
        ("العنوان = خبر قطر و مصر", True),
        ('title contains "قطر و" and lang = ar', True),
        ("title contains قطر و مصر and (date = 2023)", True),
        ("المؤلف مفقود أو اللغة = fa", True),
        ("rights != excerpt 5", True),
    ],
)
def test_a_condition(condition: str, holds: bool) -> None:  # noqa: FBT001 - a value of the table
    assert ARTICLE
    assert parse_condition(condition).holds(ARTICLE) is holds


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("", "It is not said which articles are meant."),
        ("sorce = x", "No field is called “sorce”. Did you mean source?"),
        ("source = x and lnag missing", "No field is called “lnag”. Did you mean lang?"),
        ("source", "The condition can't be understood at “source”."),
        ("source = ", "Nothing stands behind source =."),
        ("(lang = ar", "A bracket is not closed."),
        ("title contains بغداد and", "The condition is not finished behind “and”. Finish it"),
        ("title contains بغداد و", "The condition is not finished behind “و”."),
        ("(title contains بغداد or) and lang = ar", "The condition is not finished behind “or”."),
        ("title contains بغداد and not", "The condition is not finished behind “and”."),
        ("title contains بغداد and source", "The condition is not finished behind “and”."),
        ('title contains بغداد and "مصر"', "The condition is not finished behind “and”."),
        ("title contains بغداد and and lang = ar", "The condition is not finished behind “and”."),
        ("title contains بغداد date missing", "Two comparisons stand side by side, at “date”."),
        ('title contains "بغداد', "A quotation mark is not closed."),
        ("and lang = ar", "The condition can't be understood at “and”."),
        ("lang = ar)", "The condition can't be understood at “)”."),
        ("(" * 50 + "lang = ar", "Too many brackets within brackets."),
        ("x" * 20_000, "The condition is too long."),
    ],
)
def test_a_condition_that_can_not_be_understood_says_what_was_meant(condition: str, said: str) -> None:
    with pytest.raises(WrongValueError) as error:
        parse_condition(condition)
    assert said in f"{error.value.what} {error.value.todo}"
