"""Addresses that an archive names are asked once, and of those that are dead an issue names the files."""

from __future__ import annotations

import pytest

from press.given_to_github import REPOSITORY
from warraq.archive.archive import Archive, Site
from warraq.archive.article import Annotation, Article, Correction, Source
from warraq.archive.partial_date import PartialDate
from warraq.press import report_links
from warraq.press.public_address import target_of
from warraq.press.report_links import addresses


def outside(name: str, body: str = "") -> Article:
    return Article(f"content/articles/{name}.md", "س", name, body, 5)


def test_addresses_are_found_in_source_notes_corrections_and_text_without_the_stop_behind_them() -> None:
    article = Article(
        "content/articles/a.md",
        "س",
        "a",
        "نص (https://a.example/body). و[رابط](https://a.example/link)، https://a.example/stop؛ http://a.example/«x»",
        5,
        source=Source("س", "https://a.example/source", archived_url="https://a.example/copy"),
        annotations=(Annotation("س", "انظر https://a.example/note!", links=("https://a.example/given",)),),
        corrections=(Correction(PartialDate(2026), "https://a.example/correction."),),
    )
    assert {address.removeprefix("https://a.example/") for address in report_links.of_article(article)} == {
        "source",
        "copy",
        "given",
        "note",
        "correction",
        "body",
        "link",
        "stop",
        "http://a.example/«x",
    }


def test_addresses_and_their_files_are_sorted_and_named_once() -> None:
    articles = (
        outside("b", "https://z.example/ https://a.example/x"),
        outside("a", "https://z.example/ https://z.example/"),
    )
    assert list(addresses(Archive(Site("س"), articles)).items()) == [
        ("https://a.example/x", ["content/articles/b.md"]),
        ("https://z.example/", ["content/articles/a.md", "content/articles/b.md"]),
    ]


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://a.example/خبر?س=1#x", ("https", "a.example", 443, "/%D8%AE%D8%A8%D8%B1?%D8%B3=1")),
        ("https://a.example/%D8%AE?a=%20", ("https", "a.example", 443, "/%D8%AE?a=%20")),
        ("http://مثال.example:8080", ("http", "xn--mgbh0fb.example", 8080, "/")),
        ("http://name:secret@A.example./", ("http", "a.example", 80, "/")),
    ],
)
def test_an_address_is_encoded_once(address: str, wanted: tuple[str, str, int, str]) -> None:
    assert target_of(address) == wanted


def test_the_issue_of_dead_addresses_names_each_with_its_files() -> None:
    text = report_links.body(
        {"https://a.example/": "HTTP 404"}, {"https://a.example/": ["content/a.md"]}, REPOSITORY, "en"
    )
    assert text.splitlines()[1:] == [
        "",
        "- <https://a.example/> (HTTP 404): [`content/a.md`](https://github.com/owner/name/edit/a%20branch/content/a.md)",
    ]


@pytest.mark.parametrize(
    ("status", "why"),
    [(status, None) for status in (401, 403, 405, 429, 451, 503)]
    + [(status, f"HTTP {status}") for status in (400, 404, 410, 500, 502)],
)
def test_a_host_that_refuses_programs_is_not_dead_and_a_dead_address_is_asked_twice(
    monkeypatch: pytest.MonkeyPatch, status: int, why: str | None
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)

    monkeypatch.setattr(report_links, "status", lambda _address, _seconds: status)
    assert report_links.ask("https://a.example/") == why
    assert waits == ([0] if why is None else [0, 3])
