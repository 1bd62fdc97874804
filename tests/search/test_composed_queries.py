"""Whatever a query is composed of, it is answered: every phrase stands in what is found, no word that was refused does, nothing breaks."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from search.asked import Answers, answers, site_of
from search.test_spoken_asked import NAMES, TEXTS
from warraq.arabic.analysis.packing import in_full
from warraq.pages.search import heads
from warraq.pages.search.lettering import read

STOP = ("من", "في", "على", "إلى", "بعد", "أن", "عن")
WORDS = (
    "المسجد",
    "سيارة",
    "الديوان",
    "فيس بوك",
    "القرية",
    "سفينة",
    "لا وجود لها",
    "استقال",
    "advdk",
    "Facebook",
    "x" * 30,
    "20%",
    "٢٠١٥",
)
FILTERS = (
    "source:القوافل",
    "مصدر:الواحة",
    "سنة:2015",
    "قبل:2015-01-10",
    "after:12/2014",
    "tag:لا",
    "year:١٤٣٦",
    "before:",
)
SHAPES = ("{}", "«{}»", '"{}"', "-{}", "-«{}»", "{} OR {}", "«{}» أو {}", "«{} {}»", "({})", "{}*")
EVERY = {slug: f"{title} / {text}" for slug, (title, text, _) in TEXTS.items()}
STANDING = tuple(
    " ".join(words[at : at + 2])
    for title, text, _ in TEXTS.values()
    for words in (title.split(), text.split())
    for at in range(len(words) - 1)
)


def composed(chance: Random) -> str:
    """Put a query together."""

    def piece() -> str:
        return chance.choice((chance.choice(STOP), chance.choice(WORDS), chance.choice(STANDING)))

    shapes = (chance.choice((*SHAPES, chance.choice(FILTERS))) for _ in range(chance.randrange(1, 4)))
    return " ".join(shape.format(piece(), piece()) for shape in shapes)


def having(phrase: str) -> set[str]:
    """Give the articles in which words stand side by side as they are."""
    return {slug for slug, text in EVERY.items() if f" {phrase} " in f" {text} ".replace("،", " ").replace(".", " ")}


QUERIES = sorted({composed(Random(n)) for n in range(400)} | {"x" * 30 + " -", "-uhrgmel-sisi2013العملة الصينية2013"})
PHRASES = sorted(set(STOP) | {" ".join(Random(n).sample(STOP, 2)) for n in range(20)} | set(STANDING))


ASKED = (*QUERIES, *(f"«{phrase}»" for phrase in PHRASES), *(f'-"{phrase}" {STOP[0]}' for phrase in PHRASES))


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    return answers(site_of(tmp_path_factory.mktemp("composed"), TEXTS, NAMES), ASKED)


def test_every_query_is_answered(ask: Answers) -> None:
    assert len(QUERIES) > 300
    for query in QUERIES:
        answer = ask(query)
        assert len(answer["results"]) == min(10, answer["total"]), query


def test_a_phrase_of_any_words_stands_in_what_it_finds(ask: Answers) -> None:
    """Phrases of words that say nothing broke the search: «من بعد»."""
    for phrase in PHRASES:
        query = f"«{phrase}»"
        answer, found = ask(query), ask.slugs(query)
        assert having(phrase) <= set(found) or len(found) == 10, phrase
        assert all(result["marks"] or result["titleMarks"] for result in answer["results"]), phrase


def test_words_that_say_nothing_are_found_as_a_phrase_alone_and_not_apart(ask: Answers) -> None:
    folding = str.maketrans("أإآى", "اااي")
    for phrase in (phrase for phrase in PHRASES if set(phrase.split()) <= set(STOP)):
        for slug in ask.slugs(f"«{phrase}»"):
            assert phrase.translate(folding) in EVERY[slug].translate(folding), (phrase, slug)


def test_a_phrase_that_is_refused_stands_in_nothing_that_is_found(ask: Answers) -> None:
    for phrase in PHRASES:
        assert not having(phrase) & set(ask.slugs(f'-"{phrase}" {STOP[0]}')), phrase


def test_where_the_words_are_very_common_phrases_find_the_same(
    ask: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The very common words of a phrase are looked for in texts, where its others leave few: `phrases.js`."""
    monkeypatch.setattr(heads, "LARGE", 40)
    monkeypatch.setattr("warraq.pages.search.shards.LONG", 20)
    site = site_of(tmp_path, TEXTS, NAMES)
    assert len(in_full(read((site / "search/index/manifest.json").read_bytes())["large"])) > 5
    common = answers(site, ASKED)
    told = {query: any(one["as"] == "apart" for one in ask(query)["understood"]) for query in ASKED[len(QUERIES) :]}
    for query, apart in told.items():
        if apart:
            # Of others than those with the phrase, some are known by forms that it has no need of.
            assert set(common.slugs(query)) >= having(query.strip("«»")), query
        else:
            assert sorted(common.slugs(query)) == sorted(ask.slugs(query)), query
            assert common(query)["total"] == ask(query)["total"], query
    assert list(told.values()).count(False) > len(PHRASES)
