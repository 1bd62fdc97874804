"""The index after changes is the index made of nothing, and no more is written than has changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.library import HOLDINGS, NAMES
from warraq.arabic.analysis import description, listed
from warraq.pages.page import File
from warraq.pages.search import blocks, bulk, contributions, filing, listing, numbering, shards, state
from warraq.pages.search.contributions import contribution
from warraq.pages.search.holdings import Holding
from warraq.pages.search.names import Name, Names
from warraq.pages.search.state import BrokenStateError, Gone, SearchState

OTHER_NAMES = {
    "Sea": Name("Sea", "البحر", ("البحر", "سفن كبيرة", "Sea")),
    "وزير": Name("وزير", "وزير", ("وزير", "الوزير")),
}
# Words at the thresholds of what is learned: whole ones after an article, verbs with their prefixes and endings, names with two spellings, a hamza
# on an alif before a lam, and one that folds to several words.
TAUGHT = [
    "الوعرير",
    "وعرير",
    "يقطنف",
    "تقطنف",
    "يقطنفون",
    "قطنفت",
    "هامبورج",
    "هامبورغ",
    "الهامبورج",
    "وهامبورغ",
    "أليفين",
    "اليفين",
    "باليفين",
    "ﷺ",
    "جسر",
]
WORDS = st.sampled_from(
    [
        *TAUGHT,
        *TAUGHT,
        *[
            "أعلن",
            "الوزير",
            "في",
            "البحر",
            "مجلس",
            "المياه",
            "سفن",
            "كبيرة",
            "Water",
            "Council",
            "تموز",
            "28.2",
            "وصلت",
        ],
    ]
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)
ARTICLES = st.builds(
    Holding,
    st.integers(0, 9).map("articles/{}/".format),
    st.lists(WORDS, max_size=60).map(" ".join),
    TEXTS,
    st.sampled_from(["", "2023", "2024-03-01"]),
    st.sampled_from(["", "وكالة", "صحيفة"]),
    st.lists(st.sampled_from(["Sea", "Water-Council", "حر"]), max_size=2, unique=True).map(tuple),
    TEXTS,
    st.lists(st.sampled_from(["Sea", "Water-Council", "unknown"]), max_size=2, unique=True).map(tuple),
    version_of=st.sampled_from(["", "", "articles/1/", "articles/2/", "articles/none/"]),
)
CHANGES = st.lists(
    st.tuples(st.lists(ARTICLES, max_size=2), st.lists(st.integers(0, 9), max_size=2)), min_size=1, max_size=6
)
EXAMPLES = settings.default.max_examples // 3 if settings.default else 33


@pytest.fixture(autouse=True, scope="module")
def tight() -> Iterator[None]:
    """Make files so small, and changes so large beside the archive, that every way is gone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SHARD", 150)
        patch.setattr(shards, "LONG", 60)
        patch.setattr(listing, "DEPTHS", {"front": (5, 12), "back": (6,), "sound": (1, 9, 14)})
        patch.setattr(listing, "SMALL", 4)
        patch.setattr(numbering, "ROOMY", 1)
        patch.setattr(state, "FEW", 1)
        patch.setattr(bulk, "PART", 20_000)
        patch.setattr(blocks, "BLOCK", 2)
        patch.setattr(filing, "BLOCK", 2)
        # The lists of words are long: a few entries of each do here, and are read quickly.
        whole = listed.folded
        patch.setattr(listed, "folded", lambda name: whole(name)[:25])
        description.cache_clear()
        contributions.folding.cache_clear()
        yield
    description.cache_clear()
    contributions.folding.cache_clear()


def made_of_nothing(held: dict[str, Holding], names: Names) -> dict[str, bytes]:
    with SearchState() as state_:
        return {
            file.address: file.data
            for file in state_.update(names, map(contribution, held.values()))
            if isinstance(file, File)
        }


