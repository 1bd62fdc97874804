"""Templates are strict and escaped; links lead from every depth to every depth, on a host, under a folder, on a disk."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup

from project import ROOT
from warraq.archive.archive import Site
from warraq.pages.page import Page
from warraq.press.rendering import Templates, Theme

ADDRESSES = [
    "",
    "articles/x/",
    "articles/x/compare/",
    "concepts/",
    "concepts/sco/",
    "concepts/sco",
    "2023/11/",
    "feeds/site.xml",
    "tags/a:b/",
]


@dataclass(frozen=True, slots=True)
class LinkPage(Page):
    template: ClassVar[str] = "link.html"
    there: str


@dataclass(frozen=True, slots=True)
class BarePage(LinkPage):
    template: ClassVar[str] = "bare.html"


@dataclass(frozen=True, slots=True)
class ValuePage(Page):
    template: ClassVar[str] = "page.html"
    x: str = ""


def templates(folder: Path, site_url: str = "", *, from_disk: bool = False, **files: str) -> Templates:
    for name, text in files.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    (folder / "static/css").mkdir(parents=True, exist_ok=True)
    (folder / "static/css/style.css").write_text("")
    return Templates(
        Theme((folder,), folder / "static", ROOT / "theme/translations"), Site("س"), site_url, from_disk=from_disk
    )


def linked(made: Templates, here: str, there: str) -> str:
    return made.render(LinkPage(here, there)).decode()


@pytest.mark.parametrize("here", ADDRESSES)
@pytest.mark.parametrize("there", ADDRESSES)
def test_a_link_leads_from_every_page_to_every_page(tmp_path: Path, here: str, there: str) -> None:
    made = templates(tmp_path, link="{{ link(there) }}")
    for root in ("https://example.org/", "https://example.org/archive/"):
        assert unquote(urljoin(root + here, linked(made, here, there))) == root + there


@given(
    there=st.text("اب/ ?#&:%é.", min_size=1, max_size=12).filter(
        lambda a: "//" not in a and "#" not in a and a[0] != "/"
    )
)
def test_a_link_keeps_every_character_of_an_address(tmp_path_factory: pytest.TempPathFactory, there: str) -> None:
    if any(part in (".", "..") for part in there.split("/")):
        return
    made = templates(tmp_path_factory.mktemp("t"), link="{{ link(there) }}")
    assert unquote(urljoin("https://example.org/a/b/", linked(made, "a/b/", there))) == f"https://example.org/{there}"


def test_a_fragment_stays(tmp_path: Path) -> None:
    made = templates(tmp_path, link="{{ link(there) }}")
    assert linked(made, "articles/x/", "articles/y/#n-d3") == "../y/#n-d3"


class Links(HTMLParser):
    """The attributes of a page's links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append({"tag": tag, **dict(attrs)})


@given(there=st.text("ا/ ?#&:%'\"=<>`\n\t\f.", max_size=12).filter(lambda a: ".." not in a))
def test_a_link_without_quotes_ends_where_it_ends(tmp_path_factory: pytest.TempPathFactory, there: str) -> None:
    folder = tmp_path_factory.mktemp("t")
    for site_url, here in (("", "a/"), ("https://example.org/a b'c=d\"e<f>", "404.html")):
        made = templates(
            folder, site_url, link='<a href="{{ link(there) }}" rel="next">x</a>', bare="{{ link(there) }}"
        )
        html = linked(made, here, there)
        assert html.startswith("<a href=") and '"' not in html
        bare = Markup(made.render(BarePage(here, there)).decode()).unescape()
        assert Links(html).found == [{"tag": "a", "href": bare, "rel": "next"}]
        assert not set("\"'=<>` \t\n\f") & set(bare)


def test_on_a_disk_folders_name_their_index(tmp_path: Path) -> None:
    made = templates(tmp_path, from_disk=True, link="{{ link(there) }}")
    assert linked(made, "", "articles/x/") == "articles/x/index.html"
    assert linked(made, "articles/x/", "") == "../../index.html"
    assert linked(made, "articles/x/", "articles/x/original.txt") == "original.txt"


@pytest.mark.parametrize(
    ("site_url", "root"), [("", ""), ("https://example.org", ""), ("https://x.github.io/repo", "/repo")]
)
def test_the_page_for_missing_addresses_links_from_the_root_of_the_host(
    tmp_path: Path, site_url: str, root: str
) -> None:
    made = templates(tmp_path, site_url, link="{{ link(there) }} {{ asset('css/style.css') }}")
    assert linked(made, "404.html", "concepts/") == f"{root}/concepts/ {root}/theme/css/style.css"


def test_macros_of_other_files_link_from_the_page_too(tmp_path: Path) -> None:
    made = templates(
        tmp_path,
        link="{% from 'macro.html' import to %}{{ to(there) }}",
        macro="{% macro to(there) %}{{ link(there) }}{% endmacro %}",
    )
    assert linked(made, "a/b/", "c/") == "../../c/"


def test_values_are_escaped(tmp_path: Path) -> None:
    made = templates(tmp_path, page='<p title="{{ x }}">{{ x }}</p>')
    page = made.render(ValuePage("", '"><script>alert(1)</script>')).decode()
    assert "<script>" not in page
    assert page.count('"') == 2


def test_a_value_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    made = templates(tmp_path, page="{{ nothing }}")
    with pytest.raises(UndefinedError, match="nothing"):
        made.render(ValuePage(""))


def test_an_asset_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    made = templates(tmp_path, page="{{ asset('css/none.css') }}")
    with pytest.raises(FileNotFoundError, match=r"static/css/none\.css"):
        made.render(ValuePage(""))


def test_a_page_ends_with_the_line_end_of_its_template(tmp_path: Path) -> None:
    made = templates(tmp_path, page="{{ x }}\n")
    assert made.render(ValuePage("a/", "x")) == b"x\n"
