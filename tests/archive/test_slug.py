"""A slug is at most 60 letters, cut between words, and one name on every file system."""

from __future__ import annotations

import pytest

from warraq.archive.slug import LONGEST, TOP, find_slug, free_slug, is_slug, segment, slug_key, slug_of

TEN = "abcdefghij"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("خبر عن القناة", "خبر-عن-القناة"),
        (f"{'a' * 29} {'b' * 30}", f"{'a' * 29}-{'b' * 30}"),  # 60 letters
        (f"{'a' * 29} {'b' * 31}", "a" * 29),  # 61
        (f"{'a' * 29} {'b' * 31} c", "a" * 29),  # no later word comes after one that was left out
        ("a" * 61, "a" * 60),
        ("؟!", "article"),
        ("", "article"),
        ("con", "con-"),
        ("a_b", "a-b"),
        ("مُحَمَّد كتـــاب", "محمد-كتاب"),
        ("می\N{ZERO WIDTH NON-JOINER}خواهد\N{ZERO WIDTH NON-JOINER}", "می\N{ZERO WIDTH NON-JOINER}خواهد"),
    ],
)
def test_a_title_becomes_a_slug_cut_between_words(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@pytest.mark.parametrize(
    ("slug", "taken", "free"),
    [
        ("a", set(), "a"),
        ("a", {"a"}, "a-2"),
        ("A", {"a", "a-2"}, "A-3"),
        ("a" * 60, {"a" * 60}, "a" * 58 + "-2"),
        ("a" * 57 + "-bb", {"a" * 57 + "-bb"}, "a" * 57 + "-2"),  # no two hyphens
        ("a" * 60, {"a" * 60, *("a" * 58 + f"-{n}" for n in range(2, 10))}, "a" * 57 + "-10"),
    ],
)
def test_a_slug_that_is_taken_gets_a_number_and_stays_short_enough(slug: str, taken: set[str], free: str) -> None:
    assert free_slug(slug, taken) == free


@pytest.mark.parametrize("slug", ["a", "a" * LONGEST, "a.b", "خَبر", "a-", "_a"])
def test_what_can_be_a_folder_and_an_address_is_a_slug(slug: str) -> None:
    assert is_slug(slug)


@pytest.mark.parametrize("slug", ["", "a" * (LONGEST + 1), ".a", "-a", " a", "a.", "a ", "a b", "a/b", "CON", "com1"])
def test_what_some_system_refuses_is_not(slug: str) -> None:
    assert not is_slug(slug)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("---\nslug: a\n", "a"),
        ("---\nslug: 'a' # b\n", "a"),
        ('slug: "a"', "a"),
        ("---\ntitle: slug: a\n", None),
        ("\n" * (TOP - 1) + "slug: a", "a"),
        ("\n" * TOP + "slug: a", None),
    ],
)
def test_the_slug_is_found_in_a_file_whatever_else_stands_there(text: str, slug: str | None) -> None:
    assert find_slug(text) == slug


def test_a_segment_that_lost_something_is_kept_apart_by_a_hash() -> None:
    assert segment("New York") == "new-york"
    assert segment("C++") != segment("C#")
    assert segment("C++").startswith("c-") and len(segment("C++")) == len("c-") + 8
    assert slug_key("CAFE\N{COMBINING ACUTE ACCENT}") == slug_key("café")


def test_equal_titles_are_not_counted_through_again() -> None:
    asked: list[object] = []

    class Taken(set[str]):
        def __contains__(self, slug: object) -> bool:
            asked.append(slug)
            return super().__contains__(slug)

    taken, last = Taken(), dict[str, int]()
    for _ in range(500):
        taken.add(slug_key(free_slug("خبر", taken, last)))
    assert len(taken) == 500 and len(asked) < 1_500
