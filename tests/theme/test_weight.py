"""An archive for slow lines: what a first and a second article cost, and that nothing comes from elsewhere."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from theme.visiting import CANAL, MARKET, visit


def weigh(tab: Any, site: str, address: str) -> tuple[dict[str, int], list[str]]:
    """Open a page; what it fetched with its size as a host sends it (gzip), and what came from elsewhere."""
    fetched: dict[str, int] = {}
    elsewhere: list[str] = []

    def note(response: Any) -> None:
        if not response.url.startswith(site):
            elsewhere.append(response.url)
        elif response.status == 200 and not response.from_service_worker:
            body = response.body()
            fetched[response.url] = len(body) if response.url.endswith("woff2") else len(gzip.compress(body, 6))

    tab.on("response", note)
    visit(tab, site, address, 375)
    tab.wait_for_load_state("networkidle")
    tab.remove_listener("response", note)
    return fetched, elsewhere


@pytest.mark.browser
def test_an_article_costs_100_kb_in_8_requests_and_the_next_one_15(page: Any, served_site: str) -> None:
    first, elsewhere = weigh(page, served_site, CANAL)
    assert elsewhere == []
    assert sum(first.values()) <= 100 * 1024, first
    assert len(first) <= 8, list(first)
    second, elsewhere = weigh(page, served_site, MARKET)
    new = {url: size for url, size in second.items() if url not in first}
    assert elsewhere == []
    assert sum(new.values()) <= 15 * 1024, new
