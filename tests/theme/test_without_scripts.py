"""JavaScript off: every word, note, repair and doubt of an article can be read, and every link of every kind of page leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from theme.trees import parsed, strings
from theme.visiting import BIDI, CANAL, DENSE, KINDS, MARKET

HOST = "http://site.test/"


@pytest.fixture(params=[375, 1440])
def bare(chromium: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """Open a tab without scripts, as wide as a phone and as a desk."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": request.param, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("address", [CANAL, MARKET, BIDI, DENSE], ids=["canal", "market", "bidi", "dense"])
def test_every_word_and_every_entry_can_be_read(bare: Any, served_site: str, address: str) -> None:
    bare.goto(f"{served_site}/{address}")
    for passage in bare.locator(".body > :not(.commentary, .vh)").all():
        assert passage.is_visible()
    entries = bare.locator(".said, .repairs li")
    assert entries.count() > 1
    for entry in entries.all():
        for closed in reversed(entry.locator("xpath=ancestor::details[not(@open)]/summary").all()):
            if closed.is_visible() and not entry.is_visible():
                closed.click()
        assert entry.is_visible(), entry.text_content()
        assert entry.inner_text().strip(" ‹›\n\xa0")


@pytest.mark.browser
def test_every_rule_of_the_method_opens_by_its_link(bare: Any, served_site: str) -> None:
    bare.goto(f"{served_site}/{KINDS['method']}#tatweel")
    assert bare.locator("#tatweel").is_visible()
    assert not bare.locator("#tags").is_visible()
    bare.locator("details:has(#tags) > summary").click()
    assert bare.locator("#tags").is_visible()


@pytest.mark.browser
def test_the_whole_comparison_is_one_click_away(bare: Any, served_site: str) -> None:
    bare.goto(f"{served_site}/{KINDS['compare']}")
    shared = bare.locator(".compare .same")
    assert shared.count() > 1
    lines = "all => all.map(each => getComputedStyle(each).textWrapMode)"
    assert set(shared.evaluate_all(lines)) == {"nowrap"}  # one line of each
    assert bare.locator(".compare :is(del, ins)").first.is_visible()
    bare.locator("label:has(#whole)").click()
    assert set(shared.evaluate_all(lines)) == {"wrap"}
    assert all(each.is_visible() for each in shared.all())


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_leads_to_a_page_or_a_place_in_it(built_site: Path, kind: str) -> None:
    address = KINDS[kind]
    tree = parsed(_file(built_site, address).read_bytes())
    dead = []
    for link in strings(tree, "//body//a/@href | //body//form/@action"):
        url = urlsplit(urljoin(HOST + address, link))
        if url.netloc != urlsplit(HOST).netloc:
            continue
        file = _file(built_site, unquote(url.path).lstrip("/"))
        if not file.is_file():
            dead.append(link)
        elif url.fragment and file.suffix == ".html":
            there = tree if file == _file(built_site, address) else parsed(file.read_bytes())
            if unquote(url.fragment) not in strings(there, "//@id"):
                dead.append(link)
    assert dead == []


def _file(site: Path, address: str) -> Path:
    return site / address / "index.html" if not address or address.endswith("/") else site / address
