"""The index as files."""

from __future__ import annotations

import json
import random

from hypothesis import given
from hypothesis import strategies as st

from search.library import HOLDINGS, NAMES
from warraq.arabic.analysis import Analysis, description
from warraq.pages.search.holdings import Holding
from warraq.pages.search.index import BODY, build
from warraq.pages.search.names import common_names
from warraq.pages.search.neighbours import LISTED
from warraq.pages.search.postings import SHARD, Term, append_number


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
    term = Term("كتاب", "كتب", "كتب", "كتب")
    term.add_posting(0, [3])
    term.add_posting(7, [0, 50, 300])
    assert numbers(bytes(term.data)) == [1, 3, 12, 3, 0, 50, 250]


def test_the_same_articles_in_any_order_give_the_same_bytes() -> None:
    mixed = list(HOLDINGS)
    random.Random(3).shuffle(mixed)
    assert files(tuple(mixed)) == files()


def test_a_newer_article_leaves_the_older_ones_their_numbers() -> None:
    before, after = files(), files((*HOLDINGS, Holding("articles/new/", "خبر", "نص جديد", "2026-01-01")))
    texts = {name: data for name, data in before.items() if "/texts/" in name}
    assert {name: after[name] for name in texts} == texts


def test_an_archive_without_articles_has_an_index_all_the_same() -> None:
    made = files(())
    assert json.loads(made["search/index/manifest.json"])["articles"] == 0


def test_files_stay_small_however_large_the_archive() -> None:
    rng = random.Random(5)
    letters = "ابتثجحخدذرزسشصضطظعغفقمنهوي"
    words = ["".join(rng.choices(letters, k=rng.randint(3, 7))) for _ in range(9000)]
    many = tuple(Holding(f"articles/{n}/", "عنوان", " ".join(rng.choices(words, k=80)), "2024") for n in range(1000))
    made = files(many)
    shards = [data for name, data in made.items() if "/words/" in name]
    lists = [data for name, data in made.items() if "/front/" in name or "/back/" in name]
    assert len(shards) > 5
    assert sum(map(len, shards)) / len(shards) < SHARD
    assert max(map(len, lists)) < 2 * LISTED


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
