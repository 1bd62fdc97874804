"""A site's own looks: one style sheet behind the theme's, and nothing where nothing is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conftest import serving
from project import Project
from theme.accessibility import violations
from theme.rendering import render
from theme.visiting import CANAL, visit
from warraq.archive.archive import Site
from warraq.archive.theme.site_theme import SiteTheme
from warraq.pages.about import AboutPage
from warraq.pages.look import style_sheet

LOOKS = 'theme: {accent: "#7a1f3d", face: sans, measure: 30, logo: logo.svg, icon: icon.svg}'
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40"><path d="M0 0h90v40H0z" fill="#7a1f3d"/></svg>'
COLOUR = "getComputedStyle(document.querySelector('main .publication a[href]')).color"


def head(theme: SiteTheme) -> str:
    return render(AboutPage("about/", text=None), Site("أرشيف", theme=theme)).split("<body")[0]


def test_a_site_without_looks_has_no_style_sheet_of_its_own() -> None:
    assert "look/look.css" not in head(SiteTheme())


def test_the_style_sheet_is_known_before_any_script_runs() -> None:
    html = head(SiteTheme(measure=24))
    assert html.index("look/look.css") < html.index("<script")


def test_the_style_sheet_is_the_last() -> None:
    links = [line for line in head(SiteTheme(measure=24)).replace("<", "\n<").split("\n") if "stylesheet" in line]
    assert "look/look.css" in links[-1]


@pytest.mark.parametrize(
    ("scheme", "colours"), [("auto", ["#15171a", "#fbfaf6"]), ("light", ["#fbfaf6"]), ("dark", ["#15171a"])]
)
def test_the_browser_s_own_colour_is_that_of_the_scheme(scheme: str, colours: list[str]) -> None:
    found = head(SiteTheme(scheme=scheme))
    assert [colour for colour in ("#15171a", "#fbfaf6") if f"content={colour}" in found] == colours


def test_a_face_that_no_text_is_in_is_not_fetched_early() -> None:
    assert "naskh" not in head(SiteTheme(face="sans"))


def test_the_style_sheet_says_what_was_chosen() -> None:
    theme = SiteTheme(("#112233", "#ffeedd"), "dark", "sans", 30)
    assert style_sheet(theme) == (
        "@media screen{\n"
        ":root{--accent:light-dark(#112233,#ffeedd);color-scheme:dark;--measure:30em;--margin:14.625rem}\n"
        ":is(.below,.prose,.article-crumbs ol){max-inline-size:calc(var(--fs)*30)}\n"
        "}\n"
        ":root{--text:var(--ui);--lh:1.8}\n"
    )
    assert style_sheet(SiteTheme(measure=20)).startswith("@media screen{\n:root{--measure:20em}\n:is(")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the archive of tests/site with looks of its own."""
    project = Project.of_site(tmp_path_factory.mktemp("look"))
    site = project.content / "site.yaml"
    site.write_text(f"{site.read_text('utf-8')}{LOOKS}\n", "utf-8")
    project.write("theme/logo.svg", LOGO)
    project.write("theme/icon.svg", LOGO)
    built = project.build()
    assert built.returncode == 0, built.stdout
    return project.root / "output"


def test_the_logo_and_the_icon_are_in_the_site(own: Path) -> None:
    for name in ("logo", "icon"):
        assert (own / "look" / f"{name}.svg").read_text("utf-8") == LOGO
    page = (own / "index.html").read_text("utf-8")
    assert "look/icon.svg" in page and "theme/icon.svg" not in page and 'alt=""' in page


@pytest.mark.browser
@pytest.mark.parametrize("address", ["", CANAL, "search/", "about/"])
def test_where_texts_are_sans_no_naskh_is_fetched(page: Any, own: Path, address: str) -> None:
    fetched: list[str] = []
    page.on("response", lambda response: fetched.append(response.url.rsplit("/", 1)[-1]))
    for served in serving(own):
        visit(page, served, address, 375)
        page.wait_for_load_state("networkidle")
    assert "vazirmatn-arabic.woff2" in fetched
    assert not {"naskh-arabic.woff2", "naskh-latin.woff2"} & set(fetched)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_readers_see_the_accent_in_both_schemes_and_axe_finds_nothing(page: Any, own: Path, scheme: str) -> None:
    for served in serving(own):
        for width in (375, 1440):
            visit(page, served, CANAL, width, scheme)
            assert page.evaluate(COLOUR) == {"light": "rgb(122, 31, 61)", "dark": "rgb(247, 156, 177)"}[scheme]
            assert violations(page) == []
        assert page.evaluate("getComputedStyle(document.querySelector('.body')).fontFamily").startswith("Vazirmatn")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        logo = "(e => [e.naturalWidth > 0, e.getBoundingClientRect().height])(document.querySelector('.logo'))"
        assert page.evaluate(logo) == [True, 36]
        break
