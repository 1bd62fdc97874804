"""The sitemap: as the protocol has it, in every language, and without the clock."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from urllib.parse import unquote

import pytest
from lxml import etree

from publish.making import article, library
from theme.rendering import templates
from warraq.archive.article import Correction, Withdrawn
from warraq.archive.partial_date import PartialDate
from warraq.pages import whole_site
from warraq.pages.page import File, Page
from warraq.pages.sitemap import sitemap

# The rules of sitemaps.org's sitemap.xsd 0.9, and Google's for xhtml:link, as RELAX NG.
RULES = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.sitemaps.org/schemas/sitemap/0.9"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
 <define name="loc"><element name="loc"><data type="anyURI">
   <param name="minLength">12</param><param name="maxLength">2048</param>
   <param name="pattern">https?://[!-~]+</param></data></element></define>
 <define name="lastmod"><element name="lastmod"><choice><data type="date"/><data type="dateTime"/></choice></element></define>
 <start><choice>
  <element name="sitemapindex"><oneOrMore><element name="sitemap">
    <ref name="loc"/><optional><ref name="lastmod"/></optional></element></oneOrMore></element>
  <element name="urlset"><oneOrMore><element name="url"><interleave>
    <ref name="loc"/><optional><ref name="lastmod"/></optional>
    <zeroOrMore><element name="link" ns="http://www.w3.org/1999/xhtml">
      <attribute name="rel"><value>alternate</value></attribute>
      <attribute name="hreflang"><data type="language"/></attribute>
      <attribute name="href"><data type="anyURI"><param name="pattern">https?://[!-~]+</param></data></attribute>
    </element></zeroOrMore></interleave></element></oneOrMore></element>
 </choice></start>
</grammar>"""
SITEMAP = etree.RelaxNG(etree.fromstring(RULES))
LIB = library(
    article("خبر"),
    article("news", lang="en", translation_of="خبر", corrections=(Correction(PartialDate(2026, 1, 2), "."),)),
    article("nouvelle", lang="fr", translation_of="news", date=PartialDate(2024)),
    article("news-2", lang="en", translation_of="خبر"),
    article("من-أصل", original="x.txt"),
)
LISTED = ["", *(f"articles/{e.article.slug}/" for e in LIB.editions)]


def urls() -> dict[str, etree._Element]:
    files = {f.address: f.data for f in sitemap(LIB, LISTED)}
    root = etree.fromstring(files["sitemap.xml"])
    assert SITEMAP.validate(root), SITEMAP.error_log
    return {unquote(u.findtext("{*}loc") or "").removeprefix(LIB.site_url): u for u in root}


def alternates(url: etree._Element) -> dict[str, str]:
    return {str(link.get("hreflang")): unquote(str(link.get("href"))) for link in url.findall("{*}link")}


def test_the_sitemap_keeps_the_protocol_and_lists_pages_only() -> None:
    assert set(urls()) == {"/", *(f"/articles/{s}/" for s in ("خبر", "news", "nouvelle", "news-2", "من-أصل"))}


def test_every_version_names_every_version_itself_too() -> None:
    wanted = {
        lang: f"{LIB.site_url}/articles/{slug}/" for lang, slug in [("ar", "خبر"), ("en", "news"), ("fr", "nouvelle")]
    }
    found = urls()
    assert [alternates(found[f"/articles/{slug}/"]) for slug in ("خبر", "news", "nouvelle")] == [wanted] * 3


def test_a_second_version_in_one_language_claims_nothing() -> None:
    assert alternates(urls()["/articles/news-2/"]) == {}


def test_only_what_the_files_say_counts_as_a_change() -> None:
    changed = {address: url.findtext("{*}lastmod") for address, url in urls().items()}
    assert changed["/articles/خبر/"] == "2023-11-08"
    assert changed["/articles/news/"] == "2026-01-02"
    assert changed["/articles/nouvelle/"] is None
    assert changed["/articles/من-أصل/"] is None


def test_a_great_archive_gets_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("warraq.pages.sitemap"), "MOST", 2)
    files = {f.address: f.data for f in sitemap(LIB, LISTED)}
    assert sorted(files) == ["robots.txt", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert all(SITEMAP.validate(etree.fromstring(data)) for name, data in files.items() if name.endswith("xml"))


def test_the_robots_file_names_the_sitemap_only_where_there_is_one() -> None:
    assert b"Sitemap: https://archive.example/warraq/sitemap.xml\n" in next(sitemap(LIB, LISTED)).data
    assert [f.address for f in sitemap(replace(LIB, site_url=""), LISTED)] == ["robots.txt"]


def test_only_pages_for_readers_are_listed() -> None:
    """Pages that tell search engines not to list them are not in the sitemap either."""
    given = library(
        article("خبر", aliases=("قديم",)), article("مسحوب", withdrawn=Withdrawn(PartialDate(2025, 5, 1), "خطأ"))
    )
    rendering = templates(given.archive.site, given.site_url)
    made = [page for page in whole_site(given) if isinstance(page, Page)]
    noindex = {page.address for page in made if b"name=robots content=noindex" in rendering.render(page)}
    assert noindex == {"404.html", "articles/مسحوب/", "articles/قديم/", "search/"}
    [robots, listed] = [file for file in whole_site(given) if file.address in ("robots.txt", "sitemap.xml")]
    assert isinstance(robots, File) and isinstance(listed, File)
    found = {unquote(loc.text or "") for loc in etree.fromstring(listed.data).iter("{*}loc")}
    assert found == {f"{given.site_url}/{page.address}" for page in made if page.address not in noindex}


def test_as_many_addresses_as_the_protocol_allows_stand_in_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("warraq.pages.sitemap"), "MOST", len(LISTED))
    assert [f.address for f in sitemap(LIB, LISTED)] == ["robots.txt", "sitemap.xml"]
