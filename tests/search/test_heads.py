"""The heads of very long families: few postings whole, of the rest only which articles they are of."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.library import NAMES
from warraq.arabic.analysis.packing import in_full
from warraq.pages.page import File
from warraq.pages.search import heads
from warraq.pages.search.blocks import NOTHING, entries, written
from warraq.pages.search.contributions import BODY, contribution
from warraq.pages.search.heads import Scanned, large
from warraq.pages.search.holdings import Holding
from warraq.pages.search.index import build
from warraq.pages.search.lettering import read as from_json
from warraq.pages.search.postings import packed, places_of, read_number
from warraq.pages.search.shards import family_hash
from warraq.pages.search.state import Gone, SearchState

POSTING = st.lists(st.integers(0, 400), min_size=1, max_size=5, unique=True).map(sorted)
RNG = random.Random(4)
MANY = [
    Holding(
        f"articles/{n}/",
        "خبر جديد" if n % 9 else "قناة",
        " ".join(RNG.choices(["قناة", "القناة", "جسر", "وزير"], k=RNG.randint(3, 40))),
        "2024",
    )
    for n in range(90)
]


def read(data: bytes) -> tuple[str, set[int], dict[str, tuple[int, dict[int, list[int]]]]]:
    """Read a head: its family, the articles of which nothing else is known, and of each form how many have it and the places that are known."""

    def string(at: int) -> tuple[str, int]:
        size, at = read_number(data, at)
        return data[at : at + size].decode(), at + size

    family, at = string(0)
    _, at = read_number(data, at)
    many, at = read_number(data, at)
    rest, article = set(), NOTHING
    for _ in range(many):
        gap, at = read_number(data, at)
        article += gap + 1
        rest.add(article)
    forms = {}
    while at < len(data):
        bare, at = string(at)
        for _ in range(3):
            _, at = read_number(data, at)
        count, at = read_number(data, at)
        size, at = read_number(data, at)
        kept, start = read_number(data, at)
        found = {
            n: places_of((bool(flags & 1), places)) for n, flags, places in entries(data[start : at + size], NOTHING)
        }
        assert len(found) == kept
        forms[bare] = (count, found)
        at += size
    return family, rest, forms


@given(st.dictionaries(st.integers(0, 900), st.tuples(st.integers(0, 15), POSTING), max_size=60))
def test_the_best_are_those_with_a_form_in_the_title_and_then_those_that_have_it_oftenest(
    held: dict[int, tuple[int, list[int]]],
) -> None:
    postings = [(n, level << 1 | (len(places) == 1), packed(places)) for n, (level, places) in sorted(held.items())]
    scanned = Scanned(written(postings, NOTHING))
    chosen = [scanned.entry(n) for n in scanned.best()]
    assert [scanned.entry(n) for n in range(len(postings))] == postings
    assert len(chosen) == min(len(postings), heads.FEWEST + len(postings) // heads.PART, heads.MOST)
    left = [entry for entry in postings if entry not in chosen]
    titled = [entry[0] for entry in left if held[entry[0]][1][0] < BODY]
    assert not titled or all(held[entry[0]][1][0] < BODY for entry in chosen)
    for level, places in held.values():
        # Of two articles of one length, both without it in the title, that with more is chosen first.
        same = [n for n, (other, found) in held.items() if other == level and found[0] >= BODY]
        if places[0] >= BODY and same:
            most = max(same, key=lambda n: (len(held[n][1]), -n))
            assert most in {entry[0] for entry in chosen} or most not in {entry[0] for entry in chosen} & set(same)


def test_a_head_and_its_rest_are_all_articles_and_what_it_knows_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "LARGE", 300)
    monkeypatch.setattr(heads, "FEWEST", 3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("warraq.pages.search.shards.LONG", 60)
        made = {file.address: file.data for file in build(MANY, NAMES)}
    manifest = from_json(made["search/index/manifest.json"])
    large = in_full(manifest["large"])
    assert large and len(manifest["sizes"]) == len(large) and not set(large) & set(in_full(manifest["long"]))
    for family in large:
        data = gzip.decompress(made[f"search/index/words/head-{family_hash(family):08x}.bin.gz"])
        name, rest, forms = read(data)
        assert name == family
        known = {n for _, found in forms.values() for n in found}
        assert rest and known and not rest & known
        assert (
            sum(count for count, _ in forms.values()) >= len(rest | known) >= max(count for count, _ in forms.values())
        )
        assert len(data) < len(gzip.decompress(made[f"search/index/words/long-{family_hash(family):08x}.bin.gz"]))
    assert {name.rpartition("/")[2] for name in made if "/head-" in name} == {
        f"head-{family_hash(family):08x}.bin.gz" for family in large
    }


def test_of_a_word_that_says_nothing_the_head_is_shorter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "LARGE", 300)
    monkeypatch.setattr(heads, "PART", 1)
    monkeypatch.setattr(heads, "SILENT", 5)
    monkeypatch.setattr("warraq.pages.search.shards.LONG", 60)
    many = [Holding(f"articles/{n}/", "خبر", "في الجسر " * (n % 7 + 2), "2024") for n in range(60)]
    made = {file.address.rpartition("/")[2]: file.data for file in build(many, NAMES)}

    def known(family: str) -> set[int]:
        _, _, forms = read(gzip.decompress(made[f"head-{family_hash(family):08x}.bin.gz"]))
        return {n for _, found in forms.values() for n in found}

    assert (len(known("في")), len(known("جسر"))) == (5, 60)


def whole(changes: Iterable[File | Gone]) -> dict[str, bytes]:
    """Give the files of an index that is made at once."""
    return {file.address: file.data for file in changes if isinstance(file, File)}


def test_a_head_comes_goes_and_changes_as_if_all_were_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "LARGE", 700)
    monkeypatch.setattr("warraq.pages.search.shards.LONG", 60)
    every = list(map(contribution, MANY))
    with SearchState() as state:
        site = whole(state.update(NAMES, every[:70]))
        changes = [(every[70:72], []), ([], ["articles/3/"]), (every[72:74], ["articles/9/"]), ([], ["articles/20/"])]
        for added, removed in changes:
            for change in state.update(NAMES, added, removed):
                if isinstance(change, File):
                    site[change.address] = change.data
                else:
                    del site[change.address]
            known = state.keys()
            with SearchState() as fresh:
                kept = [each for each in every if each.url in known]
                assert site == whole(fresh.update(NAMES, kept))


def test_what_is_large_follows_the_archive() -> None:
    assert [large(places) for places in (32, 32768, 262144)] == [24_000, 24_000, 65_536]
