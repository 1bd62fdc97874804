"""The page /search/ once something is found: active filters, time, words in context, files of results, places that are kept."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # the package has no types

from warraq.pages.search.bench.server import Host

pytestmark = pytest.mark.browser
CANAL = quote("القناة")


@pytest.fixture(scope="module")
def host(built_site: Path) -> Iterator[Host]:
    host = Host(built_site)
    yield host
    host.close()


def opened(page: Any, host: Host, query: str, awaited: str = "[data-results] li, [data-notes] p") -> Any:
    page.goto(f"{host.url}/search/?{query}")
    page.wait_for_selector(awaited)
    return page


def asked(page: Any) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def chips(page: Any) -> list[str]:
    return [text.removeprefix("أزل: ") for text in page.locator("[data-chips] .chip").all_text_contents()]


def violations(page: Any) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def test_each_active_filter_is_a_chip_that_takes_it_away(page: Any, host: Host) -> None:
    opened(page, host, f"q={CANAL}+year:2024&source={quote('صحيفة الواحة')}&from=2023&to=2024")
    assert chips(page) == ["المصدر: صحيفة الواحة", "من: 2023", "إلى: 2024", "السنة: 2024"]
    page.locator("[data-chips] a", has_text="السنة").click()
    page.wait_for_function("() => document.querySelectorAll('[data-chips] .chip').length === 3")
    assert asked(page)["q"] == ["القناة"]
    page.locator("[data-chips] a", has_text="أزلها كلها").click()
    page.wait_for_selector("[data-chips]", state="hidden")
    assert asked(page) == {"q": ["القناة"]}


def test_a_page_that_does_not_exist_says_so(page: Any, host: Host) -> None:
    opened(page, host, f"q={CANAL}&page=99")
    assert page.locator("[data-notes] p").inner_text() == "لا صفحة رقمها 99؛ آخر صفحة رقمها 1. إلى آخر صفحة"
    page.locator("[data-notes] a").click()
    page.wait_for_selector("[data-results] li")
    assert "page" not in asked(page)


def test_back_leads_to_the_same_place_and_link(page: Any, host: Host) -> None:
    page.set_viewport_size({"width": 375, "height": 600})
    opened(page, host, f"q={CANAL}")
    link = page.locator("[data-results] h2 a").nth(2)
    link.scroll_into_view_if_needed()
    page.mouse.wheel(0, 40)
    page.wait_for_timeout(100)
    before, address = page.evaluate("scrollY"), link.get_attribute("href")
    assert before > 100
    link.click()
    page.wait_for_url("**/articles/**")
    page.go_back()
    page.wait_for_selector("[data-results] li")
    page.wait_for_function("before => Math.abs(scrollY - before) < 3", arg=before)
    assert page.evaluate("document.activeElement.href") == address


@pytest.mark.parametrize("query", [f"q={CANAL}", "after=1900"])
def test_back_leads_to_the_same_place_where_results_come_late(page: Any, host: Host, query: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 500})
    opened(page, host, query)
    page.wait_for_load_state("networkidle")
    page.mouse.move(1000, 250)
    page.mouse.wheel(0, 5000)
    page.wait_for_timeout(300)  # the place is kept once a reader stands still
    before = page.evaluate("scrollY")
    assert before > 200
    page.evaluate("[...document.querySelectorAll('[data-results] h2 a')].at(-1).click()")
    page.wait_for_url("**/articles/**")
    # A page without its results is shorter: what scrolls it to its end is not the reader.
    page.add_init_script("addEventListener('load', () => scrollTo(0, 5000))")
    held: list[Any] = []

    def hold(route: Any) -> None:
        held.append(route)

    page.route("**/search/index/texts/*", hold)
    page.go_back()
    page.wait_for_function("before => scrollY > 0 && scrollY < before", arg=before)
    page.wait_for_timeout(400)  # longer than the page waits before it keeps a place
    for route in held:
        route.continue_()
    page.unroute("**/search/index/texts/*")
    page.wait_for_selector("[data-results] li")
    page.wait_for_function("before => Math.abs(scrollY - before) < 3", arg=before)


def test_a_line_of_words_in_context_has_its_whole_date_and_no_spaces_but_those_of_the_text(
    page: Any, host: Host
) -> None:
    page.set_viewport_size({"width": 1440, "height": 800})
    opened(page, host, f"q={CANAL}&view=lines", "[data-lines] .after")
    assert page.evaluate("[...document.querySelectorAll('.from .quiet')].every(p => p.scrollWidth <= p.clientWidth)")
    gaps = page.evaluate(
        """() => [...document.querySelectorAll('[data-lines] .after[dir=rtl]')].map(cell =>
        Math.abs(cell.previousElementSibling.getBoundingClientRect().left - cell.getBoundingClientRect().right))"""
    )
    assert gaps and max(gaps) < 1
    assert page.locator("[data-lines] .after span").first.evaluate("span => getComputedStyle(span).whiteSpace") == "pre"


def test_a_wait_is_said_and_a_failure_can_be_tried_again(page: Any, host: Host) -> None:
    waiting: list[Any] = []

    def hold(route: Any) -> None:
        waiting.append(route)

    page.route("**/search/index/words/*", hold)
    with page.expect_request("**/search/index/words/*"):  # what is searched for is said before it leaves
        page.goto(f"{host.url}/search/?q={CANAL}")
    page.wait_for_function("() => document.querySelector('[data-status]').textContent === 'يجري البحث …'")
    page.wait_for_timeout(50)  # gives the route its turn
    for route in waiting:
        route.abort()
    page.wait_for_selector("[data-notes] button")
    page.unroute("**/search/index/words/*")
    page.locator("[data-notes] button").click()
    page.wait_for_selector("[data-results] li")
    assert page.locator(".loading").count() == 0


def test_results_wait_for_nothing_that_narrows_them_and_stay_where_it_fails(page: Any, host: Host) -> None:
    held: list[Any] = []

    def hold(route: Any) -> None:
        held.append(route)

    page.route("**/search/index/facets.json", hold)
    page.goto(f"{host.url}/search/?q={CANAL}")
    page.wait_for_selector("[data-results] li")
    page.wait_for_timeout(50)  # gives the route its turn
    assert page.locator("[data-facets] a").count() == 0
    held.pop().abort()
    page.wait_for_selector("[data-notes] button")
    assert page.locator("[data-results] li").count() > 0
    page.unroute("**/search/index/facets.json")
    page.locator("[data-notes] button").click()
    page.wait_for_selector("[data-facets] a", state="attached")


def test_on_a_telephone_the_first_result_is_in_sight_and_filters_open_over_it(page: Any, host: Host) -> None:
    page.set_viewport_size({"width": 375, "height": 667})
    opened(page, host, f"q={CANAL}")
    box = page.locator("[data-results] h2").first.bounding_box()
    assert box["y"] + box["height"] < 667
    page.locator("[data-open-sheet]").click()
    sheet = page.locator("dialog[open]")
    assert violations(page) == []
    sheet.locator("a", has_text="صحيفة الواحة").click()
    page.wait_for_selector("dialog [aria-current=true]")
    assert page.evaluate("document.activeElement.dataset.key") == "source:صحيفة الواحة"
    close = sheet.locator("[data-close-sheet]")
    assert close.inner_text() == f"اعرض {page.locator('[data-status]').inner_text().replace('نتيجتان', 'نتيجتين')}"
    close.click()
    assert page.locator("dialog[open]").count() == 0
    assert chips(page) == ["المصدر: صحيفة الواحة"]


def test_languages_are_a_choice_by_their_names(page: Any, host: Host) -> None:
    opened(page, host, "after=1900")
    choices = page.locator("[data-facets] section", has=page.locator("h2", has_text="اللغة")).locator("bdi")
    assert {"العربية", "الإنجليزية"} <= set(choices.all_inner_texts())
    choices.get_by_text("الإنجليزية").click()
    page.wait_for_function("() => document.querySelectorAll('[data-chips] .chip').length === 2")
    assert asked(page)["language"] == ["en"]


def test_a_range_of_time_is_moved_by_keys_and_says_what_it_is(page: Any, host: Host) -> None:
    opened(page, host, "after=1900")
    first = page.get_by_role("slider", name="من")
    years = first.evaluate("input => [input.getAttribute('aria-valuetext'), input.max]")
    assert int(years[1]) > 0
    first.press("ArrowLeft")
    page.wait_for_function("() => document.querySelectorAll('[data-chips] .chip').length === 3")
    assert asked(page)["from"] == [str(int(years[0]) + 1)]
    assert page.evaluate("document.activeElement.dataset.key") == "time:from"
    columns = page.locator(".shape span").count()
    page.locator("[data-facets] .time summary").click()
    listed = page.locator("[data-facets] .time li").count()
    assert 0 < listed <= columns


def test_lines_are_a_table_in_the_order_of_the_word_before(page: Any, host: Host) -> None:
    opened(page, host, f"q={CANAL}&view=lines&order=before", "[data-lines] tbody tr")
    page.wait_for_function("() => /سطر/.test(document.querySelector('[data-status]').textContent)")
    rows = page.locator("[data-lines]").get_by_role("row")
    assert rows.first.get_by_role("columnheader").all_text_contents() == ["قبل", "الكلمة", "بعد", "المادة"]
    before = page.locator("[data-lines] .before b").all_text_contents()
    assert len(before) > 2
    # An Arabic line begins at the right of its word, an English one at the left.
    places = page.evaluate(
        """() => [...document.querySelectorAll('[data-lines] tbody tr')].map(row => [row.querySelector('.hit').dir,
        row.querySelector('.before').getBoundingClientRect().left - row.querySelector('.hit').getBoundingClientRect().left])"""
    )
    assert all((left > 0) == (direction == "rtl") for direction, left in places)
    link = page.locator("[data-lines] .hit a").first
    assert ":~:text=" in link.get_attribute("href")
    page.locator("[data-lines] a", has_text="بالكلمة التالية").click()
    page.wait_for_selector("[data-lines] .after b")
    assert asked(page)["order"] == ["after"]
    page.go_back()
    page.wait_for_selector("[data-lines] .before b")


def test_more_like_an_article_is_an_address_with_its_title_as_a_chip(page: Any, host: Host) -> None:
    opened(page, host, f"q={CANAL}")
    page.locator("[data-results] a", has_text="مواد شبيهة").first.click()
    page.wait_for_selector("[data-chips] .chip")
    [like] = asked(page)["like"]
    assert like.startswith("articles/") and like.endswith("/")
    assert chips(page)[0].startswith("شبيهة بـ: ")
    assert page.locator("[data-views]").is_hidden()


def test_an_article_that_does_not_exist_is_named(page: Any, host: Host) -> None:
    for address in ("nope", "articles/nope/"):
        opened(page, host, f"like={address}", "[data-notes] p")
        assert (
            page.locator("[data-notes]").inner_text() == f"لا مادة في الأرشيف على هذا الرابط، فلا شبيه لها: {address}"
        )


def test_results_are_saved(page: Any, host: Host) -> None:
    opened(page, host, f"q={CANAL}")
    results = page.locator("[data-results] li").count()
    page.locator("[data-save] summary").click()
    entries: dict[str, Callable[[str], int]] = {
        "csv": lambda text: len(list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))),
        "bib": lambda text: text.count("\n  title = "),
        "ris": lambda text: text.count("ER  - "),
        "json": lambda text: len(json.loads(text)["results"]),
    }
    for ending, count in entries.items():
        with page.expect_download() as download:
            page.locator(f"[data-format={ending}]").click()
        assert download.value.suggested_filename == f"results.{ending}"
        assert count(Path(download.value.path()).read_text("utf-8")) == results
        page.wait_for_function(f"() => /حُفظ .*{ending}/.test(document.querySelector('[data-saved]').textContent)")


def test_a_query_that_is_typed_may_go_on_to_a_name(page: Any, host: Host) -> None:
    page.goto(f"{host.url}/search/")
    # All letters at once: what is offered for fewer of them would go from under the focus when the rest is looked for.
    page.keyboard.insert_text("القنا")
    page.wait_for_selector("[data-suggested] a")
    page.keyboard.press("ArrowDown")
    chosen = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    # There are results already, of what was typed: what is offered goes when those of the name come.
    page.wait_for_function("() => !document.querySelector('[data-suggested] a')")
    assert asked(page)["q"] == [chosen] == ["القناة"]
    assert page.locator("[data-results] li").count() > 0


def test_axe_finds_nothing_and_nothing_is_wider_than_a_small_page(page: Any, host: Host) -> None:
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 320, "height": 800})
    for query in (f"q={CANAL}&view=lines", f"q={CANAL}+year:2024&from=2024-01&to=2024-12", "like=articles/x/"):
        opened(page, host, query, "[data-results] li, [data-notes] p, [data-lines] tbody tr")
        page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = !d.closest('header')))")
        assert query.startswith("like") or violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
