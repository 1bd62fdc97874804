"""A page in a browser follows the builds: it is reloaded once, keeps its place, and shows their problems."""

from __future__ import annotations

from typing import Any

import pytest

from press.served_folder import PAGE, Site


@pytest.mark.browser
def test_a_reload_keeps_its_place_and_shows_the_problems_over_the_page(site: Site, page: Any) -> None:
    lines = "".join(f"<p>سطر {number}</p>" for number in range(200))
    site.output.joinpath("long.html").write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{lines}</body>", "utf-8")
    loads: list[str] = []
    page.on("load", lambda: loads.append(page.url))
    page.goto(f"http://127.0.0.1:{site.port}/long.html")
    page.evaluate("scrollTo(0, 2000)")
    for error in ("a.md:3: خطأ", None):
        with page.expect_event("load"):
            site.state.record_build(error)
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(100)
        assert page.evaluate("scrollY") == 2000
        assert page.locator(".build-problems").is_visible() is (error is not None)
        if error:
            page.locator("summary").click()
            assert not page.locator(".build-problems pre").is_visible()
    assert len(loads) == 3


@pytest.mark.browser
def test_what_was_read_stays_where_it_was_though_lines_come_above_it(site: Site, page: Any) -> None:
    lines = [f"<p>سطر {number}</p>" for number in range(200)]

    def write(*more: str) -> None:
        text = "".join([*more, *lines])
        site.output.joinpath("long.html").write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{text}</body>", "utf-8")

    write()
    page.goto(f"http://127.0.0.1:{site.port}/long.html")
    page.evaluate("scrollTo(0, 2000)")
    there = "Math.round([...document.querySelectorAll('p')].find((p) => p.textContent === 'سطر 70').getBoundingClientRect().top)"
    was = page.evaluate(there)
    lines[59] = "<p>سطر آخر</p>"
    for above in (["<p>جديد</p>"] * 7, []):
        write(*above)
        with page.expect_event("load"):
            site.state.record_build(None, everything=False)
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(200)
        assert page.evaluate(there) == was


@pytest.mark.browser
def test_a_page_that_changes_before_it_asks_is_reloaded_too(site: Site, page: Any) -> None:
    loads: list[str] = []
    page.on("load", lambda: loads.append(page.url))

    def build_first(route: Any) -> None:
        if not site.state.changes:
            site.output.joinpath("index.html").write_text(PAGE.replace("صفحة", "أخرى"), "utf-8")
            site.state.record_build(None, everything=False)
        route.continue_()

    page.route("**/-/reload.js", build_first)
    page.goto(f"http://127.0.0.1:{site.port}/")
    page.get_by_text("أخرى").wait_for()
    for _ in range(50):
        if len(loads) > 1:
            break
        page.wait_for_timeout(100)  # on a busy machine the page stands before it says so
    page.wait_for_timeout(200)
    assert len(loads) == 2
