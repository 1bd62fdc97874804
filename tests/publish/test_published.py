"""What was published stays found."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from publish.making import article, library
from warraq.archive.problem import Level
from warraq.pages import whole_site
from warraq.pages.page import File, Page
from warraq.press.former_sitemap import UnreadSitemapError, published_addresses, vanished_addresses
from warraq.press.github_text import plain


def sitemap(folder: Path, **options: Any) -> str:
    lib = library(article("أول"), article("ثانٍ", tags=("حرّ",)), **options)
    for made in whole_site(lib):
        if isinstance(made, File) and made.address.startswith("sitemap"):
            (folder / made.address).write_bytes(made.data)
    return str(folder / "sitemap.xml")


@pytest.mark.parametrize("site_url", ["https://a.example", "https://a.example/%D8%A3%D8%B1%D8%B4%D9%8A%D9%81"])
def test_a_sitemap_gives_back_the_addresses_below_its_own_root(tmp_path: Path, site_url: str) -> None:
    lib = library(article("أول"), article("ثانٍ", tags=("حرّ",)), site_url=site_url)
    wanted = {m.address for m in whole_site(lib) if isinstance(m, Page)} - {"404.html", "search/"}
    assert published_addresses(sitemap(tmp_path, site_url=site_url)) == wanted


def test_an_index_of_sitemaps_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = published_addresses(sitemap(tmp_path))
    monkeypatch.setattr(sys.modules["warraq.pages.sitemap"], "MOST", 3)
    assert published_addresses(sitemap(tmp_path)) == whole
    assert (tmp_path / "sitemap-2.xml").is_file()


def test_a_gone_article_is_an_error_and_a_gone_list_a_warning() -> None:
    found = list(vanished_addresses({"", "articles/a/", "articles/a/compare/", "tags/x/"}, {""}))
    assert [(p.level, p.what.values["address"]) for p in found] == [
        (Level.ERROR, "articles/a/"),
        (Level.WARNING, "articles/a/compare/"),
        (Level.WARNING, "tags/x/"),
    ]
    assert found[0].text() == (
        "content/articles: /articles/a/ is published, and would be there no more. Put the article back; or write "
        "aliases: [a] into the one that took its place; or keep it and write withdrawn: {date: …, reason: …}."
    )


def test_nothing_published_yet_is_nothing_to_lose() -> None:
    assert list(vanished_addresses(set(), {"articles/a/"})) == []


@pytest.mark.parametrize(("name", "data"), [("nowhere.xml", None), ("x.xml", b"<html"), ("y.xml", b"")])
def test_a_sitemap_that_cannot_be_read_is_no_empty_one(tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadSitemapError, match=name):
        published_addresses(str(tmp_path / name))


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/sitemap.xml", "http://[::1"])
def test_a_host_that_does_not_answer_is_no_empty_sitemap(address: str) -> None:
    with pytest.raises(UnreadSitemapError):
        published_addresses(address)


def test_no_entity_of_a_sitemap_is_opened(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "s.xml").write_text(
        f'<!DOCTYPE u [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://a.example/&e;</loc></url></urlset>'
    )
    assert published_addresses(str(tmp_path / "s.xml")) == {""}


def test_what_a_file_says_calls_nobody_and_is_no_markup_in_an_issue() -> None:
    assert plain("@team `x` <img> [a](b) *b* #12") == (
        "@\N{WORD JOINER}team \\`x\\` \\<img\\> \\[a\\](b) \\*b\\* \\#12"
    )
