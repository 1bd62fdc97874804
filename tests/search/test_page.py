"""The page /search/, the box in the header and the marks on an article, on a site that Pelican built."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # the package has no types

from project import ROOT
from warraq.pages.search.bench.server import Host
from warraq.pages.search.lettering import lettered, read

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def host(built_site: Path) -> Iterator[Host]:
    host = Host(built_site)
    yield host
    host.close()


def opened(page: Any, host: Host, query: str = "") -> Any:
    page.goto(f"{host.url}/search/{query}")
    if query:
        page.wait_for_selector("[data-results] li, [data-notes] p")
    return page


def titles(page: Any) -> list[str]:
    return [text.strip() for text in page.locator("[data-results] h2").all_inner_texts()]


def violations(page: Any) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def test_results_come_while_typing_and_a_screen_reader_hears_how_many(page: Any, host: Host) -> None:
    opened(page, host)
    page.keyboard.type("القناه الماء")
    page.wait_for_selector("[data-results] mark")
    assert page.get_by_role("status").inner_text() == "3 نتائج · الكلمات كلها في اثنتين منها"
    assert "القَناةِ" in page.locator("[data-results] h2 mark").first.inner_text()
    assert parse_qs(urlsplit(page.url).query)["q"] == ["القناه الماء"]


def test_every_state_is_an_address(page: Any, host: Host) -> None:
    opened(page, host, f"?q={quote('القناة')}")
    everything = titles(page)
    page.locator("[data-facets] a", has_text="صحيفة الواحة").click()
    page.wait_for_selector("[data-facets] [aria-current=true]")
    narrowed, address = titles(page), page.url
    assert set(narrowed) < set(everything)
    assert parse_qs(urlsplit(address).query)["source"] == ["صحيفة الواحة"]
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('[data-facets] [aria-current=true]').length === 0")
    assert titles(page) == everything
    page.goto(address)
    page.wait_for_selector("[data-results] li")
    assert titles(page) == narrowed


@pytest.mark.parametrize("width", [412, 1280])
def test_nothing_moves_when_the_results_of_an_address_come(page: Any, host: Host, width: int) -> None:
    """0.1 is what Google's Web Vitals call good (https://web.dev/articles/cls); it was 0.9."""
    page.add_init_script(
        "window.moved = []; new PerformanceObserver(list => list.getEntries().forEach(one => moved.push(one.value)))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.set_viewport_size({"width": width, "height": 823})
    opened(page, host, "?q=القناة")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("moved.reduce((all, one) => all + one, 0)") <= 0.1


def test_facets_combine(page: Any, host: Host) -> None:
    opened(page, host, "?year=2024")
    page.locator("[data-facets] section").nth(1).locator("a").first.click()
    page.wait_for_function("() => document.querySelectorAll('[data-facets] [aria-current=true]').length === 2")
    asked = parse_qs(urlsplit(page.url).query)
    assert asked["year"] == ["2024"] and len(asked["source"]) == 1


def test_a_range_of_which_only_one_end_is_named_narrows_and_one_that_ends_before_it_begins_says_so(
    page: Any, host: Host
) -> None:
    for end in ("from=2024", "to=2024"):
        opened(page, host, f"?q={quote('القناة')}&{end}")
        page.wait_for_selector("[data-facets] input", state="attached")
        assert page.locator("[data-notes] button").count() == 0
    opened(page, host, f"?q={quote('القناة')}&from=2024&to=2019")
    assert page.locator("[data-notes] p").first.inner_text() == "تنتهي المدة قبل أن تبدأ، فلا مادة فيها."


def test_sorting_by_date_is_an_address_too(page: Any, host: Host) -> None:
    opened(page, host, f"?q={quote('القناة')}")
    page.locator("[data-sort=date]").click()
    page.wait_for_selector("[data-sort=date][aria-current=true]")
    assert "sort=date" in page.url
    dates = page.locator("[data-results] time").evaluate_all("all => all.map(time => time.dateTime)")
    assert dates == sorted(dates, reverse=True)


def test_a_result_says_its_date_in_words_and_whether_it_was_inferred(page: Any, host: Host) -> None:
    page.route("**/search/index/texts/*", as_inferred)
    opened(page, host, f"?q={quote('القناة')}")
    said = page.locator("[data-results] .quiet", has=page.locator("time")).first
    assert re.search(r"\d+ [ء-ي]+ \d{4} \(تاريخ مستنتج\)$", said.inner_text())
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", said.locator("time").evaluate("time => time.dateTime"))


def as_inferred(route: Any) -> None:
    """Give an article as one whose date the machine inferred."""
    entry = read(gzip.decompress(route.fetch().body()))
    assert isinstance(entry, list)
    assert entry[-1] == 0
    route.fulfill(body=lettered([*entry[:-1], 1]))


def test_the_years_of_the_facets_begin_where_the_names_do(page: Any, host: Host) -> None:
    opened(page, host, f"?q={quote('القناة')}")
    assert page.evaluate(
        """() => [...document.querySelectorAll('[data-facets] a')].every(a => { const words = document.createRange();
        words.selectNodeContents(a.querySelector('bdi'));
        return Math.abs(words.getBoundingClientRect().right - a.getBoundingClientRect().right) < 2 })"""
    )


def test_arrows_enter_and_escape_do_without_a_mouse(page: Any, host: Host) -> None:
    opened(page, host)
    page.keyboard.type("القناة")
    page.wait_for_selector("[data-results] li:nth-child(2)")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.querySelectorAll('[data-results] a')[1]")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/articles/"))


