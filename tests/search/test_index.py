"""The index as files."""

from __future__ import annotations

import gzip
import json
import random

from hypothesis import given
from hypothesis import strategies as st

from search.library import HOLDINGS, NAMES
from warraq.arabic.analysis import Analysis, description
from warraq.pages.search.contributions import BODY, Contribution, contribution, text_file
from warraq.pages.search.holdings import Holding
from warraq.pages.search.index import build
from warraq.pages.search.names import common_names
from warraq.pages.search.postings import Postings, append_number, packed, places_of
from warraq.pages.search.shards import SHARD


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


def test_postings_say_which_article_and_where() -> None:
    found = Postings()
    found.append(0, True, packed([3]))
    found.append(7, False, packed([0, 50, 300]))
    assert numbers(bytes(found.data)) == [1, 3, 12, 3, 0, 50, 250]


POSTING = st.lists(st.integers(0, 400), min_size=1, max_size=4).map(sorted)


@given(st.lists(st.dictionaries(st.integers(0, 300), st.none() | POSTING, max_size=6), max_size=6))
def test_postings_that_were_changed_are_those_that_would_have_been_written(
    changes: list[dict[int, list[int] | None]],
) -> None:
    found = Postings()
    held: dict[int, list[int]] = {}
    for change in changes:
        found.change({n: (len(places) == 1, packed(places)) if places else None for n, places in change.items()})
        held = {n: places for n, places in {**held, **change}.items() if places}
    fresh = Postings()
    for n, places in sorted(held.items()):
        assert places_of((len(places) == 1, packed(places))) == places
        fresh.append(n, len(places) == 1, packed(places))
    assert found == fresh


def test_a_contribution_is_json_and_comes_back() -> None:
    for holding in HOLDINGS:
        made = contribution(holding)
        assert Contribution.from_json(made.as_json()) == made
        assert len(made.as_json()) < 1200
        assert text_file(holding).address not in {text_file(other).address for other in HOLDINGS if other != holding}


def test_the_same_articles_in_any_order_give_the_same_bytes() -> None:
    mixed = list(HOLDINGS)
    random.Random(3).shuffle(mixed)
    assert files(tuple(mixed)) == files()


def test_another_article_renames_no_text() -> None:
    before, after = files(), files((Holding("articles/old/", "خبر", "نص قديم", "1926-01-01"), *HOLDINGS[1:]))
    texts = {name: data for name, data in before.items() if "/texts/" in name}
    assert len(texts.items() & after.items()) == len(HOLDINGS) - 1


def test_an_archive_without_articles_has_an_index_all_the_same() -> None:
    made = files(())
    assert json.loads(made["search/index/manifest.json"])["articles"] == 0


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
    published = json.loads(files()["search/index/analysis.json"])
    analysis = Analysis(published)
    assert analysis.analyse("الوزير") == Analysis(description()).analyse("الوزير")


def test_every_name_of_a_month_is_known() -> None:
    months = common_names()
    assert {"يوليو", "تموز", "يوليه", "July"} <= set(months["month-7"].labels)
    assert "آب" not in months["month-8"].labels and "May" not in months["month-5"].labels


def test_places_of_titles_and_of_texts_never_mix() -> None:
    long = Holding("articles/long/", " ".join(["كلمة"] * 90), "نص", "2024")
    made = files((long,))
    assert json.loads(made["search/index/manifest.json"])["body"] == BODY
    assert made["search/index/lengths.bin"]
