"""Each limit of the readers lies where it says: the last value that passes, and the first that does not."""

from __future__ import annotations

import json

import pytest

from warraq.archive.original import OriginalKind
from warraq.repair.readers import UnreadableError, read_original
from warraq.repair.readers.kind import kind_of
from warraq.repair.readers.metadata import metadata_of
from warraq.repair.readers.stated import Metadata, is_address, iso_day

# Written out here: a limit that changes by mistake must fail a test.
DEEPEST = 6
SCANNED = 400_000


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1800-01-01", "1800-01-01"),
        ("1799-12-31", None),
        ("2199-12-31", "2199-12-31"),
        ("2200-01-01", None),
        (" 2021-05-03T23:30:00+03:00", "2021-05-03"),
        ("2021-05-031", None),
        ("2021-02-29", None),
        ("2020-02-29", "2020-02-29"),
        ("Wed, 08 Nov 2023 10:15:00 +0300", "2023-11-08"),
        ("8 Nov 2023", "2023-11-08"),
        ("32 Nov 2023", None),
        ("yesterday", None),
    ],
)
def test_a_stated_day_is_a_day_of_two_centuries_before_and_after(written: str, day: str | None) -> None:
    assert iso_day(written) == day


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("https://a.example/1", True),
        ("http://a.example", True),
        ("ftp://a.example", False),
        ("https://localhost/1", False),
        ("https://a.example/1 2", False),
        ("/1", False),
        ("https://[a.example", False),
    ],
)
def test_an_address_is_a_whole_one(text: str, whole: bool) -> None:  # noqa: FBT001 - of a table
    assert is_address(text) is whole


def nested(depth: int) -> Metadata:
    data: object = {"@type": "Article", "headline": "عنوان الخبر"}
    for _ in range(depth):
        data = [data]
    return metadata_of(f'<html><script type="application/ld+json">{json.dumps(data)}</script>')


def test_json_ld_is_read_to_its_depth() -> None:
    assert [t.value for t in nested(DEEPEST).titles] == ["عنوان الخبر"]
    assert nested(DEEPEST + 1).titles == []


def test_a_page_is_scanned_for_metadata_up_to_a_limit() -> None:
    meta = '<meta property="og:title" content="عنوان">'
    assert metadata_of(" " * (SCANNED - len(meta)) + meta).titles
    assert not metadata_of(" " * (SCANNED - len(meta) + 1) + meta).titles


def test_a_title_is_read_up_to_five_hundred_code_points() -> None:
    [title] = metadata_of("<title>" + "س" * 600).titles
    assert (title.start, title.end) == (7, 507)


def test_the_more_reliable_statement_comes_first_and_of_equals_the_earlier() -> None:
    page = (
        '<meta name="date" content="2021-01-01"><meta property="article:published_time" content="2022-02-02">'
        '<meta property="article:published_time" content="2023-03-03">'
        '<meta property="og:url" content="https://b.example/1"><link rel="canonical" href="https://a.example/1">'
    )
    found = metadata_of(page)
    assert [d.value for d in found.dates] == ["2022-02-02", "2023-03-03", "2021-01-01"]
    assert [u.value for u in found.urls] == ["https://a.example/1", "https://b.example/1"]
    assert [page[u.start : u.end] for u in found.urls] == [u.value for u in found.urls]


def test_names_of_attributes_are_read_in_any_case_and_their_values_unescaped_at_their_places() -> None:
    page = "<META PROPERTY=og:title CONTENT='&quot;عنوان&quot;'>"
    [title] = metadata_of(page).titles
    assert (title.value, page[title.start : title.end]) == ('"عنوان"', "&quot;عنوان&quot;")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<br>\nنص نص", OriginalKind.TEXT),
        ("<br>\nنص <br>", OriginalKind.FRAGMENT),
        ("نص نص<p>نص نص</p>", OriginalKind.TEXT),
        ("نص نص<p>نص نصا</p>", OriginalKind.FRAGMENT),
        ("<p>نص</p>\nنص\nن\nن", OriginalKind.TEXT),
        ("<p>نص نص نص</p>\nن\nن\nن", OriginalKind.FRAGMENT),
        ("<p>نص نص نص</p>\nن\nن\nن\nن", OriginalKind.TEXT),
        ("نص <html> و</html>", OriginalKind.TEXT),
        ("نص <html> و</html> و<body>", OriginalKind.PAGE),
        ("نص <p-x>نص</p-x>", OriginalKind.TEXT),
    ],
)
def test_a_fragment_is_marked_in_more_than_half_of_its_letters_and_lines(text: str, kind: OriginalKind) -> None:
    assert kind_of(text) is kind


def test_a_text_may_hold_a_few_controls() -> None:
    def controls(count: int) -> bytes:
        return b"a" * (200 - count) + b"\x01" * count

    assert read_original("a", controls(6)).encoding == "utf-8"  # 6 * 50 is as much as 200 + 100
    with pytest.raises(UnreadableError, match="byte 194 of the file"):
        read_original("a", controls(7))


def test_an_error_counts_lines_from_one() -> None:
    with pytest.raises(UnreadableError, match="0xFF in line 1,"):
        read_original("a", "نص طويل من كلمات ".encode() + b"\xff\xff")
    with pytest.raises(UnreadableError, match="0xFF in line 3,"):
        read_original("a", "نص\nطويل\nمن كلمات ".encode() + b"\xff\xff")
