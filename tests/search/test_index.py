"""The index as files."""

from __future__ import annotations

import gzip
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.library import HOLDINGS, NAMES
from warraq.arabic.analysis import Analysis, description
from warraq.arabic.analysis.packing import unpacked
from warraq.pages.search import blocks, filing
from warraq.pages.search.blocks import Postings
from warraq.pages.search.contributions import BODY, Contribution, contribution, key_of
from warraq.pages.search.filing import Filing
from warraq.pages.search.holdings import Holding
from warraq.pages.search.index import build
from warraq.pages.search.lettering import read
from warraq.pages.search.names import common_names
from warraq.pages.search.numbering import numbers as numbers_of_articles
from warraq.pages.search.numbering import table_size
from warraq.pages.search.postings import FLAGS, append_number, length_level, packed, places_of
from warraq.pages.search.shards import SHARD
from warraq.pages.search.word_numbers import bytes_of_numbers, numbers_of_bytes


def files(holdings: tuple[Holding, ...] = HOLDINGS) -> dict[str, bytes]:
    return {file.address: file.data for file in build(holdings, NAMES)}


def numbers(data: bytes) -> list[int]:
    out, value, scale = [], 0, 1
    for byte in data:
        value += (byte & 127) * scale
        scale *= 128
        if byte < 128:
            out.append(value)
            value, scale = 0, 1
    return out


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_come_back(given: list[int]) -> None:
    out = bytearray()
    for n in given:
        append_number(out, n)
    assert numbers(bytes(out)) == given


LEVEL = 10
"""Of articles of some length, in the head of a posting."""


def filed(held: dict[int, list[int]]) -> Postings:
    """File one word under its term, article after article."""
    filing = Filing([0], b"\1")
    for n, places in sorted(held.items()):
        filing.file(n << FLAGS | LEVEL, [0], len(places) == 1, [packed(places)])
    return dict(filing.taken()).get(0, Postings())


def test_postings_say_which_article_and_where() -> None:
    assert numbers(bytes(filed({0: [3], 7: [0, 50, 300]}).data)) == [10 + 1, 3, 6 * 32 + 10, 3, 0, 50, 250]


def test_a_length_is_a_power_of_the_root_of_two() -> None:
    assert [length_level(words) for words in (0, 22, 31, 45, 4095, 100_000)] == [0, 0, 1, 2, 15, 15]


EXAMPLES = settings.default.max_examples // 3 if settings.default else 33
ARTICLE = st.integers(0, 300) | st.integers(16_000, 40_000)
POSTING = st.lists(st.integers(0, 400) | st.integers(16_000, 40_000), min_size=1, max_size=4).map(sorted)


@settings(max_examples=EXAMPLES)
@given(st.lists(st.dictionaries(ARTICLE, st.none() | POSTING, max_size=9), max_size=6), st.integers(1, 3))
def test_postings_that_were_changed_are_those_that_would_have_been_written(
    changes: list[dict[int, list[int] | None]], size: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK", size)
        patch.setattr(filing, "BLOCK", size)
        held: dict[int, list[int]] = {n: places for n, places in changes[0].items() if places} if changes else {}
        found = filed(held)
        for change in changes:
            found.change(
                {n: (LEVEL + (len(places) == 1), packed(places)) if places else None for n, places in change.items()}
            )
            found = Postings.read(bytes(found.data), found.count, found.blocks())
            held = {n: places for n, places in {**held, **change}.items() if places}
        fresh = filed(held)
        assert all(places_of((len(places) == 1, packed(places))) == places for places in held.values())
        assert (found.data, found.count, found.articles()) == (fresh.data, fresh.count, sorted(held))


@given(st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=9, unique=True), max_size=6), st.integers(1, 3))
def test_words_that_are_one_term_are_filed_together(articles: list[list[int]], parts: int) -> None:
    term_of = [0, 1, 0, filing.NO_TERM, 2, 0]
    found: dict[int, Postings] = {}
    for part in range(parts):
        here = Filing(term_of, bytes(term % parts == part for term in range(3)))
        for slot, words in enumerate(articles):
            places = [packed([10 + word, *([50 + word] if at else [])]) for at, word in enumerate(words)]
            here.file(3 * slot << FLAGS | LEVEL, words, 1, places, [(2, (True, packed([90])))])
        found |= dict(here.taken())
    for term in range(3):
        wanted = {}
        for slot, words in enumerate(articles):
            stand = [10 + word for word in words if term_of[word] == term]
            stand += [50 + word for word in words[1:] if term_of[word] == term] + [90] * (term == 2)
            if stand:
                wanted[3 * slot] = sorted(stand)
        assert found.get(term, Postings()).data == filed(wanted).data


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_numbers_of_words_come_back(given: list[int]) -> None:
    assert numbers_of_bytes(bytes_of_numbers(given), len(given)) == given


