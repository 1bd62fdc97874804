"""Every name becomes one that each system holds, that an article can state, and that a terminal can show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile import FILE_NAMES
from warraq.archive.original import stem_of
from warraq.archive.schema import ArticleKeys
from warraq.archive.shown_path import shown_path
from warraq.archive.slug import free_slug, slug_key
from warraq.archive.stated_line import stated_line
from warraq.desk.importing.names import ending_of, free_name, safe_name


@given(FILE_NAMES)
def test_a_safe_name_is_stated_by_an_article_and_stays_what_it_is(name: str) -> None:
    safe = safe_name(name)
    assert ArticleKeys.model_validate({"title": "x", "original": safe}).original == safe
    assert safe_name(safe) == safe == stated_line(safe)
    assert len(safe.encode()) <= 245  # with a number, and as a record's name
    assert not safe.startswith((".", "~", "-", " "))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("two  spaces .txt", "two spaces.txt"),
        ("a\\b.txt", "a-b.txt"),
        ("line\nfeed\N{NO-BREAK SPACE} \x85.txt", "line-feed.txt"),
        ("half\udcff.txt", "half.txt"),
        ("😀" * 100 + ".txt", "😀" * 50 + ".txt"),
        ("COM¹.txt", "COM¹-.txt"),
        ("con .x.txt", "con .x-.txt"),
        ("CONIN$.txt", "CONIN$-.txt"),
        ("می\N{ZERO WIDTH NON-JOINER}رود.txt", "می\N{ZERO WIDTH NON-JOINER}رود.txt"),
        ("\ufffe\N{SOFT HYPHEN}.txt", "original.txt"),
    ],
)
def test_what_a_name_must_not_have_is_taken_out_and_nothing_else(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    ("name", "ending"),
    [("a.TXT ", "txt"), ("a.b/c", ""), ("a.t\N{RIGHT-TO-LEFT MARK}xt", "txt"), ("a.txt~", "txt~"), (".", "")],
)
def test_an_ending_is_that_of_the_file_and_not_of_its_folder(name: str, ending: str) -> None:
    assert ending_of(name) == ending


@given(st.one_of(FILE_NAMES, st.text()))
def test_what_is_shown_of_a_name_is_one_line_that_can_be_printed(name: str) -> None:
    shown = shown_path(name)
    assert len(shown.splitlines()) <= 1 and shown == shown_path(shown)
    shown.encode()


class Asked(set[str]):
    """A set that counts how often it is asked."""

    times = 0

    def __contains__(self, key: object) -> bool:
        self.times += 1
        return super().__contains__(key)


def test_ten_thousand_equal_names_are_counted_through_once() -> None:
    def given_names(taken: Asked, *, slugs: bool) -> list[str]:
        last: dict[str, int] = {}
        made = []
        for _ in range(500):
            name = (
                free_slug("خبر", taken, last) if slugs else free_name("index.html", taken, last).removesuffix(".html")
            )
            taken.add(slug_key(name))
            made.append(name)
        return made

    for slugs, stem in ((True, "خبر"), (False, "index")):
        taken = Asked()
        assert given_names(taken, slugs=slugs) == [stem, *(f"{stem}-{number}" for number in range(2, 501))]
        assert taken.times <= 1000


def test_a_compressed_page_loses_both_its_endings() -> None:
    assert stem_of("a.b/x.html.gz") == "a.b/x"
    assert stem_of("2020.01.gz") == "2020.01"
    assert free_name("x.html.gz", {"x"}) == "x-2.html.gz"
