"""Pages that editors wrote themselves: in the site, in its list, beside its own words, and never with a script in them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conftest import serving
from project import SITE, Project
from theme.accessibility import violations
from theme.visiting import visit
from warraq.archive.own_pages.own_page import TAKEN
from warraq.press.cache import Cache
from warraq.press.cached_check import cached_problems
from warraq.press.checking import check_archive

TODAY = date(2027, 1, 15)
KEYS = """\
corrections: fix@example.org
links: {Mastodon: "https://m.example/@x"}
exports: [tei, skos]
"""
TEAM = """\
---
title: "هيئة <b>التحرير</b>"
menu: yes
summary: من نحن.
---
نحن **ثلاثة** نحرر[^1] منذ [القناة]({filename}../articles/canal.md)، وفي [المسودة]({filename}../articles/hidden.md).

## كيف تراسلنا

![سد]({static}images/dam.png)

| الاسم | العمل |
|---|---|
| ليلى | التحرير |

<script>alert(1)</script><p onclick="x()" style="color:red">فقرة</p><a href="javascript:alert(1)">رابط</a>

[^1]: منذ 2019.
"""
PAGES = {
    "team.md": TEAM,
    "team.en.md": "---\ntitle: The editors\n---\nWe are three.\n\n## Write to us\n\nBy <mailto:fix@example.org>.\n",
    "home.md": "---\ntitle: صحف الواحة\n---\nكما كانت.\n",
    "about.md": "أنشأه مجلس الواحة.\n",
    "method.md": "---\ntitle: كيف نعمل\n---\nنقرأ مرتين.\n",
    "footer.md": "## ذيل\n\nبدعم من [المجلس](https://council.example). [من نحن]({filename}team.md)، "
    "[القناة]({filename}../articles/canal.md)، [مسودة]({filename}../articles/hidden.md).\n",
}


def written(root: Path) -> Project:
    project = Project.of_site(root)
    site = project.content / "site.yaml"
    site.write_text(site.read_text("utf-8") + KEYS, "utf-8")
    picture = next(SITE.glob("images/**/*.png"))
    (project.content / "images" / "dam.png").write_bytes(picture.read_bytes())
    project.write("articles/hidden.md", "---\ntitle: مسودة\ndate: 2020\nstatus: draft\n---\nسر.\n")
    for name, text in PAGES.items():
        project.write(f"pages/{name}", text)
    return project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the archive of tests/site with pages of its own."""
    project = written(tmp_path_factory.mktemp("own"))
    project.set(SITEURL="https://own.example/x")
    built = project.build()
    assert built.returncode == 0, built.stdout
    return project.root / "output"


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


def test_a_page_has_its_words_and_nothing_that_runs(site: Path) -> None:
    html = page(site, "team")
    assert "هيئة &lt;b&gt;التحرير&lt;/b&gt;" in html and "<strong>ثلاثة</strong>" in html
    for bad in ("alert", "onclick", "style=", "javascript"):
        assert bad not in html
    assert 'content="من نحن."' in html
    assert "منذ 2019." in html
    assert (site / "images" / "dam.png").is_file()


def test_no_link_leads_to_what_is_not_published(site: Path) -> None:
    html = page(site, "team")
    assert "../articles/افتتاح-القناة-الكبرى/" in html
    assert "articles/hidden" not in html and "المسودة" in html


def test_every_page_leads_to_it_and_it_is_in_the_site_s_list(site: Path) -> None:
    for address in ("", "method", "articles/افتتاح-القناة-الكبرى"):
        assert "هيئة &lt;b&gt;التحرير" in page(site, address)
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert "https://own.example/x/team/" in sitemap and "https://own.example/x/team/en/" in sitemap


def test_the_search_has_articles_alone(site: Path) -> None:
    found = [
        file
        for file in (site / "search").rglob("*")
        if file.is_file() and "هيئة &" in file.read_text("utf-8", "replace")
    ]
    assert [file.name for file in found if file.name != "index.html"] == []  # fmt: skip


def test_it_stands_in_its_languages_that_lead_to_one_another(site: Path) -> None:
    assert 'hreflang="en"' in page(site, "team") and ">English</a>" in page(site, "team")
    english = page(site, "team/en")
    assert 'href="../"' in english.replace("=../ ", '="../" ') and ">العربية</a>" in english
    assert '<html lang="en"' in english.replace("lang=en ", 'lang="en" ')


def test_own_words_stand_where_the_site_s_stood(site: Path) -> None:
    home = page(site, "").split("<main")[1].split("<footer")[0]
    assert "<h1>صحف الواحة</h1>" in home and "كما كانت." in home and "نُصلح النصوص التالفة" not in home
    assert "أنشأه مجلس الواحة." in page(site, "about") and "كيف تُقرأ العلامات" in page(site, "about")
    method = page(site, "method")
    assert "<h1>كيف نعمل</h1>" in method and "نقرأ مرتين." in method and "نفصل بين ثلاثة" not in method


def test_the_foot_of_every_page_has_own_words_links_and_the_promise(site: Path) -> None:
    for address in ("", "team", "articles/افتتاح-القناة-الكبرى"):
        foot = page(site, address).rsplit("<footer", 1)[1]
        assert 'href="https://council.example"' in foot and "heading-" not in foot
        assert 'href="https://m.example/@x"' in foot and 'rel="me external"' in foot


