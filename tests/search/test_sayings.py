"""What the lists of words say: how their lines are read, and what a page loads of them."""

from __future__ import annotations

import gzip
from base64 import b64decode
from pathlib import Path
from zlib import crc32

import pytest

from warraq.arabic.analysis.description import WORDS
from warraq.pages.search import speech
from warraq.pages.search.lettering import read
from warraq.pages.search.sieve import BITS, sieve
from warraq.pages.search.speech import PARTS, conjugated, in_print, key, met, said_files, sayings


def entry(word: str, *own: tuple[str, ...]) -> list[list[str]] | None:
    """Give what the files say of a word."""
    wanted = f"search/index/said/{crc32(word.split(maxsplit=1)[0].encode()) % PARTS:02x}.json.gz"
    [found] = [read(gzip.decompress(file.data)) for file in said_files(own) if file.address == wanted]
    said: list[list[str]] | None = found.get(word)
    return said


def test_a_word_of_speech_leads_to_the_press_and_not_back() -> None:
    assert "حقيبة" in (entry("شنطه") or [[]])[0]
    assert "شنطة" not in str(entry("حقيبه"))


def test_words_of_the_press_lead_to_each_other_in_whatever_ending() -> None:
    assert "تنح" in (entry("استقاله") or [[], []])[1]
    assert entry("~استقال") is not None


def test_what_the_press_has_for_something_else_is_told_apart() -> None:
    _, _, perhaps = entry("قطر") or [[], [], []]
    assert "قطار" in perhaps
    assert "قطر" not in sayings().spoken


def test_a_verb_of_speech_is_listed_once_and_known_in_its_forms() -> None:
    for form in ("قفشت", "قفشوه", "يقفش", "قفشوا"):
        assert (entry(form) or [[]])[0][:2] == ["القبض", "ضبط"], form
    assert {"قفشت", "قفشو", "قفشوه", "يقفش", "يقفشون", "تقفش", "اتقفش", "انقفشت"} < set(conjugated("قفشوا"))
    assert set(conjugated("اتمسكوا")) == {"اتمسكت", "اتمسكو", "اتمسكوه", "اتمسكوها", "اتمسكوهم"}
    assert not [*conjugated("قفش"), *conjugated("جوا"), *conjugated("ضربوا بالطيران")]


def test_a_brand_is_found_from_both_sides_and_letters_that_are_a_word_in_capitals_alone() -> None:
    assert "آيفون" in (entry("iphone") or [[]])[0]
    assert "iPhone" in (entry("ايفون") or [[], []])[1]
    assert entry("US") is not None
    assert "الولايات المتحدة" not in str(entry("us"))


def test_a_name_of_several_words_is_found_with_and_without_its_articles() -> None:
    assert key("العملة الصينية") == key("عملة صينية") == "عمله صينيه"
    assert key("عمله صينيه") in met()


def test_a_name_of_several_words_stands_beside_its_first() -> None:
    assert "اليوان" in (entry("عمله صينيه") or [[]])[0]


def test_a_word_of_an_archives_own_groups_is_left_to_these() -> None:
    assert entry("شنطه", ("شنطة", "كيس")) is None


def test_lines_are_read_as_they_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["# a comment", "", "أ، ?ب > ج، =د # because", "هـ <> و", "ز | ح | ط"]
    monkeypatch.setattr(speech, "_lines", lambda *_: (line.partition("#")[0] for line in lines))
    assert in_print.__wrapped__("any") == {
        "ا": ["ج", "=د"],
        "?ب": ["ج", "=د"],
        "ه": ["و"],
        "و": ["هـ"],
        "ز": ["ح", "ط"],
        "ح": ["ز", "ط"],
        "ط": ["ز", "ح"],
    }


@pytest.mark.parametrize("file", sorted(WORDS.glob("*/*.txt")), ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_no_line_of_a_list_lacks_what_it_leads_to(file: Path) -> None:
    for line in file.read_text("utf-8").splitlines():
        plain = line.partition("#")[0].strip()
        assert not plain or any(sign in plain for sign in ">|"), line
        assert not plain.endswith((">", "|", "،")), line


def test_a_set_is_written_in_ten_bits_a_word_and_knows_hardly_another() -> None:
    words = [f"word{n}" for n in range(1000)]
    many, count, data = sieve(words).split(" ")
    assert len(b64decode(data)) < 1_250
    bits = "".join(f"{byte:08b}" for byte in b64decode(data))
    known, value, at = set(), 0, 0
    for _ in range(int(count)):
        multiples = bits.index("0", at) - at
        at += multiples + 1 + BITS
        value += (multiples << BITS) + int(bits[at - BITS : at], 2)
        known.add(value)

    def knows(word: str) -> bool:
        return crc32(word.encode()) * (int(many) << BITS) >> 32 in known

    assert all(map(knows, words))
    assert sum(knows(f"other{n}") for n in range(1000)) < 20
    assert sieve([]) == "0 0 "


def test_no_file_of_the_lists_is_large() -> None:
    sizes = [len(file.data) for file in said_files()]
    assert len(sizes) == PARTS
    assert max(sizes) < 1_500
    assert sum(sizes) < 240_000
