"""Rights are understood, or nothing of the text is published; a source is found in whatever way its name is written."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from warraq.archive.article import Article, Source
from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.archive.reading_vocabulary import read_vocabulary
from warraq.archive.rights import not_understood, words_allowed
from warraq.pages.decisions import Decisions, Leaves

NAME = "صحيفة الأهرام"
SHAPES = {"ص": "\ufebb", "ة": "\ufe94", "م": "\ufee1", "ف": "\ufed3"}
SAME = {
    NAME: [
        unicodedata.normalize("NFD", NAME),
        "".join(SHAPES.get(letter, letter) for letter in NAME),
        "صحيفة\u200d الأ\u2060هرام",
        "\u200fصحيفة\u200b الأهرام\ufeff",
        "«صحيفة الأهرام»",
        "صحيفة الأهرام.",
        "صحيفة  الاهرام",
        "صَحيفة\u00a0الأهـرام،",
        "(صحيفه الأهرام)",
        "صحيفة_الأهرام",
        "صحيفة ‹الأهرام› ©",
    ],
    "Al-Ahram Weekly 24": [
        "Al\u2010Ahram Weekly 24",
        "AL\u2011AHRAM  WEEKLY 24",
        "“Al Ahram Weekly ٢٤”",
        unicodedata.normalize("NFKC", "Al-Ahram Weekly 24").translate({n: n + 0xFEE0 for n in range(0x21, 0x7F)}),
        "Al-Ahram Weekly™ 24.",
    ],
    "Agência Ékho": [unicodedata.normalize("NFD", "Agência Ékho"), "AGÊNCIA ÉKHO"],
    "C++": ["c ++"],
}
OTHER = {NAME: ["صحيفة الأحرام", "الأهرام", "صحيفة الأهرام المسائي"], "C++": ["C", "C#", "C+"], "!": ["?", "!!"]}


def leaves(vocabulary: Vocabulary, name: str) -> Leaves:
    article = Article(path="content/articles/a.md", title="ع", slug="a", body="ن", body_line=1, source=Source(name))
    return Decisions(vocabulary, date(2027, 1, 1)).leaves(article)


def vocabulary(*concepts: tuple[str, str, str | None]) -> Vocabulary:
    return Vocabulary({id_: Concept(id_, Scheme.ORGANISATION, {"ar": name}, rights=r) for id_, name, r in concepts})


@pytest.mark.parametrize("name", SAME)
def test_a_source_is_found_in_every_writing_of_its_name(name: str) -> None:
    known = vocabulary(("Paper", name, "metadata"))
    assert [written for written in (name, *SAME[name]) if leaves(known, written) is not Leaves.PART] == []
    for of_concept in SAME[name]:
        assert leaves(vocabulary(("Paper", of_concept, "metadata")), name) is Leaves.PART


@pytest.mark.parametrize("name", OTHER)
def test_another_name_is_another_source(name: str) -> None:
    known = vocabulary(("Paper", name, "metadata"))
    assert [written for written in OTHER[name] if leaves(known, written) is not Leaves.WHOLE] == []


def test_of_two_concepts_with_one_name_the_stricter_rights_count_and_check_warns() -> None:
    for one, other in (("full", "metadata"), ("CC BY 4.0", "excerpt 5"), (None, "metadata"), ("excerpt 9", "ask us")):
        for pair in ((one, other), (other, one)):
            known = vocabulary(*zip(("One", "Two"), (NAME, f"«{NAME}»"), pair, strict=True))
            decisions = Decisions(known, date(2027, 1, 1))
            article = Article(path="a", title="ع", slug="a", body="ن", body_line=1, source=Source(NAME))
            assert decisions.rights(article) == other
    of = "{id}:\n  scheme: organisation\n  pref_label: {{ar: {name}}}\n  rights: {rights}\n"
    text = of.format(id="One", name=NAME, rights="full") + of.format(id="Two", name=f"«{NAME}»", rights="metadata")
    _, (problem,) = read_vocabulary([("content/vocabulary/a.yaml", text.encode())])
    assert str(problem) == (
        f"content/vocabulary/a.yaml:8:3: Two.rights: “«{NAME}»” is a name of One too, which states other rights: the stricter ones "
        "count. Write the same rights at both, or give each a name of its own."
    )
    assert "يُعمل بالأضيق" in problem.text("ar")


@pytest.mark.parametrize(
    "licence",
    """CC0|CC BY 4.0|CC-BY-NC-ND-4.0|cc by-sa|Creative Commons Attribution-NonCommercial-NoDerivatives 4.0
    |Creative Commons Attribution Non-Commercial No Derivatives|public domain|In the public domain|المجال العام|في المجال العام
    |الملكية العامة|الملك العام|المشاع الإبداعي، نسب المصنف - غير تجاري - منع الاشتقاق|رخصة المشاع الإبداعي|رخصة حرة
    |https://creativecommons.org/licenses/by/4.0/|https://spdx.org/licenses/CC-BY-4.0.html|ODbL|ODbL-1.0|OGL-UK-3.0|MIT|GFDL
    |Open Government Licence v3.0|GNU Free Documentation License|يُنقل مع ذكر المصدر|بإذن الناشر|© وكالة، بإذن
    |reproduced by permission of the author|with attribution|ＣＣ ＢＹ ４.０""".replace("\n    ", "").split("|"),
)
def test_a_licence_or_permission_publishes_all(licence: str) -> None:
    assert words_allowed(licence) is None and not_understood(licence) is None


@pytest.mark.parametrize(
    "words",
    """do not publish|headline only|first 50 words|عنوان فقط|العنوان وحده|embargoed|paywalled|some|©|© Reuters|copyright 2020
    |licence pending|license expired|licence denied|CC BY?|CC BY, headline only|public domain outside the EU only|ask us
    |by permission only|with permission pending|permission requested|https://agency.example/terms|http://x|www.reuters.com
    |excerpts on request|يمنع النشر إلا بإذن|يُنشر بإذن فقط|مشروط بإذن|under embargo until 2027|subscribers|بلا إذن|دون إذن
    |without permission|copyright|للمشتركين|تحت الحظر|ملخص|summary|title|50|50 words|مقتطف|ｈｅａｄｌｉｎｅ ｏｎｌｙ|do\u200dnot publish
    |CC Reuters|MITsubishi|المشاع الإبداعي قيد التحقق|n\u200done|cc by, not for the photos|CC BY غير مؤكد""".replace(
        "\n    ", ""
    ).split("|"),
)
def test_words_that_are_not_understood_publish_nothing_of_the_text(words: str) -> None:
    assert words_allowed(words) == 0 and not_understood(words) is not None


def test_the_three_are_no_doubt() -> None:
    for rights, words in (
        ("full", None),
        ("كامل", None),
        ("excerpt 7", 7),
        ("مقتطف 0", 0),
        ("metadata", 0),
        (None, None),
    ):
        assert words_allowed(rights) == words and not_understood(rights) is None