@settings(max_examples=EXAMPLES)
@given(CHANGES, st.integers(0, 9))
def test_the_index_after_changes_is_the_one_made_of_nothing(
    changes: list[tuple[list[Holding], list[int]]], renamed_at: int
) -> None:
    held = {holding.url: holding for holding in HOLDINGS}
    names: Names = NAMES
    with SearchState() as state_:
        site = {
            file.address: file.data
            for file in state_.update(names, map(contribution, held.values()))
            if isinstance(file, File)
        }
        for at, (added, removed) in enumerate(changes):
            gone = [f"articles/{n}/" for n in removed]
            held = {url: holding for url, holding in held.items() if url not in gone}
            held |= {holding.url: holding for holding in added}
            if at == renamed_at:
                names = OTHER_NAMES
            latest = {holding.url: holding for holding in added}
            for file in state_.update(names, map(contribution, latest.values()), gone):
                if isinstance(file, Gone):
                    del site[file.address]
                else:
                    assert site.get(file.address) != file.data
                    site[file.address] = file.data
        wanted = made_of_nothing(held, names)
        assert sorted(site) == sorted(wanted)
        assert {name for name in site if site[name] != wanted[name]} == set()
        assert {file.address: file.data for file in state_.files(names)} == site
        assert state_.addresses() == site.keys()
        assert state_.keys() == {url: contribution(holding).key for url, holding in held.items()}


def test_a_word_that_is_as_frequent_as_before_may_be_spelt_otherwise() -> None:
    first = [Holding("articles/0/", "أوباما", "أوباما", "2024"), Holding("articles/1/", "اوباما", "نص", "2024")]
    changed = Holding("articles/0/", "أوباما", "اوباما", "2024")
    with SearchState() as state_:
        site = {f.address: f.data for f in state_.update(NAMES, map(contribution, first)) if isinstance(f, File)}
        site |= {f.address: f.data for f in state_.update(NAMES, [contribution(changed)]) if isinstance(f, File)}
    assert site == made_of_nothing({changed.url: changed, first[1].url: first[1]}, NAMES)


def test_one_article_writes_its_own_words_and_no_others() -> None:
    many = [Holding(f"articles/{n}/", "خبر", " ".join(f"كلمة{n}س{m}" for m in range(9)), "2024") for n in range(200)]
    with SearchState() as state_:
        every = list(state_.update(NAMES, map(contribution, many)))
        assert len(every) > 600
        assert list(state_.update(NAMES, map(contribution, many))) == []
        moved = dict(state_.database.execute("SELECT url, slot FROM article"))
        for new in (
            Holding("articles/new/", "خبر", "نص جديد", "2024"),
            Holding("articles/7/", "خبر", "نص جديد", "2024"),
        ):
            changed = list(state_.update(NAMES, [contribution(new)]))
            assert 0 < len(changed) < 60
        taken = dict(state_.database.execute("SELECT url, slot FROM article"))
        assert sum(taken[url] != slot for url, slot in moved.items()) <= 2


def test_what_was_not_saved_is_forgotten_and_a_broken_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "search.sqlite"
    every = [contribution(holding) for holding in HOLDINGS]
    with SearchState(path, "1") as state_:
        list(state_.update(NAMES, every[:5]))
        state_.save()
        list(state_.update(NAMES, every[5:]))
    with SearchState(path, "1") as state_:
        assert sorted(state_.keys()) == sorted(each.url for each in every[:5])
        assert len(state_.addresses()) == len(list(state_.files(NAMES)))
    with SearchState(path, "2") as state_:
        assert state_.keys() == {}
        state_.save()
    whole = path.read_bytes()
    for broken in (b"", b"no tables", whole[:5000], b"\0" * 9000):
        path.write_bytes(broken)
        with SearchState(path, "2") as state_:
            assert state_.keys() == {}
            assert any(state_.update(NAMES, every))


def test_a_damage_within_is_told_apart_from_a_mistake_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "search.sqlite"
    with SearchState(path, "1") as state_:
        list(state_.update(NAMES, [contribution(holding) for holding in HOLDINGS]))
        state_.save()
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE stem")
    database.close()
    with SearchState(path, "1") as state_, pytest.raises(BrokenStateError):
        list(state_.update(NAMES, [], ["articles/bridge/"]))
