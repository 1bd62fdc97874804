"""Machines learn what an article is, and nothing in it runs."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from conftest import serving
from pages.libraries import CORRECTION, library, made
from project import Project
from theme.rendering import render
from theme.trees import elements, parsed
from warraq.archive.archive import Site
from warraq.archive.article import Source
from warraq.archive.concept import Concept, Scheme
from warraq.archive.partial_date import PartialDate
from warraq.pages.article import ArticlePage, articles
from warraq.pages.jsonld import news_article, skos_concept


def test_a_news_article_is_described() -> None:
    done = made(tags=("SCO", "سياسة"), corrections=(CORRECTION,))
    described = news_article(done, library(done))
    url = "https://archive.test/w/articles/x/"
    assert described["@type"] == "NewsArticle" and described["headline"] == "عنوان الخبر"
    assert described["datePublished"] == "2023-11-08" and described["inLanguage"] == "ar" and described["url"] == url
    assert described["publisher"] == {"@type": "NewsMediaOrganization", "name": "وكالة"}
    assert described["archivedAt"] == "https://kept.test/1" and "image" not in described
    assert described["isBasedOn"] == [
        "https://source.test/1",
        {"@type": "DigitalDocument", "name": "x.txt", "url": url + "original.txt"},
    ]
    assert described["about"] == [
        {
            "@type": "Organization",
            "name": "منظمة شنغهاي للتعاون",
            "url": "https://archive.test/w/concepts/sco/",
            "sameAs": "http://www.wikidata.org/entity/Q485207",
        }
    ]
    assert described["keywords"] == ["سياسة"]
    assert described["correction"] == [
        {"@type": "CorrectionComment", "text": CORRECTION.note, "datePublished": "2024-01-02"}
    ]


def test_a_date_says_no_more_than_is_known() -> None:
    assert news_article(done := made(date=PartialDate(2023)), library(done))["datePublished"] == "2023"
    assert "datePublished" not in news_article(done := made(date=None), library(done))


def test_without_an_address_of_the_site_there_are_no_relative_urls() -> None:
    described = news_article(done := made(), library(done, site_url=""))
    assert "url" not in described and "url" not in described["isBasedOn"][1]  # type: ignore[index]  # a list, as above


def test_a_concept_is_described_in_skos() -> None:
    lib = library(made())
    described = skos_concept(lib.archive.vocabulary.concepts["SCO"], lib)
    assert described["@type"] == "skos:Concept" and described["skos:exactMatch"] == {
        "@id": "http://www.wikidata.org/entity/Q485207"
    }


class Head(HTMLParser):
    """The metadata and the scripts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and (name := given.get("name") or given.get("property")):
            self.meta[name] = given.get("content") or ""
        if tag == "script":
            self.scripts.append((given, ""))
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.scripts[-1] = (self.scripts[-1][0], data)


def head(**values: Any) -> Head:
    done = made(**values)
    [page] = (p for p in articles(library(done)) if isinstance(p, ArticlePage))
    return Head(render(page, Site("ورّاق"), "https://archive.test/w"))


def test_json_in_the_page_cannot_end_its_script() -> None:
    page = head(corrections=(CORRECTION,), title="س </script><script>alert(1)</script> «\"'&")
    [(_, said)] = [s for s in page.scripts if s[0].get("type") == "application/ld+json"]
    assert json.loads(said)["headline"] == "س </script><script>alert(1)</script> «\"'&"
    assert json.loads(said)["correction"][0]["text"] == CORRECTION.note
    assert all("alert" not in text for given, text in page.scripts if given.get("type") != "application/ld+json")


def test_zotero_reads_a_newspaper_article_of_the_source() -> None:
    page = head(source=Source("وكالة <تسنيم>"))
    assert page.meta["z.itemType"] == "newspaperArticle" and page.meta["og:type"] == "article"
    assert page.meta["prism.publicationName"] == "وكالة <تسنيم>" and page.meta["application-name"] == "ورّاق"
    assert "DC.source" not in page.meta and "citation_author" not in page.meta


