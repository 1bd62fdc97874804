"""The parts of very long families: every form once, and all that a phrase may ask of a word in one of them."""

from __future__ import annotations

import gzip

import pytest

from search.library import NAMES
from search.test_heads import MANY
from warraq.arabic.analysis import Analysis, description
from warraq.arabic.analysis.packing import in_full
from warraq.pages.search import heads
from warraq.pages.search.index import build
from warraq.pages.search.lettering import read
from warraq.pages.search.parts import PARTS, part_of
from warraq.pages.search.postings import read_number
from warraq.pages.search.shards import family_hash


def forms(data: bytes) -> dict[tuple[str, str], bytes]:
    """Read a file of families: by family and form what stands behind the form."""
    found = {}
    at = 0

    def string() -> str:
        nonlocal at
        size, start = read_number(data, at)
        at = start + size
        return data[start:at].decode()

    while at < len(data):
        family = string()
        size, at = read_number(data, at)
        end = at + size
        while at < end:
            bare, start = string(), at
            for _ in range(4):
                _, at = read_number(data, at)
            size, at = read_number(data, at)
            at += size
            found[family, bare] = data[start:at]
    return found


def test_the_parts_of_a_very_long_family_are_the_family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "LARGE", 300)
    monkeypatch.setattr("warraq.pages.search.shards.LONG", 60)
    made = {file.address.rpartition("/")[2]: file.data for file in build(MANY, NAMES)}
    large = in_full(read(made["manifest.json"])["large"])
    assert len(large) > 1
    for hash_ in (f"{family_hash(family):08x}" for family in large):
        files = [gzip.decompress(made[f"part-{hash_}-{part}.bin.gz"]) for part in range(PARTS)]
        # Whoever reads a file knows an empty one for half of one.
        assert all(files)
        parts = list(map(forms, files))
        whole = forms(gzip.decompress(made[f"long-{hash_}.bin.gz"]))
        assert sum(map(len, parts)) == len(whole)
        assert {key: data for part in parts for key, data in part.items()} == whole
        assert all(part_of(bare) == n for n, part in enumerate(parts) for _, bare in part)
    assert sum(name.startswith("part-") for name in made) == PARTS * len(large)


@pytest.mark.parametrize(
    "word", ["والوزير", "وزير", "فوزير", "ولوزير", "بكتاب", "وكتب", "في", "و", "لل", "وال", "2009", "ad"]
)
def test_a_word_with_and_without_what_stands_before_it_is_in_one_part(word: str) -> None:
    of = Analysis(description()).analyse(word)
    assert part_of(of.bare) == part_of(of.core)