def test_links_of_the_foot_lead_from_every_page_to_what_is_published(site: Path) -> None:
    for address in ("", "team", "articles/افتتاح-القناة-الكبرى"):
        foot = page(site, address).rsplit("<footer", 1)[1]
        (team,), (canal,) = (re.findall(f'<a href="?([^">]+)"?>{words}</a>', foot) for words in ("من نحن", "القناة"))
        here = site / address
        assert (here / team).resolve() == (site / "team").resolve()
        assert (here / canal).resolve() == (site / "articles/افتتاح-القناة-الكبرى").resolve()
        assert "articles/hidden" not in foot and "<a>مسودة</a>" in foot


def test_a_link_of_the_foot_follows_an_article_s_new_address(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    project.article("two")
    project.write("pages/footer.md", "[الأول]({filename}../articles/one.md)\n")
    for slug in ("one", "first"):
        project.write("articles/one.md", f"---\ntitle: الأول\nslug: {slug}\ndate: 2024\n---\nنص.\n")
        built = project.build()
        assert built.returncode == 0, built.stdout
    (other,) = (file for file in project.output.glob("articles/*/index.html") if file.parent.name != "first")
    assert "href=../first/" in other.read_text("utf-8").rsplit("<footer", 1)[1].replace('"', "")


def test_readers_report_mistakes_where_the_archive_says(site: Path) -> None:
    for address in ("about", "corrections", "articles/افتتاح-القناة-الكبرى"):
        assert "mailto:fix@example.org" in page(site, address)


def test_the_site_s_own_addresses_are_taken(site: Path) -> None:
    ours = {path.name.split(".")[0] for path in site.iterdir()} - {"team", "letters"}
    assert {name for name in ours if not name.isdigit() and not name.startswith("_")} - {"redirects"} <= TAKEN | {
        "archive",
        "corpus",
        "datapackage",
    }


def test_a_former_address_of_an_article_leaves_a_page_where_it_stands(tmp_path: Path) -> None:
    project = Project.of_site(tmp_path)
    project.write("articles/moved.md", "---\ntitle: منقول\ndate: 2020\nformer_addresses: [/team/, /teams/]\n---\nنص.\n")
    project.write("pages/team.md", "---\ntitle: الفريق\n---\nنحن.\n")
    built = project.build()
    assert built.returncode == 0, built.stdout
    assert "نحن." in page(project.output, "team") and "noindex" in page(project.output, "teams")
    _, problems = cached_problems(project.content, TODAY, Cache(tmp_path / "cache"))
    (told,) = (p.text("en") for p in problems if p.path.endswith("moved.md") and p.field.startswith("former"))
    assert told.startswith("content/articles/moved.md:4:20: former_addresses[0]: content/pages/team.md stands at that")
    assert told.endswith("Give that page another address, or take this one out.")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(tab: Any, site: Path, scheme: str) -> None:
    for served in serving(site):
        for address in ("", "team/", "team/en/", "about/", "method/"):
            for width in (320, 1440):
                visit(tab, served, address, width, scheme)
                assert violations(tab) == [], address
                assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        break


@pytest.fixture
def tab(page: Any) -> Any:
    """Give a browser's page, which is called so beside pages of a site."""
    return page


def test_a_build_and_a_check_tell_of_the_same_links(tmp_path: Path) -> None:
    project = written(tmp_path)
    project.write(
        "pages/team.md",
        "---\ntitle: س\n---\n[ا](/method/) [ب](../nowhere/) [ج]({filename}../articles/none.md) "
        "[د]({filename}../articles/hidden.md) [هـ](../method/) ![]({static}images/dam.png) ![و](https://x.example/y.png)\n",
    )
    built = [p for p in check_archive(project.content, TODAY, repairing=False).problems if "/pages/" in p.path]
    checked = [p for p in cached_problems(project.content, TODAY, Cache(tmp_path / "cache"))[1] if "/pages/" in p.path]
    assert built == checked
    assert {problem.what.text("en") for problem in built if problem.path.endswith("team.md")} == {
        "{filename}../articles/none.md leads to no file.",
        "/method/ is right only where the site stands at the root of its host.",
        "../nowhere/ leads nowhere.",
        "warraq:articles/hidden/ leads to what is not published: readers see its words, and no link.",
        "The picture dam.png has no description.",
        "A picture is not from this archive: https://x.example/y.png",
    }


def test_a_page_beyond_all_measure_is_told(tmp_path: Path) -> None:
    project = written(tmp_path)
    project.write("pages/team.md", "---\ntitle: س\n---\n" + ">" * 3000 + " x\n")
    problems = check_archive(project.content, TODAY, repairing=False).problems
    assert [p.path for p in problems if p.path.endswith("team.md")] == ["content/pages/team.md"]
    assert json.dumps([p.text("ar") for p in problems])


def test_a_key_that_asks_for_a_place_where_the_site_has_the_page_is_told(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    project.write("pages/about.md", "---\nmenu: yes\naddress: who\n---\nنحن.\n")
    project.write("pages/team.md", "---\ntitle: الفريق\nmenu: yes\naddress: who\n---\nنحن.\n")
    told = [p.text("en") for p in check_archive(project.content, TODAY, repairing=False).problems]
    assert [line.split(" It has no effect")[0] for line in told] == [
        "content/pages/about.md:1: address:",
        "content/pages/about.md:1: menu:",
    ]
