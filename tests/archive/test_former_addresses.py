"""Former addresses of another site: as people and programs write them, and which of them a host of static files can answer."""

from __future__ import annotations

import pytest

from warraq.archive.former_addresses import (
    encoded,
    is_answered_by_page,
    is_wordless,
    page_address,
    parse_former_address,
)
from warraq.archive.problem import WrongValueError


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("/2019/03/name/", "/2019/03/name/"),
        ("2019/name", "/2019/name"),
        ("https://old.test/2019/%D8%AE%D8%A8%D8%B1/#top", "/2019/خبر/"),
        ("/2019/%d8%ae%d8%a8%d8%b1/", "/2019/خبر/"),
        ("https://old.test/?p=123", "/?p=123"),
        ("/?cat=%D8%AE", "/?cat=%D8%AE"),
        ("/%C7%E1/", "/%C7%E1/"),  # windows-1256: nobody knows that
    ],
)
def test_an_address_is_kept_as_people_read_it(written: str, kept: str) -> None:
    assert parse_former_address(written) == kept


@pytest.mark.parametrize("written", ["/", "https://old.test", "mailto:a@b.test", "//[x", "/" + "x" * 2_000, "/a%0Ab"])
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(WrongValueError, match="is not a former address"):
        parse_former_address(written)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/2019/03/خبر/", "2019/03/خبر/"),
        ("/2019/03/خبر", "2019/03/خبر/"),
        ("/posts/a.html", "posts/a.html"),
        ("/posts/a/index.html", "posts/a/"),
    ],
)
def test_a_page_answers_a_path(address: str, page: str) -> None:
    assert is_answered_by_page(address)
    assert page_address(address) == page


@pytest.mark.parametrize(
    "address",
    [
        "/?p=123",
        "/a/?page=2",
        "/index.php",
        "/posts/a.php",
        "/articles/name/",  # the site's own
        "/Tags/x/",
        "/2019/",
        "/2019/03/",
        "/2019/page/2/",
        "/2019/index.html",
        "/feed.html",
        "/a.html/b/",
        "/../x/",
        "/.git/x/",
        "/a:b/",
        "/" + "خ" * 200 + "/",
    ],
)
def test_what_no_page_can_answer_or_the_site_answers_itself_has_none(address: str) -> None:
    assert not is_answered_by_page(address)


def test_an_address_goes_out_as_browsers_send_it() -> None:
    assert encoded("/خبر/") == "/%D8%AE%D8%A8%D8%B1/"
    assert encoded("/?cat=%D8%AE&p=1") == "/?cat=%D8%AE&p=1"


@pytest.mark.parametrize(
    ("address", "wordless"), [("/?p=123", True), ("/2019/03/4/", True), ("/a/", False), ("/?s=a", False)]
)
def test_numbers_alone_say_nothing_of_an_article(address: str, wordless: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_wordless(address) is wordless