@pytest.fixture
def hostile(project: Project) -> Project:
    project.write(
        "originals/صفحة.html",
        "<!DOCTYPE html><html><head><title>خبر</title></head><body onload='window.ran = 1'><h1>خبر من الصفحة</h1>"
        "<p>قال المتحدث إن الأمر انتهى أمس في المدينة بعد اجتماع طويل.</p><script>window.ran = 1</script></body></html>",
    )
    built = project.build()
    assert built.returncode == 0, built.stdout
    return project


@pytest.mark.browser
def test_nothing_in_an_html_original_runs(hostile: Project, page: Any) -> None:
    [file] = Path(hostile.output).glob("articles/*/original.html.txt")
    for address in serving(hostile.output):
        page.goto(f"{address}/articles/{file.parent.name}/original.html.txt")
        assert page.evaluate("window.ran") is None
        assert "<script>" in page.locator("body").inner_text()
        page.goto(f"{address}/articles/{file.parent.name}/compare/")
        assert page.evaluate("window.ran") is None
        around = page.locator("#around .cell").all_text_contents()  # the script stood around the article
        assert "<script>window.ran = 1</script>" in "".join(around)
        break


def test_an_article_is_about_its_tags_and_mentions_the_other_names() -> None:
    done = made(tags=("Russia", "سياسة"))
    described = news_article(done, library(done))
    named = {key: [each["name"] for each in described[key]] for key in ("about", "mentions")}  # type: ignore[attr-defined]  # lists, by schema.org
    assert named == {"about": ["روسيا"], "mentions": ["منظمة شنغهاي للتعاون", "أستانا"]}
    assert described["keywords"] == ["سياسة"]
    assert described["identifier"] == {
        "@type": "PropertyValue",
        "propertyID": "SHA-256",
        "value": done.record.original.sha256 if done.record else "",
    }


def test_a_place_on_the_equator_or_the_meridian_keeps_its_coordinates() -> None:
    place = Concept("Null", Scheme.PLACE, {"ar": "صفر"}, broader=("Sea",), coordinates=(0.0, 0.0))
    described = skos_concept(place, library(made(), site_url=""))
    assert (described["geo:lat"], described["geo:long"]) == (0.0, 0.0)
    assert "skos:related" not in described and "@id" not in described
    assert described["skos:broader"] == [{"@id": "urn:warraq:Sea"}]


def test_a_link_to_an_article_has_a_preview() -> None:
    done = made(
        title="عنوان «طويل»", body="قال " + "كلمة " * 60 + "\n\nثم عاد.\n\n![س]({static}/images/a.png)", summary=None
    )
    page = render(
        next(p for p in articles(library(done)) if isinstance(p, ArticlePage)), Site("ورّاق"), "https://archive.test/w"
    )
    metas = elements(parsed(page), "//meta[@property]")
    said = {str(each.get("property")): str(each.get("content")) for each in metas}
    assert said["og:url"] == "https://archive.test/w/articles/x/" and said["og:type"] == "article"
    assert (said["og:title"], said["og:site_name"]) == ("عنوان «طويل»", "ورّاق")
    description = str(said["og:description"])
    assert description.startswith("قال كلمة") and description.endswith("كلمة…") and 140 < len(description) <= 160
    assert said["article:published_time"] == "2023-11-08"
    assert Head(page).meta["twitter:card"] == ("summary_large_image" if "og:image" in said else "summary")


def test_a_day_that_is_not_whole_is_told_to_scholars_and_not_to_previews() -> None:
    page = head(date=PartialDate(2023, 5))
    assert page.meta["citation_publication_date"] == "2023-05" and "article:published_time" not in page.meta
    assert "citation_publication_date" not in head(date=None).meta


def test_the_picture_of_an_article_is_told_where_the_site_has_an_address() -> None:
    done = made(body="قال.")
    shown = replace(
        done, sections=(replace(done.sections[0], html='<p id="p1"><img src="warraq:images/a.png" alt=""></p>'),)
    )
    assert news_article(shown, library(shown))["image"] == "https://archive.test/w/images/a.png"
    assert "image" not in news_article(shown, library(shown, site_url=""))