def test_a_contribution_is_bytes_and_comes_back() -> None:
    for holding in HOLDINGS:
        made = contribution(holding)
        assert Contribution.from_bytes(made.as_bytes()) == made
        assert len(made.as_bytes()) - len(made.shown) < 1000
        assert key_of(made.as_bytes()) == made.key
        assert read(gzip.decompress(made.shown))[:3] == [holding.url, holding.title, holding.text]


def test_the_same_articles_in_any_order_give_the_same_bytes() -> None:
    mixed = list(HOLDINGS)
    random.Random(3).shuffle(mixed)
    assert files(tuple(mixed)) == files()


def test_a_text_has_the_number_of_its_article_and_another_article_renames_hardly_any() -> None:
    old = Holding("articles/old/", "خبر", "نص قديم", "1926-01-01")
    both = [files(), files((old, *HOLDINGS[1:]))]
    before, after = ({n: data for n, data in made.items() if "/texts/" in n} for made in both)
    assert len(before.items() & after.items()) >= len(HOLDINGS) - 2
    numbered = numbers_of_articles([holding.url for holding in HOLDINGS], table_size(len(HOLDINGS)))
    wanted = {f"search/index/texts/{slot:x}.json.gz": url for url, slot in numbered.items()}
    assert {name: read(gzip.decompress(data))[0] for name, data in before.items()} == wanted


def test_an_archive_without_articles_has_an_index_all_the_same() -> None:
    made = files(())
    assert read(made["search/index/manifest.json"])["articles"] == 0


def test_files_stay_small_however_large_the_archive() -> None:
    rng = random.Random(5)
    letters = "ابتثجحخدذرزسشصضطظعغفقمنهوي"
    words = ["".join(rng.choices(letters, k=rng.randint(3, 7))) for _ in range(9000)]
    many = tuple(Holding(f"articles/{n}/", "عنوان", " ".join(rng.choices(words, k=80)), "2024") for n in range(1000))
    made = files(many)
    shards = [gzip.decompress(data) for name, data in made.items() if "/words/" in name]
    lists = [gzip.decompress(data) for name, data in made.items() if "/front/" in name or "/back/" in name]
    assert len(shards) > 5
    assert max(map(len, shards)) <= SHARD
    assert max(map(len, lists)) < 24_000


def test_the_analysis_that_is_published_is_the_one_that_indexed() -> None:
    published = unpacked(read(files()["search/index/analysis.json"]))
    analysis = Analysis(published)
    assert analysis.analyse("الوزير") == Analysis(description()).analyse("الوزير")


def test_every_name_of_a_month_is_known() -> None:
    months = common_names()
    assert {"يوليو", "تموز", "يوليه", "July"} <= set(months["month-7"].labels)
    assert "آب" not in months["month-8"].labels and "May" not in months["month-5"].labels


def test_places_of_titles_and_of_texts_never_mix() -> None:
    long = Holding("articles/long/", " ".join(["كلمة"] * 90), "نص", "2024")
    made = files((long,))
    assert read(made["search/index/manifest.json"])["body"] == BODY