def test_no_result_offers_what_was_likely_meant(page: Any, host: Host) -> None:
    opened(page, host, f"?q={quote('النخخيل')}")
    assert "نخيل" in page.locator("[data-notes]").inner_text()
    opened(page, host, f"?q={quote('القناة')}&year=1066")
    assert page.locator("[data-notes] a").first.inner_text() == "ابحث في الأرشيف كله"
    opened(page, host, "?q=zzzzzz+qqqqqq")
    assert page.get_by_role("status").inner_text() == "لا نتائج"
    said = page.locator("[data-notes]").inner_text()
    assert "ما يقاربها" not in said and "ابحث عن كلمة واحدة" not in said
    assert page.locator("[data-sorts]").is_hidden()


def test_a_result_says_which_words_it_lacks_and_a_choice_leaves_the_keyboard_closed(page: Any, host: Host) -> None:
    opened(page, host, f"?q={quote('القناة الماء زقزوق')}")
    assert "ليس فيها: زقزوق" in page.locator("[data-results] li").first.inner_text()
    choice = page.locator("[data-facets] a", has_text="صحيفة الواحة")
    choice.click()
    page.wait_for_selector("[data-facets] [aria-current=true]")
    assert page.evaluate("document.activeElement.dataset.key") == "source:صحيفة الواحة"
    page.locator("[data-chips] a").click()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "status"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_results_open(page: Any, host: Host, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, host, f"?q={quote('القناة قسطنطينن')}")
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = !d.closest('header')))")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_ordinary_page_loads_nothing_of_the_search_before_the_first_letter(page: Any, host: Host) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(unquote(urlsplit(request.url).path)))
    page.goto(f"{host.url}/concepts/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    assert not [path for path in asked if path.startswith("/search/")]
    page.keyboard.type("القناة")
    page.wait_for_selector(".found a")
    assert [path for path in asked if path.startswith("/search/index/")]
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.found') !== null")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator(".found").is_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))


def test_the_words_are_marked_on_the_article_and_its_text_stays_the_same(page: Any, host: Host) -> None:
    opened(page, host, f"?q={quote('القناة الماء')}")
    address = page.locator("[data-results] a").first.get_attribute("href")
    page.goto(address.partition("?")[0])
    plain = page.locator("main").inner_html()
    page.goto(address)
    page.wait_for_function("() => CSS.highlights.get('searched')?.size > 0")
    marked = page.evaluate("[...CSS.highlights.get('searched')].map(String)")
    assert {"القناة", "الماء"} <= set(marked)
    assert page.locator("main").inner_html() == plain


def test_without_a_script_the_box_leads_to_the_pages_of_browse_and_says_why(chromium: Any, host: Host) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host.url}/concepts/")
    page.locator("input[name=q]").fill("القناة")
    page.locator("input[name=q]").press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))
    said = page.locator("[data-without]")
    assert "JavaScript" in said.inner_text()
    for link in said.locator("a").all():
        assert page.request.get(link.evaluate("a => a.href")).ok
    assert page.locator("[data-with]").is_hidden()
    context.close()


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=alert(1)>",
        '"><script>alert(1)</script>',
        "javascript:alert(1)",
        "\u202e سفن",
        "%00%ff",
        '"<b>غير متوازن',
        "؟!«»… ؛،",
        "🚢👩‍👩‍👧",
        "a" * 5000,
    ],
)
def test_a_hostile_address_runs_nothing(page: Any, host: Host, query: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{host.url}/search/?q={quote(query)}&source={quote(query)}&page=-1&sort=x")
    page.wait_for_function("() => document.querySelector('[data-status]').textContent !== ''")
    assert page.locator("main img, main script").count() == 0


def test_a_policy_that_allows_nothing_inline_is_kept(page: Any, host: Host) -> None:
    refused: list[str] = []
    page.on(
        "console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None
    )
    opened(page, host, f"?q={quote('القناة')}")
    assert "script-src 'self'" in page.locator("meta[http-equiv]").first.get_attribute("content")
    assert refused == []


def test_each_sentence_of_the_page_has_a_name_of_its_own() -> None:
    written = (ROOT / "theme/templates/search.html").read_text("utf-8")
    names = re.findall(r'say\("(\w+)"', written)
    assert len(names) == len(set(names)) > 50
